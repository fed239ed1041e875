/** Fall of load per repetition, as a fraction of the maximum. */
const FALL_PER_REP = 0.0333
/** Where the straight line ends: half way to its pole it already asks too much. */
const LINE_ENDS_AT = 12
const FRACTION_THERE = 1 - FALL_PER_REP * LINE_ENDS_AT

/**
 * The fraction of the one-repetition maximum that can be lifted for n repetitions to failure: the curve behind all advice.
 *
 *     f(n) = 1 − 0.0333 n                    n ≤ 12
 *     f(n) = f(12) · (30 + 12) / (30 + n)    n > 12
 *
 * Units    n = reps + RIR, repetitions; result dimensionless.
 * Valid    0 ≤ n ≤ 12 as an estimate. Past 12 the estimator named extended_epley reads every n as 12; advice must still tell
 *          13 repetitions from 20, so it lets the load fall as Epley's line does, about 2.3 % a repetition: good for comparing
 *          two sets of many repetitions with each other, poor as a statement about the maximum.
 * Source   Extended Epley, requirement G4, with b = 0; beyond 12, Epley (1985). Repetitions to failure gathered by Nuzzo et al.
 *          (2024) from 269 studies fall about as slowly there.
 */
export function fractionOfMax(n: number): number {
  return n <= LINE_ENDS_AT ? 1 - FALL_PER_REP * n : (FRACTION_THERE * (30 + LINE_ENDS_AT)) / (30 + n)
}

/** Repetitions to failure at a fraction of the maximum: `fractionOfMax` read backwards. Negative above the maximum. */
export function repsAtFraction(fraction: number): number {
  return fraction >= FRACTION_THERE ? (1 - fraction) / FALL_PER_REP : (FRACTION_THERE * (30 + LINE_ENDS_AT)) / fraction - 30
}
