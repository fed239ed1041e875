import { type AthleteId, dateOf, type Instant, instant, type PictureId } from '@gymgenius/domain'
import type { BlobRecord } from '../../platform/blobs.ts'
import type { Db } from '../../platform/database.ts'
import type { BlobKey } from '../../platform/ports/blobs.ts'

export interface PictureRecord extends BlobRecord {
  readonly id: PictureId
  readonly setAt: Instant
}

export async function pictureOf(db: Db, athleteId: AthleteId): Promise<PictureRecord | undefined> {
  const row = await db.selectFrom('picture').selectAll().where('athlete_id', '=', athleteId).executeTakeFirst()
  return row && recordOf(row)
}

export async function pictureIdsOf(db: Db, athleteIds: readonly AthleteId[]): Promise<ReadonlyMap<AthleteId, PictureId>> {
  if (athleteIds.length === 0) return new Map()
  const rows = await db.selectFrom('picture').select(['athlete_id', 'id']).where('athlete_id', 'in', athleteIds).execute()
  return new Map(rows.map((row) => [row.athlete_id as AthleteId, row.id as PictureId]))
}

/** In the place of the one that stands, should another request have been quicker. */
export async function putPicture(db: Db, athleteId: AthleteId, { id, key, sha256, bytes, setAt }: PictureRecord): Promise<void> {
  const columns = { id, key, sha256, bytes, set_at: dateOf(setAt) }
  await db
    .insertInto('picture')
    .values({ ...columns, athlete_id: athleteId })
    .onConflict((conflict) => conflict.column('athlete_id').doUpdateSet(columns))
    .execute()
}

/** The one of this id, or whichever there is. Answers it. */
export async function deletePicture(db: Db, athleteId: AthleteId, id?: PictureId): Promise<PictureRecord | undefined> {
  let deleting = db.deleteFrom('picture').where('athlete_id', '=', athleteId)
  if (id !== undefined) deleting = deleting.where('id', '=', id)
  const row = await deleting.returningAll().executeTakeFirst()
  return row && recordOf(row)
}

/** Which of these keys rows name. */
export async function keysKept(db: Db, keys: readonly BlobKey[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('picture').select('key').where('key', 'in', keys).execute()
  return new Set(rows.map(({ key }) => key))
}

interface Row {
  readonly id: string
  readonly key: string
  readonly sha256: string
  readonly bytes: number
  readonly set_at: Date
}

const recordOf = ({ id, key, sha256, bytes, set_at }: Row): PictureRecord => ({
  id: id as PictureId,
  key: key as BlobKey,
  sha256,
  bytes,
  setAt: instant(set_at),
})
