import { within } from '../numerics/bounds.ts'
import { USUAL_RIR_BIAS } from './effort.ts'
import type { DayFatigue } from './strain.ts'

/**
 * What is personal about a lifter in how their sets are read, as the nightly fit found it and later sets bore it out. Fixed from one
 * night to the next, so whatever holds for a belief holds with them. Plain data; what is absent is as with most lifters.
 */
export interface Traits {
  /** The curve of repetitions against load, × the usual one: above 1 each repetition is worth more load. */
  readonly curve?: number
  /** Repetitions left beyond the reserve that is said, far from failure. */
  readonly rirBias?: number
  /** What days of more sets than usual take from the next. */
  readonly dayFatigue?: DayFatigue
}

export const traitNames = ['curve', 'rirBias', 'dayFatigue'] as const

/** Of most lifters hard days show no cost that a log would tell (docs/engine/capacity.md). */
export const USUAL_TRAITS: Required<Traits> = { curve: 1, rirBias: USUAL_RIR_BIAS, dayFatigue: { scale: 0, alpha: 1, beta: 1 / 6 } }

/**
 * The traits to read with: those given, within bounds, and the usual ones for the rest. Total over any numbers.
 *
 * curve    slopes of ln(1 + n/30) on ln(load) from −1.15 to −0.75: 5 % more load then costs 1.3 to 2.0 repetitions at 5, 1.5 to 2.3
 *          at 10 and 1.7 to 2.6 at 15, as experiments allow (docs/engine/capacity.md).
 * rirBias  −0.5 to 2: more said is always more read: b > −1 near failure, and the most that may be said stays below what an easy set is read as.
 * dayFatigue  never below nought: hard days bring nobody a heavier load.
 */
export function traitsFrom(given: Traits | undefined): Required<Traits> {
  const { curve, rirBias, dayFatigue } = given ?? {}
  const { scale, alpha, beta } = dayFatigue ?? USUAL_TRAITS.dayFatigue
  return {
    curve: bounded(curve, USUAL_TRAITS.curve, 0.93 / 1.15, 0.93 / 0.75),
    rirBias: bounded(rirBias, USUAL_TRAITS.rirBias, -0.5, 2),
    dayFatigue: { scale: bounded(scale, 0, 0, 0.05), alpha: bounded(alpha, 1, 0.5, 1.5), beta: bounded(beta, 1 / 6, 1 / 20, 1) },
  }
}

const bounded = (value: number | undefined, usual: number, least: number, most: number) =>
  within(Number.isFinite(value) ? value! : usual, least, most)
