import type { LocalDay } from '@gymgenius/domain'
import type { LoggedSet } from '../lifter/sets.ts'

/** A set as it went, and the lifter's day on which it was done. */
export interface ReportedSet extends LoggedSet {
  readonly day: LocalDay
}

/** Sets that tell what the lifter can do: of these there are records and a curve. With a load or without. */
export const isHardSet = ({ kind, reps }: ReportedSet) => kind === 'working' && reps >= 1

/** Sets that train a muscle, those too that tell nothing of strength: a drop, a side alone, a station of a circuit. */
export const isTraining = ({ kind, reps }: ReportedSet) => kind !== 'warm_up' && reps >= 1
