import {
  type AthleteId,
  dateOf,
  type EvidenceKind,
  evidenceOf,
  type Instant,
  instant,
  type Kilograms,
  kindsThatTell,
} from '@gymgenius/domain'
import type { MovementId, RecommendationId, Reps, Rir, Seconds, SetId, SetKind, WorkoutId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

/** Where a set stands among all sets of its lifter: by time, then by its place in the workout, then by its id. */
export interface SetPlace {
  readonly at: Instant
  readonly position: number
  readonly id: SetId
}

/** A set that says what was done: it has repetitions, a believable time, and was not deleted. */
export interface DoneSet extends SetPlace {
  readonly workoutId: WorkoutId
  readonly movementId: MovementId
  /** What it says to the engine; of a set with parts, the first one says it. */
  readonly kind: EvidenceKind
  readonly load: Kilograms
  readonly reps: Reps
  readonly rir: Rir | null
  readonly toFailure: boolean
  readonly rest: Seconds | null
}

/** A set that changed, and what it says now; null where that is nothing, or where it was deleted. */
export interface ChangedSet {
  readonly id: SetId
  readonly seq: number
  readonly done: DoneSet | null
}

interface Row {
  readonly id: string
  readonly workout_id: string
  readonly movement_id: string
  readonly kind: string
  readonly position: number
  readonly performed_at: Date
  readonly load_kg: number | null
  readonly reps: number | null
  readonly rir: number | null
  readonly to_failure: boolean
  readonly rest_seconds: number | null
}

const columns = [
  'id',
  'workout_id',
  'movement_id',
  'kind',
  'position',
  'performed_at',
  'load_kg',
  'reps',
  'rir',
  'to_failure',
  'rest_seconds',
] as const

/** Sets that changed after `seq`, in the order of their changes. Relies on `performed_set_changes`. */
export async function setsChangedSince(db: Db, athleteId: AthleteId, seq: number, limit: number): Promise<ChangedSet[]> {
  const rows = await db
    .selectFrom('performed_set')
    .select([...columns, 'change_seq', 'deleted_at', 'needs_confirmation'])
    .where('athlete_id', '=', athleteId)
    .where('change_seq', '>', seq)
    .orderBy('change_seq')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id as SetId,
    seq: row.change_seq,
    done: row.deleted_at === null && !row.needs_confirmation ? doneSet(row) : null,
  }))
}

/** The next sets after a place, in their order. */
export async function doneSetsAfter(db: Db, athleteId: AthleteId, after: SetPlace | null, limit: number): Promise<DoneSet[]> {
  const rows = await db
    .selectFrom('performed_set')
    .select(columns)
    .where('athlete_id', '=', athleteId)
    .where('deleted_at', 'is', null)
    .where('needs_confirmation', '=', false)
    .where('reps', 'is not', null)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(performed_at, position, id) > (${dateOf(after!.at)}, ${after!.position}::float8, ${after!.id}::uuid)`),
    )
    .orderBy('performed_at')
    .orderBy('position')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => doneSet(row)!)
}

function doneSet(row: Row): DoneSet | null {
  if (row.reps === null) return null
  return {
    id: row.id as SetId,
    workoutId: row.workout_id as WorkoutId,
    movementId: row.movement_id as MovementId,
    kind: evidenceOf(row.kind as SetKind),
    position: row.position,
    at: instant(row.performed_at),
    load: (row.load_kg ?? 0) as Kilograms,
    reps: row.reps as Reps,
    rir: row.rir as Rir | null,
    toFailure: row.to_failure,
    rest: row.rest_seconds as Seconds | null,
  }
}

/** A set that was done on a piece of advice. */
export interface AdvisedSet {
  readonly recommendationId: RecommendationId
  readonly load: Kilograms
  readonly reps: Reps
  readonly rir: Rir | null
}

/** Working sets that name the advice they were done on. */
export async function advisedSets(db: Db, athleteId: AthleteId, advice: readonly RecommendationId[]): Promise<AdvisedSet[]> {
  const rows = await db
    .selectFrom('performed_set')
    .select(['recommendation_id', 'load_kg', 'reps', 'rir', 'to_failure'])
    .where('athlete_id', '=', athleteId)
    .where('deleted_at', 'is', null)
    .where('kind', 'in', kindsThatTell)
    .where('reps', 'is not', null)
    .where(sql<boolean>`recommendation_id in (select a::uuid from jsonb_array_elements_text(${JSON.stringify(advice)}::jsonb) a)`)
    .execute()
  return rows.map((row) => ({
    recommendationId: row.recommendation_id as RecommendationId,
    load: (row.load_kg ?? 0) as Kilograms,
    reps: row.reps as Reps,
    rir: (row.to_failure ? 0 : row.rir) as Rir | null,
  }))
}
