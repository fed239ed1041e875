import { exp, log } from '../numerics/elementary.ts'

/**
 * How ln(load) falls with repetitions to failure, in ln of load per ln of (30 + n): the inverse of the slope of
 * ln(1 + n/30) on ln(load), here −0.93.
 */
const STEEPNESS = 1 / 0.93
const OFFSET = 30

/**
 * What n repetitions to failure cost of the maximum.
 *
 *     g(n) = κ ln((30 + n) / 31)     load = 1RM · e^(−g(n)),   g(1) = 0
 *
 * Units    n repetitions, whole or not; `curve` a lifter's own steepness as a multiple of the usual κ: a set to failure at r repetitions shows a capacity in [r, r + 1). Result: ln of load.
 * Valid    0 ≤ n ≤ 60 as an estimate, poor past 20. 5 % more load costs 1.6 repetitions at 5, 1.8 at 10, 2.0 at 15.
 * Source   Form: Epley (1985), with κ free. κ: means of 269 studies, about 5, 7, 9.5, 12 and 15 repetitions at 90, 85, 80, 75 and
 *          70 % (Nuzzo et al. 2024, as recalled) give a slope near −1; single joints and logbooks are flatter. Judgement within
 *          the −1.2 to −0.7 that experiments allow. It is not learned from logs, where loads are chosen to fit the plan.
 */
export const costOfReps = (n: number, curve = 1) => curve * STEEPNESS * log((OFFSET + Math.max(n, FEWEST)) / (OFFSET + 1))

/** Repetitions to failure, not whole, at a load this far (in ln) below the maximum: `costOfReps` read backwards. */
export const repsAtCost = (cost: number, curve = 1) => (OFFSET + 1) * exp(cost / (curve * STEEPNESS)) - OFFSET

/** A load that did not move is read as this many repetitions at least. */
const FEWEST = -5

/** Repetitions in ln of load, near n: what one repetition more or less is worth there. */
export const worthOfRep = (n: number, curve = 1) => (curve * STEEPNESS) / (OFFSET + Math.max(n, 0))
