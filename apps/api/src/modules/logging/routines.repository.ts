import type { RoutineItem, RoutineProgram } from '@gymgenius/contracts'
import { type AthleteId, dateOf, type Instant, instant, type RoutineId, type WorkoutId } from '@gymgenius/domain'
import { type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.generated.ts'
import type { Clocks } from './clocks.ts'
import { insertUnlessTaken } from './inserting.repository.ts'
import type { RoutineRecord } from './records.ts'

type Row = Selectable<Tables['routine']>

/** A routine with the start of the newest workout done with it. */
export interface PerformedRoutine {
  readonly record: RoutineRecord
  readonly lastPerformedAt: Instant | undefined
}

export async function findRoutine(db: Db, athleteId: AthleteId, id: RoutineId): Promise<RoutineRecord | undefined> {
  const row = await db.selectFrom('routine').selectAll().where('athlete_id', '=', athleteId).where('id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

/** Those of some routines that nobody changed since they were made, and nobody trained. */
export async function untouchedRoutines(db: Db, athleteId: AthleteId, ids: readonly RoutineId[]): Promise<RoutineId[]> {
  if (ids.length === 0) return []
  const rows = await withLastPerformed(db, athleteId)
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .whereRef('updated_at', '=', 'created_at')
    .execute()
  return rows.filter((row) => row.last_at === null).map((row) => row.id as RoutineId)
}

/** The athlete's routines in their order, each with the start of the newest workout done with it. */
export async function listRoutineRecords(db: Db, athleteId: AthleteId): Promise<PerformedRoutine[]> {
  const rows = await withLastPerformed(db, athleteId).where('deleted_at', 'is', null).orderBy('position').orderBy('id').execute()
  return rows.map(performedRoutineOf)
}

const withLastPerformed = (db: Db, athleteId: AthleteId) =>
  db.selectFrom('routine').selectAll('routine').select(lastPerformed).where('athlete_id', '=', athleteId)

const lastPerformed = sql<Date | null>`(select max(w.started_at) from workout w
  where w.athlete_id = routine.athlete_id and w.routine_id = routine.id and w.deleted_at is null)`.as('last_at')

/** Names of finished workouts done at least `times`, most often first, that no routine has; each with its newest workout that has sets. */
export async function performedNames(
  db: Db,
  athleteId: AthleteId,
  times: number,
): Promise<{ name: string; performed: number; newestId: WorkoutId; lastPerformedAt: Instant }[]> {
  const { rows } = await sql<{ name: string; performed: number; newest_id: string; last_at: Date }>`
    select (array_agg(w.name order by w.started_at desc))[1] as name, count(*)::integer as performed,
      (array_agg(w.id order by w.started_at desc))[1] as newest_id, max(w.started_at) as last_at
    from workout w
    where w.athlete_id = ${athleteId}::uuid and w.deleted_at is null and w.ended_at is not null
      and exists (select from performed_set s where s.workout_id = w.id and s.deleted_at is null)
      and not exists (select from routine r where r.athlete_id = w.athlete_id and r.deleted_at is null and lower(r.name) = lower(w.name))
    group by lower(w.name)
    having count(*) >= ${times}
    order by performed desc, last_at desc
    limit 50`.execute(db)
  return rows.map((row) => ({
    name: row.name,
    performed: row.performed,
    newestId: row.newest_id as WorkoutId,
    lastPerformedAt: instant(row.last_at),
  }))
}

/** The routine of the newest workout that was done with one that still exists. */
export async function lastPerformedRoutine(db: Db, athleteId: AthleteId): Promise<RoutineId | undefined> {
  const row = await db
    .selectFrom('workout as w')
    .innerJoin('routine as r', 'r.id', 'w.routine_id')
    .select('r.id')
    .where('w.athlete_id', '=', athleteId)
    .where('w.deleted_at', 'is', null)
    .where('r.deleted_at', 'is', null)
    .orderBy('w.started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id as RoutineId | undefined
}

/** The last place in the order, for a new routine to come after; 0 when there is none. */
export async function lastPosition(db: Db, athleteId: AthleteId): Promise<number> {
  const { last } = await db
    .selectFrom('routine')
    .select((q) => q.fn.max('position').as('last'))
    .where('athlete_id', '=', athleteId)
    .executeTakeFirstOrThrow()
  return (last as number | null) ?? 0
}

/** Inserts a routine; false when its id exists, here or anywhere. */
export async function insertRoutine(db: Db, athleteId: AthleteId, routine: RoutineRecord, seq: number, now: Instant): Promise<boolean> {
  const at = { change_seq: seq, created_at: dateOf(now), updated_at: dateOf(now) }
  return insertUnlessTaken(db.insertInto('routine').values({ ...columnsOf(routine), id: routine.id, athlete_id: athleteId, ...at }))
}

export async function updateRoutine(db: Db, athleteId: AthleteId, routine: RoutineRecord, seq: number, now: Instant): Promise<void> {
  await db
    .updateTable('routine')
    .set({ ...columnsOf(routine), change_seq: seq, updated_at: dateOf(now) })
    .where('athlete_id', '=', athleteId)
    .where('id', '=', routine.id)
    .execute()
}

/** Routines that changed after `seq`, in the order of their changes, tombstones included. */
export async function routineChangesSince(
  db: Db,
  athleteId: AthleteId,
  seq: number,
  limit: number,
): Promise<(PerformedRoutine & { readonly seq: number })[]> {
  const rows = await withLastPerformed(db, athleteId).where('change_seq', '>', seq).orderBy('change_seq').limit(limit).execute()
  return rows.map((row) => ({ seq: row.change_seq, ...performedRoutineOf(row) }))
}

const columnsOf = (routine: RoutineRecord) => ({
  name: routine.name,
  folder: routine.folder,
  position: routine.position,
  items: JSON.stringify(routine.items),
  program: routine.program === null ? null : JSON.stringify(routine.program),
  deleted_at: routine.deletedAt === null ? null : dateOf(routine.deletedAt),
  field_clocks: JSON.stringify(routine.clocks),
})

const performedRoutineOf = (row: Row & { readonly last_at: Date | null }): PerformedRoutine => ({
  record: recordOf(row),
  lastPerformedAt: row.last_at === null ? undefined : instant(row.last_at),
})

const recordOf = (row: Row): RoutineRecord => ({
  id: row.id as RoutineId,
  clocks: row.field_clocks as Clocks,
  name: row.name,
  folder: row.folder,
  position: row.position,
  items: row.items as readonly RoutineItem[],
  program: row.program as RoutineProgram | null,
  deletedAt: row.deleted_at === null ? null : instant(row.deleted_at),
})
