import type { RoutineItem, RoutineProgram, SetPart } from '@gymgenius/contracts'
import type { EffortScale, GymId, Instant, MovementId, RecommendationId, RoutineId, SetId, SetKind, WorkoutId } from '@gymgenius/domain'
import type { Clocks } from './clocks.ts'

/** A record as this room keeps it: what was said, and who said it when. Null is "not said". */
export type Kept<Id, Fields> = Fields & { readonly id: Id; readonly clocks: Clocks }

export interface SetFields {
  readonly workoutId: WorkoutId
  readonly movementId: MovementId
  readonly kind: SetKind
  readonly position: number
  readonly performedAt: Instant
  readonly needsConfirmation: boolean
  readonly loadKg: number | null
  readonly reps: number | null
  readonly rir: number | null
  readonly effortScale: EffortScale | null
  readonly toFailure: boolean
  readonly restSeconds: number | null
  readonly durationSeconds: number | null
  readonly distanceMeters: number | null
  readonly note: string | null
  readonly tempo: string | null
  readonly superset: number | null
  readonly parts: readonly SetPart[] | null
  readonly recommendationId: RecommendationId | null
  readonly deletedAt: Instant | null
}
export type SetRecord = Kept<SetId, SetFields>

export interface WorkoutFields {
  readonly name: string
  readonly routineId: RoutineId | null
  readonly gymId: GymId | null
  readonly note: string | null
  readonly sessionRpe: number | null
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  readonly endedBy: 'athlete' | 'silence' | 'import' | null
  readonly deletedAt: Instant | null
}
export type WorkoutRecord = Kept<WorkoutId, WorkoutFields> & {
  readonly lastSetAt: Instant | null
  readonly createdAt: Instant
  readonly mergedInto: WorkoutId | null
}

export interface RoutineFields {
  readonly name: string
  readonly folder: string | null
  readonly position: number
  readonly items: readonly RoutineItem[]
  /** The session of a program that it is. */
  readonly program: RoutineProgram | null
  readonly deletedAt: Instant | null
}
export type RoutineRecord = Kept<RoutineId, RoutineFields>
