import { type AthleteId, dateOf, type EffortScale, type Instant, instant, type MovementId, type RecommendationId } from '@gymgenius/domain'
import type { SetId, SetKind, WorkoutId } from '@gymgenius/domain'
import { type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.generated.ts'
import type { Clocks } from './clocks.ts'
import { SILENCE_MS } from './closing.ts'
import type { SetFields, SetRecord } from './records.ts'

type Row = Selectable<Tables['performed_set']>

/** Where a new set goes, and when it counts as done: its own time, or its arrival where that is not believable. */
export interface Place {
  /** The workout in progress of this id · this workout, whatever its state · whichever is in progress at that time. */
  readonly where: { readonly named: WorkoutId } | { readonly given: WorkoutId } | 'in progress'
  readonly at: Instant
}

/**
 * Inserts a set, finds its workout and its place in it, and moves the workout along: the function `log_set` of the database.
 * Nothing comes back when no such workout takes it, or when the id exists. It takes the athlete's next two changes, and so
 * locks the athlete, whatever comes back.
 */
export async function insertSet(
  db: Db,
  athleteId: AthleteId,
  set: Omit<SetRecord, 'workoutId' | 'position'> & { readonly position: number | null },
  { where, at }: Place,
  now: Instant,
): Promise<SetRecord | undefined> {
  const times = { created_at: dateOf(now), updated_at: dateOf(now) }
  const said = JSON.stringify({ ...rowOf(set), ...times, id: set.id, athlete_id: athleteId, position: set.position })
  const wanted = where === 'in progress' ? null : 'given' in where ? where.given : where.named
  const anyState = where !== 'in progress' && 'given' in where
  const { rows } = await sql<Row>`
    select * from log_set(${said}::jsonb, ${wanted}::uuid, ${anyState}::boolean, ${dateOf(at)}::timestamptz, ${dateOf(now)}::timestamptz,
      ${SILENCE_MS / 1000}::float8 * interval '1 second')`.execute(db)
  return rows[0] && recordOf(rows[0])
}

export async function findSet(db: Db, athleteId: AthleteId, id: SetId): Promise<SetRecord | undefined> {
  const row = await db.selectFrom('performed_set').selectAll().where('athlete_id', '=', athleteId).where('id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

export async function setsThere(db: Db, athleteId: AthleteId, ids: readonly SetId[]): Promise<Set<SetId>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('performed_set').select('id').where('athlete_id', '=', athleteId).where('id', 'in', ids).execute()
  return new Set(rows.map((row) => row.id as SetId))
}

/** Writes a set that exists. */
export async function updateSet(db: Db, athleteId: AthleteId, set: SetRecord, seq: number, now: Instant): Promise<void> {
  await db
    .updateTable('performed_set')
    .set({ ...columnsOf(set), workout_id: set.workoutId, position: set.position, change_seq: seq, updated_at: dateOf(now) })
    .where('athlete_id', '=', athleteId)
    .where('id', '=', set.id)
    .execute()
}

/** The sets of these workouts in their order, tombstones left out. */
export async function setsOfWorkouts(db: Db, athleteId: AthleteId, workoutIds: readonly WorkoutId[]): Promise<SetRecord[]> {
  if (workoutIds.length === 0) return []
  const rows = await db
    .selectFrom('performed_set')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('workout_id', 'in', workoutIds)
    .where('deleted_at', 'is', null)
    .orderBy('workout_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(recordOf)
}

/** One page of the sets of one movement, newest first; relies on `performed_set_recent`. */
export async function setsOfMovement(
  db: Db,
  athleteId: AthleteId,
  movementId: MovementId,
  limit: number,
  before?: { readonly at: Instant; readonly id: string },
): Promise<SetRecord[]> {
  let query = db
    .selectFrom('performed_set')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('movement_id', '=', movementId)
    .where('deleted_at', 'is', null)
  if (before !== undefined) query = query.where(sql<boolean>`(performed_at, id) < (${dateOf(before.at)}, ${before.id}::uuid)`)
  const rows = await query.orderBy('performed_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(recordOf)
}

/** Sets that changed after `seq`, in the order of their changes, tombstones included. */
export async function setChangesSince(
  db: Db,
  athleteId: AthleteId,
  seq: number,
  limit: number,
): Promise<{ seq: number; record: SetRecord }[]> {
  const rows = await db
    .selectFrom('performed_set')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('change_seq', '>', seq)
    .orderBy('change_seq')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ seq: row.change_seq, record: recordOf(row) }))
}

type Written = Omit<SetFields, 'workoutId' | 'position'> & { readonly clocks: Clocks }

const columnsOf = (set: Written) => ({
  movement_id: set.movementId,
  kind: set.kind,
  performed_at: dateOf(set.performedAt),
  needs_confirmation: set.needsConfirmation,
  load_kg: set.loadKg,
  reps: set.reps,
  rir: set.rir,
  effort_scale: set.effortScale,
  to_failure: set.toFailure,
  rest_seconds: set.restSeconds,
  duration_seconds: set.durationSeconds,
  distance_meters: set.distanceMeters,
  note: set.note,
  tempo: set.tempo,
  superset: set.superset,
  parts: set.parts === null ? null : JSON.stringify(set.parts),
  recommendation_id: set.recommendationId,
  deleted_at: set.deletedAt === null ? null : dateOf(set.deletedAt),
  field_clocks: JSON.stringify(set.clocks),
})

const rowOf = (set: Written) => ({ ...columnsOf(set), field_clocks: set.clocks, parts: set.parts })

export const recordOf = (row: Row): SetRecord => ({
  id: row.id as SetId,
  clocks: row.field_clocks as Clocks,
  workoutId: row.workout_id as WorkoutId,
  movementId: row.movement_id as MovementId,
  kind: row.kind as SetKind,
  position: row.position,
  performedAt: instant(row.performed_at),
  needsConfirmation: row.needs_confirmation,
  loadKg: row.load_kg,
  reps: row.reps,
  rir: row.rir,
  effortScale: row.effort_scale as EffortScale | null,
  toFailure: row.to_failure,
  restSeconds: row.rest_seconds,
  durationSeconds: row.duration_seconds,
  distanceMeters: row.distance_meters,
  note: row.note,
  tempo: row.tempo,
  superset: row.superset,
  parts: row.parts as SetRecord['parts'],
  recommendationId: row.recommendation_id as RecommendationId | null,
  deletedAt: row.deleted_at === null ? null : instant(row.deleted_at),
})
