import { type AthleteId, DAY_MS, dateOf, type GymId, type Instant, instant, type RoutineId, type WorkoutId } from '@gymgenius/domain'
import { type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.generated.ts'
import type { Clocks } from './clocks.ts'
import { SILENCE_MS } from './closing.ts'
import { insertUnlessTaken } from './inserting.repository.ts'
import type { WorkoutFields, WorkoutRecord } from './records.ts'

/** A workout with what its sets add up to: warm-ups count as sets, not as tonnage. */
export type WorkoutTotals = WorkoutRecord & { readonly setCount: number; readonly tonnageKg: number }

type Row = Selectable<Tables['workout']>

/** Where a page of workouts ended. */
export interface After {
  readonly at: Instant
  readonly id: string
}

export async function findWorkout(db: Db, athleteId: AthleteId, id: WorkoutId): Promise<WorkoutRecord | undefined> {
  const row = await db.selectFrom('workout').selectAll().where('athlete_id', '=', athleteId).where('id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

/** Those of some workouts that were not deleted. */
export async function livingWorkouts(db: Db, athleteId: AthleteId, ids: readonly WorkoutId[]): Promise<Set<WorkoutId>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('workout')
    .select('id')
    .where('athlete_id', '=', athleteId)
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute()
  return new Set(rows.map(({ id }) => id as WorkoutId))
}

/** Workouts in progress, oldest first. There is at most one, but for moments while a phone catches up. */
export async function openWorkouts(db: Db, athleteId: AthleteId): Promise<WorkoutRecord[]> {
  const rows = await inProgress(db, athleteId).orderBy('started_at').execute()
  return rows.map(recordOf)
}

const inProgress = (db: Db, athleteId: AthleteId) =>
  db.selectFrom('workout').selectAll().where('athlete_id', '=', athleteId).where('ended_at', 'is', null).where('deleted_at', 'is', null)

/** The workout that was going on at this time: also one that silence ended no more than half an hour before. */
export async function workoutNear(db: Db, athleteId: AthleteId, at: Instant): Promise<WorkoutRecord | undefined> {
  const [dayBefore, before, after] = [-DAY_MS, -SILENCE_MS, SILENCE_MS].map((ms) => dateOf((at + ms) as Instant))
  const { rows } = await sql<Row>`
    select * from workout where athlete_id = ${athleteId}::uuid and deleted_at is null
      and started_at between ${dayBefore} and ${after}
      and ((ended_at is null and ${silentSince} > ${before}) or (ended_by = 'silence' and ended_at > ${before}))
    order by ended_at is null desc, started_at desc limit 1`.execute(db)
  return rows[0] && recordOf(rows[0])
}

/** Inserts a workout; false when its id exists, here or anywhere. */
export async function insertWorkout(db: Db, athleteId: AthleteId, workout: Written, seq: number, now: Instant): Promise<boolean> {
  const at = { change_seq: seq, created_at: dateOf(now), updated_at: dateOf(now) }
  return insertUnlessTaken(db.insertInto('workout').values({ ...columnsOf(workout), id: workout.id, athlete_id: athleteId, ...at }))
}

export async function updateWorkout(db: Db, athleteId: AthleteId, workout: WorkoutRecord, seq: number, now: Instant): Promise<void> {
  await db
    .updateTable('workout')
    .set({
      ...columnsOf(workout),
      last_set_at: workout.lastSetAt === null ? null : dateOf(workout.lastSetAt),
      change_seq: seq,
      updated_at: dateOf(now),
    })
    .where('athlete_id', '=', athleteId)
    .where('id', '=', workout.id)
    .execute()
}

/** Says that a workout changed because a set of it did: what its sets add up to is part of it. Answers whether it was over. */
export async function touchWorkout(db: Db, athleteId: AthleteId, id: WorkoutId, seq: number, now: Instant): Promise<boolean> {
  const row = await db
    .updateTable('workout')
    .set({ change_seq: seq, updated_at: dateOf(now) })
    .where('athlete_id', '=', athleteId)
    .where('id', '=', id)
    .returning('ended_at')
    .executeTakeFirst()
  return row !== undefined && row.ended_at !== null
}

/** How many sets a workout has ever had, tombstones included. */
export async function countSets(db: Db, athleteId: AthleteId, id: WorkoutId): Promise<number> {
  const { count } = await db
    .selectFrom('performed_set')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('athlete_id', '=', athleteId)
    .where('workout_id', '=', id)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Workouts in progress that have been silent for half an hour. Relies on `workout_recent`. */
export async function silentWorkouts(db: Db, athleteId: AthleteId, now: Instant): Promise<WorkoutRecord[]> {
  const rows = await inProgress(db, athleteId)
    .where(silentSince, '<=', dateOf((now - SILENCE_MS) as Instant))
    .execute()
  return rows.map(recordOf)
}

/** Whose workouts have been silent for half an hour. Relies on `workout_open`; asked as the system. */
export async function athletesWithSilentWorkouts(db: Db, now: Instant): Promise<AthleteId[]> {
  const rows = await db
    .selectFrom('workout')
    .select('athlete_id')
    .distinct()
    .where('ended_at', 'is', null)
    .where('deleted_at', 'is', null)
    .where(silentSince, '<=', dateOf((now - SILENCE_MS) as Instant))
    .execute()
  return rows.map((row) => row.athlete_id as AthleteId)
}

/** Counted from the newest set; from the start, or the arrival of a start said to lie ahead, where there is none. */
const silentSince = sql<Date>`coalesce(workout.last_set_at, least(workout.started_at, workout.created_at))`

/** When the last believable set of a workout was done. */
export async function lastSetAt(db: Db, athleteId: AthleteId, id: WorkoutId): Promise<Instant | undefined> {
  const { at } = await db
    .selectFrom('performed_set')
    .select((q) => q.fn.max('performed_at').as('at'))
    .where('athlete_id', '=', athleteId)
    .where('workout_id', '=', id)
    .where('deleted_at', 'is', null)
    .where('needs_confirmation', '=', false)
    .executeTakeFirstOrThrow()
  return (at as Date | null) === null ? undefined : instant(at)
}

/** Workouts with their totals, newest first; relies on `workout_recent`. */
export async function listWorkoutTotals(
  db: Db,
  athleteId: AthleteId,
  limit: number,
  {
    before,
    from,
    to,
  }: { readonly before?: After | undefined; readonly from?: Instant | undefined; readonly to?: Instant | undefined } = {},
): Promise<WorkoutTotals[]> {
  let query = totals(db).where('w.athlete_id', '=', athleteId).where('w.deleted_at', 'is', null)
  if (before !== undefined) query = query.where(sql<boolean>`(w.started_at, w.id) < (${dateOf(before.at)}, ${before.id}::uuid)`)
  if (from !== undefined) query = query.where('w.started_at', '>=', dateOf(from))
  if (to !== undefined) query = query.where('w.started_at', '<', dateOf(to))
  const rows = await query.orderBy('w.started_at', 'desc').orderBy('w.id', 'desc').limit(limit).execute()
  return rows.map(totalsOf)
}

export async function findWorkoutTotals(db: Db, athleteId: AthleteId, id: WorkoutId): Promise<WorkoutTotals | undefined> {
  const row = await totals(db).where('w.athlete_id', '=', athleteId).where('w.id', '=', id).executeTakeFirst()
  return row && totalsOf(row)
}

/** Workouts that changed after `seq`, in the order of their changes, tombstones included. Relies on `workout_changes` and `workout_open`. */
export async function workoutChangesSince(
  db: Db,
  athleteId: AthleteId,
  seq: number,
  limit: number,
): Promise<{ seq: number; record: WorkoutTotals }[]> {
  // Of a workout in progress, what its sets changed is counted apart (migration 0008).
  const changed = sql<{ id: string; seq: number }>`(
    (select id, change_seq as seq from workout
      where athlete_id = ${athleteId}::uuid and change_seq > ${seq} and (ended_at is not null or deleted_at is not null)
      order by change_seq limit ${limit})
    union all
    (select id, greatest(change_seq, sets_seq) as seq from workout
      where athlete_id = ${athleteId}::uuid and ended_at is null and deleted_at is null and greatest(change_seq, sets_seq) > ${seq}))`
  const rows = await totals(db).innerJoin(changed.as<'c'>('c'), 'c.id', 'w.id').select('c.seq').orderBy('c.seq').limit(limit).execute()
  return rows.map((row) => ({ seq: row.seq, record: totalsOf(row) }))
}

/** Of the parts that came after the first of a set. */
const lifted = sql`coalesce((select sum((p ->> 'loadKg')::float8 * (p ->> 'reps')::float8) from jsonb_array_elements(s.parts) p), 0)`

const totals = (db: Db) =>
  db
    .selectFrom('workout as w')
    .innerJoinLateral(
      (q) =>
        q
          .selectFrom('performed_set as s')
          .select((s) => [
            s.fn.countAll<number>().as('set_count'),
            sql<number>`coalesce(sum(coalesce(s.load_kg * s.reps, 0) + ${lifted}) filter (where s.kind <> 'warm_up'), 0)`.as('tonnage_kg'),
          ])
          .whereRef('s.workout_id', '=', 'w.id')
          .where('s.deleted_at', 'is', null)
          .as('t'),
      (join) => join.onTrue(),
    )
    .selectAll('w')
    .select(['t.set_count', 't.tonnage_kg'])

const totalsOf = (row: Row & { set_count: number; tonnage_kg: number }): WorkoutTotals => ({
  ...recordOf(row),
  setCount: Number(row.set_count),
  tonnageKg: row.tonnage_kg,
})

type Written = Omit<WorkoutRecord, 'createdAt' | 'lastSetAt'>

const columnsOf = (workout: Written) => ({
  name: workout.name,
  routine_id: workout.routineId,
  gym_id: workout.gymId,
  note: workout.note,
  session_rpe: workout.sessionRpe,
  started_at: dateOf(workout.startedAt),
  ended_at: workout.endedAt === null ? null : dateOf(workout.endedAt),
  ended_by: workout.endedBy,
  deleted_at: workout.deletedAt === null ? null : dateOf(workout.deletedAt),
  merged_into: workout.mergedInto,
  field_clocks: JSON.stringify(workout.clocks),
})

const maybe = (date: Date | null) => (date === null ? null : instant(date))

const recordOf = (row: Row): WorkoutRecord => ({
  id: row.id as WorkoutId,
  clocks: row.field_clocks as Clocks,
  name: row.name,
  routineId: row.routine_id as RoutineId | null,
  gymId: row.gym_id as GymId | null,
  note: row.note,
  sessionRpe: row.session_rpe,
  startedAt: instant(row.started_at),
  endedAt: maybe(row.ended_at),
  endedBy: row.ended_by as WorkoutFields['endedBy'],
  deletedAt: maybe(row.deleted_at),
  lastSetAt: maybe(row.last_set_at),
  createdAt: instant(row.created_at),
  mergedInto: row.merged_into as WorkoutId | null,
})
