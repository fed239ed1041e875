import { type AthleteId, dateOf, type Instant, type MovementId, type RoutineId, type SetId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

export interface Merge {
  readonly from: MovementId
  readonly into: MovementId
  /** What followed it. */
  readonly setIds: readonly SetId[]
  readonly routineIds: readonly RoutineId[]
}

export async function findMerge(db: Db, athleteId: AthleteId, from: MovementId): Promise<Merge | undefined> {
  const row = await db
    .selectFrom('movement_merge')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('from_id', '=', from)
    .executeTakeFirst()
  return (
    row && {
      from,
      into: row.into_id as MovementId,
      setIds: row.set_ids as SetId[],
      routineIds: row.routine_ids as RoutineId[],
    }
  )
}

export async function insertMerge(db: Db, athleteId: AthleteId, { from, into, setIds, routineIds }: Merge, at: Instant): Promise<void> {
  await db
    .insertInto('movement_merge')
    .values({
      athlete_id: athleteId,
      from_id: from,
      into_id: into,
      set_ids: JSON.stringify(setIds),
      routine_ids: JSON.stringify(routineIds),
      merged_at: dateOf(at),
    })
    .execute()
}

export async function dropMerge(db: Db, athleteId: AthleteId, from: MovementId): Promise<void> {
  await db.deleteFrom('movement_merge').where('athlete_id', '=', athleteId).where('from_id', '=', from).execute()
}

export async function mergesOf(db: Db, athleteId: AthleteId): Promise<Merge[]> {
  const rows = await db.selectFrom('movement_merge').selectAll().where('athlete_id', '=', athleteId).orderBy('merged_at').execute()
  return rows.map((row) => ({
    from: row.from_id as MovementId,
    into: row.into_id as MovementId,
    setIds: row.set_ids as SetId[],
    routineIds: row.routine_ids as RoutineId[],
  }))
}

/** A rule and a heart follow, where the other has none of its own. */
export async function moveLikings(db: Db, athleteId: AthleteId, from: MovementId, into: MovementId): Promise<void> {
  for (const table of ['movement_rule', 'favourite_movement'] as const) {
    await sql`update ${sql.table(table)} set movement_id = ${into}::uuid
      where athlete_id = ${athleteId}::uuid and movement_id = ${from}::uuid
        and not exists (select from ${sql.table(table)} other where other.athlete_id = ${athleteId}::uuid and other.movement_id = ${into}::uuid)`.execute(
      db,
    )
    await db.deleteFrom(table).where('athlete_id', '=', athleteId).where('movement_id', '=', from).execute()
  }
  await sql`update pain_constraint
    set excluded = replace(excluded::text, ${from}, ${into})::jsonb, capped = replace(capped::text, ${from}, ${into})::jsonb
    where athlete_id = ${athleteId}::uuid and (excluded ? ${from} or capped ? ${from})`.execute(db)
}
