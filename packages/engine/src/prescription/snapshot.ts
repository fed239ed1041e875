import type {
  Equipment,
  Instant,
  Kilograms,
  LoadKind,
  MovementId,
  MovementPattern,
  Reps,
  Rir,
  Seconds,
  EvidenceKind,
  WorkoutId,
} from '@gymgenius/domain'
import type { MovementBelief } from '../capacity/belief.ts'
import type { MovementPrior } from '../capacity/prior.ts'
import type { Readiness } from '../capacity/readiness.ts'
import type { Traits } from '../capacity/traits.ts'

/** A set as the engine sees it. What was not said is null, so that a snapshot is the same before and after JSON. */
export interface SnapshotSet {
  readonly workoutId: WorkoutId
  readonly at: Instant
  readonly kind: EvidenceKind
  /** External load; for an assisted movement the help taken off the body. */
  readonly load: Kilograms | null
  readonly reps: Reps | null
  readonly rir: Rir | null
  readonly toFailure: boolean
  /** What the lifter weighed then, kg; absent where that is what they weigh now, is not known, or does not count (`weighedSets`). */
  readonly bodyMass?: Kilograms
}

/** The loads a gym can put on one movement: even steps, or where they are uneven a list. */
export type Loadable = LoadableSteps | LoadableList

/** `min`, `min + step`, … and none above `max`, where that was said. */
export interface LoadableSteps {
  readonly min: Kilograms
  readonly step: Kilograms
  readonly max?: Kilograms
}

/** Exactly these, lightest first. */
export interface LoadableList {
  readonly list: readonly Kilograms[]
}

/** All the engine may know about one athlete and one movement. Plain data, so the phone can keep it. */
export interface TrainingSnapshot {
  readonly movement: {
    readonly id: MovementId
    readonly pattern: MovementPattern
    readonly loadKind: LoadKind
    readonly equipment: Equipment
  }
  readonly athlete: { readonly bodyMass: Kilograms | null; readonly isNovice: boolean; readonly hasPain: boolean }
  readonly loads: Loadable
  /** The newest sets of this movement (at most 120, at least all of its last four workouts), oldest first. */
  readonly sets: readonly SnapshotSet[]
  /** What the lifter's other movements say of this one (`priorFor`): the belief before the first of these sets. Absent where they say nothing. */
  readonly prior?: MovementPrior
  /**
   * What is believed after these sets and whatever else the lifter logged (`movementBelief`). Without it the belief is worked out
   * from the sets alone.
   */
  readonly belief?: MovementBelief
  /** How rested the lifter woke; absent where nothing was measured. */
  readonly readiness?: Readiness
  /** What is personal about this lifter, where a fit found it and later sets bore it out. */
  readonly traits?: Traits
}

/** What is asked: which set, of which workout, when, and for what. */
export interface Target {
  /** 1-based, of this movement in this workout. */
  readonly setNumber: number
  readonly workoutId: WorkoutId | null
  readonly at: Instant
  /** 0 is all hypertrophy, 1 all strength. */
  readonly goalStrength: number
  /** Said by a routine or by the lifter; otherwise they follow from the goal. */
  readonly repLow: Reps | null
  readonly repHigh: Reps | null
  readonly rir: Rir | null
}

/** Why a load was chosen: a stable code with the amounts behind it. Sentences are made at the edge. */
export type Reason = { readonly code: string } & Readonly<Record<string, number | string | boolean>>

export interface Prescription {
  /** What this gym can load. */
  readonly load: Kilograms
  /** Before rounding to what can be loaded. */
  readonly exactLoad: Kilograms
  readonly repLow: Reps
  readonly repHigh: Reps
  readonly rir: Rir
  readonly rest: Seconds
  /** The probability that, stopping at the target RIR, the reps fall within the range. */
  readonly confidence: number
  /** Reps to expect at this load and RIR. */
  readonly interval: { readonly low: Reps; readonly high: Reps; readonly probability: number }
  readonly reasons: readonly Reason[]
  /** `hard_cap`, `step_over_cap`, `large_drop`, `guided_test`, `lightest_load`, `heaviest_load`, … */
  readonly flags: readonly string[]
}
