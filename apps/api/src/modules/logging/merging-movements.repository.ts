import { type AthleteId, dateOf, type Instant, type MovementId, type RoutineId, type SetId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

/** How many sets are of this movement, tombstones included; of these ids alone, where they are given. */
export async function countSetsOf(db: Db, athleteId: AthleteId, movementId: MovementId, ids?: readonly SetId[]): Promise<number> {
  const { rows } = await sql<{ sets: number }>`select count(*)::integer as sets from performed_set
    where athlete_id = ${athleteId}::uuid and movement_id = ${movementId}::uuid ${among(ids)}`.execute(db)
  return rows[0]!.sets
}

/** Makes sets of one movement sets of another; they take the changes from `firstSeq` on. Answers those moved. */
export async function moveSets(
  db: Db,
  athleteId: AthleteId,
  { from, into, ids, firstSeq, at }: { from: MovementId; into: MovementId; ids?: readonly SetId[]; firstSeq: number; at: Instant },
): Promise<SetId[]> {
  const { rows } = await sql<{ id: string }>`
    with moved as (
      select id, row_number() over (order by performed_at, position, id) as place from performed_set
      where athlete_id = ${athleteId}::uuid and movement_id = ${from}::uuid ${among(ids)}
    )
    update performed_set set movement_id = ${into}::uuid, change_seq = ${firstSeq}::integer + moved.place::integer - 1, updated_at = ${dateOf(at)}
    from moved where performed_set.id = moved.id
    returning performed_set.id`.execute(db)
  return rows.map(({ id }) => id as SetId)
}

const among = (ids?: readonly SetId[]) =>
  ids === undefined
    ? sql``
    : sql`and performed_set.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`

/** Routines that plan this movement. */
export async function routinesWith(db: Db, athleteId: AthleteId, movementId: MovementId): Promise<RoutineId[]> {
  const { rows } = await sql<{ id: string }>`select id from routine
    where athlete_id = ${athleteId}::uuid and deleted_at is null and items @> ${JSON.stringify([{ movementId }])}::jsonb order by id`.execute(
    db,
  )
  return rows.map(({ id }) => id as RoutineId)
}
