import type { GymItem } from '@gymgenius/contracts'
import { type AthleteId, dateOf, type GymId, type Instant, instant } from '@gymgenius/domain'
import type { Selectable } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.generated.ts'

export interface GymFields {
  readonly name: string
  readonly items: readonly GymItem[]
  readonly hasTheRest: boolean
  readonly chosenAt: Instant | null
}

export interface GymRecord extends GymFields {
  readonly id: GymId
  readonly deletedAt: Instant | null
  readonly changeSeq: number
}

/** The gym of this id, deleted ones too. */
export async function findGym(db: Db, athleteId: AthleteId, id: GymId): Promise<GymRecord | undefined> {
  const row = await db.selectFrom('gym').selectAll().where('athlete_id', '=', athleteId).where('id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

/** Those of some gyms that nobody changed, or said to be in, since they were made. */
export async function untouchedGyms(db: Db, athleteId: AthleteId, ids: readonly GymId[]): Promise<GymId[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('gym')
    .select('id')
    .where('athlete_id', '=', athleteId)
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .whereRef('updated_at', '=', 'created_at')
    .execute()
  return rows.map(({ id }) => id as GymId)
}

/** The one the lifter is in first, the others in the order in which they were made. */
export async function gymsOf(db: Db, athleteId: AthleteId): Promise<GymRecord[]> {
  const rows = await db
    .selectFrom('gym')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute()
  const gyms = rows.map(recordOf)
  const current = gyms.reduce<GymRecord | undefined>(
    (latest, gym) => ((gym.chosenAt ?? 0) > (latest?.chosenAt ?? 0) ? gym : latest),
    gyms[0],
  )
  return current === undefined ? [] : [current, ...gyms.filter((gym) => gym !== current)]
}

/** Keeps a new gym; false where the id exists, here or anywhere. */
export async function insertGym(db: Db, athleteId: AthleteId, gym: GymRecord, now: Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('gym')
    .values({ ...columnsOf(gym), id: gym.id, athlete_id: athleteId, created_at: dateOf(now), updated_at: dateOf(now) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateGym(db: Db, athleteId: AthleteId, gym: GymRecord, now: Instant): Promise<void> {
  await db
    .updateTable('gym')
    .set({ ...columnsOf(gym), updated_at: dateOf(now) })
    .where('athlete_id', '=', athleteId)
    .where('id', '=', gym.id)
    .execute()
}

/** Gyms that changed after `seq`, in the order of their changes, tombstones included. */
export async function gymsChangedSince(db: Db, athleteId: AthleteId, seq: number, limit: number): Promise<GymRecord[]> {
  const rows = await db
    .selectFrom('gym')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('change_seq', '>', seq)
    .orderBy('change_seq')
    .limit(limit)
    .execute()
  return rows.map(recordOf)
}

const columnsOf = ({ name, items, hasTheRest, chosenAt, deletedAt, changeSeq }: GymRecord) => ({
  name,
  items: JSON.stringify(items),
  has_the_rest: hasTheRest,
  chosen_at: chosenAt === null ? null : dateOf(chosenAt),
  deleted_at: deletedAt === null ? null : dateOf(deletedAt),
  change_seq: changeSeq,
})

const recordOf = (row: Selectable<Tables['gym']>): GymRecord => ({
  id: row.id as GymId,
  name: row.name,
  items: row.items as unknown as readonly GymItem[],
  hasTheRest: row.has_the_rest,
  chosenAt: row.chosen_at === null ? null : instant(row.chosen_at),
  deletedAt: row.deleted_at === null ? null : instant(row.deleted_at),
  changeSeq: row.change_seq,
})
