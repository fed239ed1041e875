import type { LocalDay } from '@gymgenius/domain'
import type { LoggedSet } from '../lifter/sets.ts'

/** A set as it went, and the lifter's day on which it was done. */
export interface ReportedSet extends LoggedSet {
  readonly day: LocalDay
}

/** Sets that count as training of a muscle, with a load or without. */
export const isHardSet = ({ kind, reps }: ReportedSet) => kind === 'working' && reps >= 1
