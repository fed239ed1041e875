import type {
  Equipment,
  Instant,
  Kilograms,
  LoadKind,
  MovementPattern,
  MuscleInvolvement,
  Reps,
  Rir,
  Seconds,
  EvidenceKind,
} from '@gymgenius/domain'

/** What the engine is told of a movement. The key only has to stay the same for one lifter. */
export interface MovementFacts {
  readonly key: string
  readonly pattern: MovementPattern
  readonly loadKind: LoadKind
  readonly equipment: Equipment
  readonly muscles: readonly MuscleInvolvement[]
  /** The key of the movement that this one is a variant of, where the library knows it. */
  readonly baseKey: string | null
}

/** A set about to be done. What is not known is null, so that it means the same before and after JSON. */
export interface PlannedSet {
  readonly movement: MovementFacts
  readonly at: Instant
  readonly workoutKey: string
  /** 1-based, of this movement in this workout, as the logbook counts. */
  readonly setNumber: number
  readonly kind: EvidenceKind
  /** External load; for an assisted movement the help taken off the body. */
  readonly load: Kilograms
  /** The reserve at which the lifter will stop, where that is asked: then reps mean what could be done, not what is habit. */
  readonly rir: Rir | null
  readonly rest: Seconds | null
  readonly bodyMass: Kilograms | null
}

/** A set as it went. `rir` is what the lifter said was left. */
export interface LoggedSet extends PlannedSet {
  readonly reps: Reps
  readonly toFailure: boolean
}

/** Forecasts speak of 1 to 30 repetitions; the last cell holds 30 and more. */
export const FORECAST_REPS = 30

/** probabilities[r − 1] of r repetitions; they sum to 1. */
export type RepForecast = Float64Array
