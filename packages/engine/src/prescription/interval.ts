import { reps, type Reps } from '@gymgenius/domain'
import { within } from '../numerics/bounds.ts'
import { normalCdf } from '../numerics/normal.ts'

/** The share of sets that should fall inside the interval shown with every load. */
export const INTERVAL_PROBABILITY = 0.8

export interface RepInterval {
  readonly low: Reps
  readonly high: Reps
  readonly probability: number
}

/**
 * Probability that a set ends with low to high repetitions.
 *
 *     P = Φ((high + ½ − μ) / σ) − Φ((low − ½ − μ) / σ)
 *
 * Units    repetitions; μ expected, σ their spread.
 * Valid    σ > 0. Counts are rounded from a normal, which is an assumption: real sets pile up on the planned number, so for
 *          a lifter who stops at the top of the range the truth is higher.
 * Source   Continuity correction, any textbook. The first form does not learn how well it is calibrated; it only measures σ.
 */
export function probabilityBetween(low: number, high: number, mean: number, spread: number): number {
  return within(normalCdf((high + 0.5 - mean) / spread) - normalCdf((low - 0.5 - mean) / spread), 0, 1)
}

/** The shortest interval of whole repetitions around the expectation that holds at least `INTERVAL_PROBABILITY`. Never below 0. */
export function repInterval(mean: number, spread: number): RepInterval {
  const centre = within(mean, 0, 400)
  let low = Math.round(centre)
  let high = low
  while (high - low < 200 && probabilityBetween(low === 0 ? -1000 : low, high, centre, spread) < INTERVAL_PROBABILITY) {
    if (low > 0 && centre - low < high - centre) low -= 1
    else if (low > 0 && high - centre >= centre - low) low -= 1
    else high += 1
  }
  return { low: reps(low), high: reps(high), probability: INTERVAL_PROBABILITY }
}
