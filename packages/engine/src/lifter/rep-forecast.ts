import { normalCdf } from '../numerics/normal.ts'
import { FORECAST_REPS, type RepForecast } from './sets.ts'

/** The repetitions below which so much of a forecast lies. */
export const forecastLevels = [0.025, 0.1, 0.5, 0.9, 0.975] as const
export type RepQuantiles = Readonly<Record<(typeof forecastLevels)[number], number>>

/** No count of repetitions is impossible. */
const LEAST = 1e-6

/** A normal over repetitions, cut into counts: all below 1 counts as 1, all above the last as the last. `spread` above 0. */
export function normalForecast(mean: number, spread: number): RepForecast {
  const probabilities = new Float64Array(FORECAST_REPS)
  const scale = 1 / (1 + LEAST * FORECAST_REPS)
  let below = 0
  for (let i = 0; i < FORECAST_REPS; i++) {
    const upTo = i === FORECAST_REPS - 1 ? 1 : normalCdf((i + 1.5 - mean) / spread)
    probabilities[i] = (Math.max(0, upTo - below) + LEAST) * scale
    below = Math.max(below, upTo)
  }
  return probabilities
}

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
