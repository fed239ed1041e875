import type { LoggedSet, PlannedSet, RepForecast } from '../lifter/sets.ts'

/** Whatever is to be judged: it is told every set in order, and asked before it is told. */
export interface Forecaster {
  forecast(planned: PlannedSet): RepForecast
  observe(set: LoggedSet): void
}
