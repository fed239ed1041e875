import type { Kilograms } from '@gymgenius/domain'
import { Load } from './load.tsx'

/** What a set was, as far as it was said. */
export interface SetFacts {
  readonly loadKg?: Kilograms | undefined
  readonly reps?: number | undefined
  readonly rir?: number | undefined
  readonly rpe?: number | undefined
  readonly effortScale?: 'rir' | 'rpe' | undefined
  readonly toFailure: boolean
  readonly durationSeconds?: number | undefined
  readonly distanceMeters?: number | undefined
}

/** 80 kg × 8, 2 in reserve. A load of zero is the body alone and is left out. */
export function SetText({ set }: { readonly set: SetFacts }) {
  const { loadKg, reps, durationSeconds, distanceMeters } = set
  const effort = effortText(set)
  return (
    <span className="tabular">
      {loadKg !== undefined && loadKg > 0 && <Load kg={loadKg} />}
      {loadKg !== undefined && loadKg > 0 && reps !== undefined && ' × '}
      {reps !== undefined && (loadKg !== undefined && loadKg > 0 ? reps : `${reps} reps`)}
      {durationSeconds !== undefined && durationSeconds > 0 && ` ${clockText(durationSeconds)}`}
      {distanceMeters !== undefined && distanceMeters > 0 && ` ${distanceText(distanceMeters)}`}
      {effort !== undefined && <span className="text-note text-soft">, {effort}</span>}
    </span>
  )
}

/** 75 → 1:15 */
export const clockText = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`

const distanceText = (metres: number) => (metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(2)} km`)

function effortText({ rir, rpe, effortScale, toFailure }: SetFacts) {
  if (toFailure) return 'to failure'
  if (effortScale === 'rpe' && rpe !== undefined) return `RPE ${rpe}`
  return rir === undefined ? undefined : `${rir} in reserve`
}
