import { reps, type Reps } from '@gymgenius/domain'

/** The share of sets that should fall inside the interval shown with every load. */
export const INTERVAL_PROBABILITY = 0.8

export interface RepInterval {
  readonly low: Reps
  readonly high: Reps
  readonly probability: number
}

const MOST_REPS = 400
const WIDEST = 200

/**
 * The shortest interval of whole repetitions around the expectation that holds at least `INTERVAL_PROBABILITY`. Never below 0.
 * `atLeast(r)` is the probability of r repetitions or more, and falls with r.
 */
export function repInterval(expected: number, atLeast: (reps: number) => number): RepInterval {
  const between = (low: number, high: number) => (low <= 0 ? 1 : atLeast(low)) - atLeast(high + 1)
  let low = Math.round(Math.min(Math.max(expected, 0), MOST_REPS))
  let high = low
  while (high - low < WIDEST && between(low, high) < INTERVAL_PROBABILITY) {
    if (low > 0 && between(low - 1, high) >= between(low, high + 1)) low -= 1
    else high += 1
  }
  return { low: reps(low), high: reps(high), probability: INTERVAL_PROBABILITY }
}
