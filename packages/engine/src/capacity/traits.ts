import { within } from '../numerics/bounds.ts'
import { USUAL_RIR_BIAS } from './effort.ts'

/**
 * What is personal about a lifter in how their sets are read, as the nightly fit found it and later sets bore it out. Fixed from one
 * night to the next, so whatever holds for a belief holds with them. Plain data; what is absent is as with most lifters.
 */
export interface Traits {
  /** The curve of repetitions against load, × the usual one: above 1 each repetition is worth more load. */
  readonly curve?: number
  /** Repetitions left beyond the reserve that is said, far from failure. */
  readonly rirBias?: number
}

export const traitNames = ['curve', 'rirBias'] as const

export const USUAL_TRAITS: Required<Traits> = { curve: 1, rirBias: USUAL_RIR_BIAS }

/**
 * How far a lifter may be from the usual.
 *
 * curve    slopes of ln(1 + n/30) on ln(load) from −1.15 to −0.75: 5 % more load then costs 1.3 to 2.0 repetitions at 5, 1.5 to 2.3
 *          at 10 and 1.7 to 2.6 at 15, as experiments allow (docs/engine/capacity.md).
 * rirBias  more said is always more read: b > −1 near failure, and the most that may be said stays below what an easy set is read as.
 */
const LEAST: Required<Traits> = { curve: 0.93 / 1.15, rirBias: -0.5 }
const MOST: Required<Traits> = { curve: 0.93 / 0.75, rirBias: 2 }

/** The traits to read with: those given, within bounds, and the usual ones for the rest. Total over any numbers. */
export function traitsFrom(given: Traits | undefined): Required<Traits> {
  const own = { ...USUAL_TRAITS }
  for (const name of traitNames) {
    const value = given?.[name]
    if (typeof value === 'number' && Number.isFinite(value)) own[name] = within(value, LEAST[name], MOST[name])
  }
  return own
}
