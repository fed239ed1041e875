import { type Picture, Problem } from '@gymgenius/contracts'
import { type AthleteId, isoOf, type PictureId } from '@gymgenius/domain'
import { forgetBlob, keepBlob, readBlob, sweepShelf } from '../../platform/blobs.ts'
import { actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import { deletePicture, keysKept, pictureOf, type PictureRecord, putPicture, pictureIdsOf } from './pictures.repository.ts'
import { squareWebp } from './squaring.ts'

/** A picture's bytes, and what they are checked against. */
export interface PictureFile {
  readonly bytes: Uint8Array
  readonly sha256: string
}

export async function listMine(ctx: Ctx, { athleteId }: Athlete): Promise<{ items: Picture[] }> {
  const picture = await pictureOf(ctx.db, athleteId)
  return { items: picture === undefined ? [] : [shown(picture)] }
}

/** Makes a picture of what was sent, and puts it in the place of the one before. */
export async function set(ctx: Ctx, actor: Athlete, sent: Uint8Array): Promise<Picture> {
  const blob = await keepBlob(ctx, 'pictures', await squareWebp(sent))
  return actingAs(ctx, actor, async (ctx) => {
    const picture = { ...blob, id: ctx.ids.next<PictureId>(), setAt: ctx.clock.now() }
    const before = await deletePicture(ctx.db, actor.athleteId)
    await putPicture(ctx.db, actor.athleteId, picture)
    if (before !== undefined) await forgetBlob(ctx, before.key)
    return shown(picture)
  })
}

export async function seeMine(ctx: Ctx, actor: Athlete, id: PictureId): Promise<PictureFile> {
  const picture = await actingAs(ctx, actor, (ctx) => pictureOf(ctx.db, actor.athleteId))
  if (picture?.id !== id) throw new Problem('pictures.not_found')
  return fileOf(ctx, picture)
}

/** With the rights of whoever looks; the bytes are read after that unit. */
export async function pictureSeen(ctx: Ctx, athleteId: AthleteId): Promise<PictureRecord> {
  const picture = await pictureOf(ctx.db, athleteId)
  if (picture === undefined) throw new Problem('pictures.not_found')
  return picture
}

export const fileOf = async (ctx: Ctx, picture: PictureRecord): Promise<PictureFile> => ({
  bytes: await readBlob(ctx, picture),
  sha256: picture.sha256,
})

export async function remove(ctx: Ctx, { athleteId }: Athlete, id: PictureId): Promise<undefined> {
  const before = await deletePicture(ctx.db, athleteId, id)
  if (before === undefined) throw new Problem('pictures.not_found')
  await forgetBlob(ctx, before.key)
}

/** For an account that is erased: the row goes with it, and the file by what this asks for. As the system. */
export async function forgetPictureOf(ctx: Ctx, athleteId: AthleteId): Promise<void> {
  const picture = await deletePicture(ctx.db, athleteId)
  if (picture !== undefined) await forgetBlob(ctx, picture.key)
}

/** Which of these athletes have set which picture, as far as the actor may know. */
export const picturesOf = (ctx: Ctx, athleteIds: readonly AthleteId[]): Promise<ReadonlyMap<AthleteId, PictureId>> =>
  pictureIdsOf(ctx.db, athleteIds)

/** The copy says so where the file cannot be read now: the rest of it is not held up. */
export async function copyOfPicture(ctx: Ctx, athleteId: AthleteId) {
  const picture = await pictureOf(ctx.db, athleteId)
  if (picture === undefined) return {}
  const about = { ...shown(picture), mediaType: 'image/webp' }
  return readBlob(ctx, picture).then(
    (bytes) => ({ picture: { ...about, base64: Buffer.from(bytes).toString('base64') } }),
    () => ({ picture: { ...about, isUnavailable: true } }),
  )
}

/** Chore: files that no row came to name, or that could not be removed when their row went. */
export async function sweepPictures(ctx: Ctx): Promise<void> {
  const swept = await sweepShelf(ctx, 'pictures', (keys) => actingAs(ctx, system, (ctx) => keysKept(ctx.db, keys)))
  if (swept > 0) ctx.log.info({ swept }, 'pictures of nobody were removed')
}

const shown = ({ id, setAt }: Pick<PictureRecord, 'id' | 'setAt'>): Picture => ({ id, setAt: isoOf(setAt) })
