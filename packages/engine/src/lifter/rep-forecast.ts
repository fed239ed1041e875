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
