import type { TrainedAthlete } from '@gymgenius/contracts'
import { fetchFile } from '../../lib/api.ts'
import { usePictureUrl } from '../../lib/picture-url.ts'
import { Face } from '../../ui/face.tsx'

/** An athlete as they show themselves to their trainer. */
export function AthleteFace({
  athlete: { id, pictureId, shownAs },
  large = false,
}: {
  readonly athlete: TrainedAthlete
  readonly large?: boolean
}) {
  const seen = () => fetchFile('GET /v1/trainer/athletes/{id}/picture', { params: { id } })
  return <Face large={large} url={usePictureUrl([id, pictureId], pictureId === undefined ? undefined : seen)} name={shownAs} />
}
