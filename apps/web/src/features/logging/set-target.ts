import type { Kilograms, Reps, Rir, Seconds } from '@gymgenius/domain'
import type { Prescription } from '@gymgenius/engine'

/** What one set should be. */
export interface SetTarget {
  readonly load: Kilograms
  readonly reps: Reps
  readonly repLow: Reps
  readonly repHigh: Reps
  readonly rir: Rir | undefined
  readonly rest: Seconds
  /** Where the set is done for time. */
  readonly seconds: Seconds | undefined
  /** Where it is done for distance. */
  readonly metres?: number | undefined
  readonly tempo?: string | undefined
  readonly toFailure?: boolean | undefined
  /** Absent for warm-ups and timed sets, which the engine does not prescribe. */
  readonly prescription: Prescription | undefined
  /** Of a warm-up: the load it would be, were there no plates to move. */
  readonly insteadOf?: Kilograms
}
