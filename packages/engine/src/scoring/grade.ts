import { FORECAST_REPS, type RepForecast } from '../lifter/sets.ts'
import { log } from '../numerics/elementary.ts'

/** How one forecast fared against the reps that were logged. */
export interface Grade {
  /** |median − reps|: the median is the point that a probability forecast itself says has the least absolute error. */
  readonly error: number
  /** Continuous ranked probability score, in reps. */
  readonly crps: number
  /** −ln of the probability given to what happened. */
  readonly nll: number
  /** The randomised PIT lies evenly between these two: below what happened, and up to it. */
  readonly below: number
  readonly upTo: number
  /** The chance that it falls within the middle 50 %, 80 % and 95 %. */
  readonly inside50: number
  readonly inside80: number
  readonly inside95: number
}

/** A forecast that gave no chance to what happened is charged this much, not infinity. */
const LEAST_PROBABILITY = 1e-9

/**
 * Scores one forecast.
 *
 *     CRPS = Σ (F(r) − 1[reps ≤ r])²        PIT ~ U(F(reps − 1), F(reps))
 *
 * Units    CRPS and error in reps. Coverage is the expectation over the randomised PIT, so no chance is drawn.
 * Valid    probabilities that sum to 1; reps outside 1…30 count as the nearest cell.
 * Source   Gneiting & Raftery (2007), JASA 102, 359–378; Czado, Gneiting & Held (2009), Biometrics 65, 1254–1261.
 */
export function grade(forecast: RepForecast, reps: number): Grade {
  const cell = Math.max(1, Math.min(FORECAST_REPS, Math.round(reps)))
  let below = 0
  let crps = 0
  let low = 0
  let high = 1
  for (let r = 1; r <= FORECAST_REPS; r++) {
    if (r === cell) low = below
    below += forecast[r - 1]!
    if (r === cell) high = below
    const miss = r >= cell ? 1 - below : below
    crps += miss * miss
  }
  return {
    error: Math.abs(medianOf(forecast) - cell),
    crps,
    nll: log(1 / Math.max(LEAST_PROBABILITY, forecast[cell - 1]!)),
    below: low,
    upTo: high,
    inside50: shareInside(low, high, 0.25, 0.75),
    inside80: shareInside(low, high, 0.1, 0.9),
    inside95: shareInside(low, high, 0.025, 0.975),
  }
}

/** The least number of reps that at least half of the probability does not pass. */
export const medianOf = (forecast: RepForecast) => quantileOf(forecast, 0.5)

/** The least r with F(r) ≥ p. */
export function quantileOf(forecast: RepForecast, p: number): number {
  let below = 0
  for (let r = 1; r < FORECAST_REPS; r++) {
    below += forecast[r - 1]!
    if (below >= p) return r
  }
  return FORECAST_REPS
}

function shareInside(low: number, high: number, from: number, to: number) {
  if (high <= low) return low >= from && low <= to ? 1 : 0
  return Math.max(0, Math.min(high, to) - Math.max(low, from)) / (high - low)
}
