import { log } from '../../numerics/elementary.ts'

/**
 * What n repetitions to failure cost of the maximum, for a curve of steepness one, and what one repetition more costs there.
 *
 *     g(n) = κ ln((30 + n) / 31)
 *
 * Units    n repetitions, whole or not; result ln of load.
 * Valid    −5 ≤ n ≤ 60, poor past 20.
 * Source   Form: Epley (1985), with κ free.
 */
export const costPerSteepness = (n: number) => log((OFFSET + Math.max(n, FEWEST)) / (OFFSET + 1))
export const costOfRepPerSteepness = (n: number) => 1 / (OFFSET + Math.max(n, FEWEST))
const OFFSET = 30
const FEWEST = -5

/** How much of the personal bias a said reserve carries: q/(1 + q). Nobody is wrong about having failed. Judgement. */
export const biasShare = (rir: number) => rir / (1 + rir)

/** Capacity lies in [r, r + 1) repetitions: its middle. */
export const UNTRIED_REP = 0.5

/** Fatigue of a set, in ln of load at failure, and how it returns: seconds to 1/e. Source and ranges in the capacity room. */
export const QUICK = { cost: 0.0757, seconds: 90 } as const
export const SLOW = { cost: 0.0276, seconds: 760 } as const
export const effortOf = (rir: number) => 2 / (2 + rir)
