import { exp, log } from '../numerics/elementary.ts'
import { FORECAST_REPS, type RepForecast } from './sets.ts'

/** The repetitions below which so much of a forecast lies. */
export const forecastLevels = [0.025, 0.1, 0.5, 0.9, 0.975] as const
export type RepQuantiles = Readonly<Record<(typeof forecastLevels)[number], number>>

export function meanReps(probabilities: RepForecast): number {
  let mean = 0
  for (let i = 0; i < FORECAST_REPS; i++) mean += (i + 1) * probabilities[i]!
  return mean
}

/** The smallest count at which the forecast reaches each level. */
export function quantilesOf(probabilities: RepForecast): RepQuantiles {
  const at = (level: number) => {
    let reached = 0
    for (let i = 0; i < FORECAST_REPS; i++) {
      reached += probabilities[i]!
      if (reached >= level) return i + 1
    }
    return FORECAST_REPS
  }
  const [lowest, low, middle, high, highest] = forecastLevels
  return { [lowest]: at(lowest), [low]: at(low), [middle]: at(middle), [high]: at(high), [highest]: at(highest) } as RepQuantiles
}

/**
 * Two forecasts of one set as one.
 *
 *     p ∝ a^u · b^v
 *
 * Units    probabilities; u and v weights ≥ 0.
 * Valid    forecasts that give every count some chance.
 * Source   Logarithmic opinion pool: Genest & Zidek (1986), Statist Sci 1(1), 114–135.
 */
export function pooled(a: RepForecast, u: number, b: RepForecast, v: number): RepForecast {
  const probabilities = new Float64Array(FORECAST_REPS)
  let total = 0
  for (let i = 0; i < FORECAST_REPS; i++) {
    const weight = exp(u * log(Math.max(LEAST, a[i]!)) + v * log(Math.max(LEAST, b[i]!)))
    probabilities[i] = weight
    total += weight
  }
  for (let i = 0; i < FORECAST_REPS; i++) probabilities[i] = probabilities[i]! / total
  return probabilities
}

/** No count of repetitions is impossible. */
const LEAST = 1e-9
