import { observe } from '../capacity/lifter.ts'
import { forecastReps, observeHabit } from '../forecast/next-reps.ts'
import { plannedOf } from '../scoring/backtest.ts'
import { type Grade, grade, medianOf, quantileOf } from '../scoring/grade.ts'
import { isWorkingSet, mayBeScored } from '../scoring/masks.ts'
import type { KeptLifter } from './kept-lifter.ts'
import type { LoggedSet, RepForecast } from '../lifter/sets.ts'

/** A forecast of the repetitions of one set, made from the sets before it, and how it fared. */
export interface Foretold {
  readonly median: number
  /** The least repetitions that hold the middle 50, 80 and 95 %. */
  readonly range50: Range
  readonly range80: Range
  readonly range95: Range
  readonly grade: Grade
}

interface Range {
  readonly low: number
  readonly high: number
}

/** What came of reading a set. */
export interface ReadSet {
  /** 1-based, of this movement in this workout. */
  readonly setNumber: number
  /** A working set as the scores mean it: with a load, and of 1 to 20 repetitions. */
  readonly isWorking: boolean
  /** Null for a set that is not scored: a warm-up, or one of the first twenty of its movement. */
  readonly foretold: Foretold | null
}

/** Foretells a set from what is kept, then learns from it. The kept lifter given is the one that is changed. */
export function readSet(kept: KeptLifter, done: Omit<LoggedSet, 'setNumber'>): ReadSet {
  const { key } = done.movement
  if (kept.today.workoutKey !== done.workoutKey) kept.today = { workoutKey: done.workoutKey, sets: {} }
  const setNumber = (kept.today.sets[key] ?? 0) + 1
  kept.today.sets[key] = setNumber
  const set: LoggedSet = { ...done, setNumber }

  const isWorking = isWorkingSet(set)
  const before = kept.workingSets[key] ?? 0
  const foretold = isWorking && mayBeScored(before) ? foretell(kept, set) : null
  kept.workingSets[key] = before + (isWorking ? 1 : 0)
  kept.capacity = observe(kept.capacity, set)
  observeHabit(kept.habit, set)
  return { setNumber, isWorking, foretold }
}

const foretell = ({ habit }: KeptLifter, set: LoggedSet) => heldAgainst(forecastReps(habit, plannedOf(set, null)), set.reps)

/** A forecast in whole repetitions, and how it fared against those done. */
export function heldAgainst(forecast: RepForecast, reps: number): Foretold {
  const range = (low: number, high: number): Range => ({ low: quantileOf(forecast, low), high: quantileOf(forecast, high) })
  return {
    median: medianOf(forecast),
    range50: range(0.25, 0.75),
    range80: range(0.1, 0.9),
    range95: range(0.025, 0.975),
    grade: grade(forecast, reps),
  }
}
