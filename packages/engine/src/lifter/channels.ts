import type { Instant, Kilograms, Reps, Rir } from '@gymgenius/domain'
import type { Loadable, Prescription } from '../prescription/snapshot.ts'
import type { LoggedSet, MovementFacts, PlannedSet, RepForecast } from './sets.ts'

/** A maximum as it is believed: kg of load, what the body adds left out. */
export interface StrengthEstimate {
  readonly mean: Kilograms
  readonly sd: number
}

/** A load is wanted for one set. */
export interface AskedSet {
  readonly movement: MovementFacts
  readonly at: Instant
  readonly workoutKey: string
  /** 1-based, of this movement in this workout. */
  readonly setNumber: number
  readonly repLow: Reps
  readonly repHigh: Reps
  readonly rir: Rir
  readonly loads: Loadable
  readonly bodyMass: Kilograms | null
}

/** What this lifter will log next: plan, habit and what they can do. Never chooses a load. */
export interface BehaviourChannel {
  observe(set: LoggedSet): void
  forecast(set: PlannedSet): RepForecast
}

/** What this lifter could do. */
export interface CapacityChannel {
  observe(set: LoggedSet): void
  /** Repetitions at that load when stopping at the reserve of `set.rir`. */
  forecast(set: PlannedSet): RepForecast
  /** How much of such a forecast the habit may say, 0 to 1: nothing of loads or reserves the lifter did not choose before. */
  likeHabit(set: PlannedSet): number
  strength(set: PlannedSet): StrengthEstimate
  /** With the repetitions to expect at the advised load and reserve, on the ground that it was advised. */
  prescribe(asked: AskedSet): { readonly prescription: Prescription; readonly probabilities: RepForecast }
}
