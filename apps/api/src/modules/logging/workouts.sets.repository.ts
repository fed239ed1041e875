import { type AthleteId, dateOf, type Instant, type WorkoutId } from '@gymgenius/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Stamp } from './clocks.ts'

/** What happens to all sets of a workout at once. Each takes a change of its own, in their order, the last one `seq`. */
export interface SetsWrite {
  readonly workoutId: WorkoutId
  readonly stamp: Stamp
  readonly seq: number
  readonly now: Instant
}

/** Moves the sets of a workout in time. */
export const shiftSets = (db: Db, athleteId: AthleteId, write: SetsWrite, byMs: number) =>
  each(db, athleteId, write, {
    changes: sql`performed_at = s.performed_at + ${byMs / 1000}::float8 * interval '1 second', ${clock('performedAt', write)}`,
    of: sql<boolean>`true`,
  })

/** Turns the live sets of a workout into tombstones. */
export const deleteSets = (db: Db, athleteId: AthleteId, write: SetsWrite, deletedAt: Instant) =>
  each(db, athleteId, write, {
    changes: sql`deleted_at = ${dateOf(deletedAt)}, ${clock('deleted', write)}`,
    of: sql<boolean>`s.deleted_at is null`,
  })

/** Brings the sets back that went with their workout; those deleted on their own stay so. */
export const undeleteSets = (db: Db, athleteId: AthleteId, write: SetsWrite, deletedBy: Stamp) =>
  each(db, athleteId, write, {
    changes: sql`deleted_at = null, ${clock('deleted', write)}`,
    of: sql<boolean>`s.deleted_at is not null and s.field_clocks ->> 'deleted' = ${deletedBy}`,
  })

const clock = (field: string, { stamp }: SetsWrite) =>
  sql`field_clocks = s.field_clocks || jsonb_build_object(${field}::text, ${stamp}::text)`

async function each(
  db: Db,
  athleteId: AthleteId,
  { workoutId, seq, now }: SetsWrite,
  { changes, of }: { readonly changes: RawBuilder<unknown>; readonly of: RawBuilder<boolean> },
): Promise<void> {
  await sql`
    update performed_set s set ${changes}, change_seq = ${seq}::integer + 1 - behind.n, updated_at = ${dateOf(now)}
    from (select id, row_number() over (order by position desc, id)::integer as n from performed_set
      where athlete_id = ${athleteId}::uuid and workout_id = ${workoutId}::uuid) behind
    where s.id = behind.id and ${of}`.execute(db)
}
