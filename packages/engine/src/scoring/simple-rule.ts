import { FORECAST_REPS, type LoggedSet, type PlannedSet, type RepForecast } from '../lifter/sets.ts'
import type { Forecaster } from './forecaster.ts'
import { isSameLoad, isWorkingSet } from './masks.ts'

interface Day {
  readonly workoutKey: string
  readonly sets: { readonly load: number; readonly reps: number }[]
}

/** Loads remembered of one movement; far more than a lifter uses. */
const LOADS_KEPT = 200
/** With no set of the movement before. */
const USUAL_REPS = 8
/** Of each rep further from the rule's answer, how much less likely. The rule has no spread of its own; its median is what counts. */
const SPREAD = 0.45

/**
 * What a careful copyist would say: the reps of the previous set if the load is the same, else of the same set number last
 * time if that load is the same, else of the last time at that load, else of the last set. A model has to beat it.
 */
export class SimpleRule implements Forecaster {
  private readonly movements = new Map<string, { today: Day; last: Day; readonly atLoad: { load: number; reps: number }[] }>()

  forecast(planned: PlannedSet): RepForecast {
    return around(this.repsFor(planned))
  }

  repsFor(planned: PlannedSet): number {
    const movement = this.movements.get(planned.movement.key)
    if (movement === undefined) return USUAL_REPS
    const isSameDay = movement.today.workoutKey === planned.workoutKey
    const today = isSameDay ? movement.today.sets : []
    const last = isSameDay ? movement.last.sets : movement.today.sets
    const same = [today.at(-1), last[today.length], ...movement.atLoad].find(
      (set) => set !== undefined && isSameLoad(set.load, planned.load),
    )
    return (same ?? movement.today.sets.at(-1))?.reps ?? USUAL_REPS
  }

  observe(set: LoggedSet): void {
    if (!isWorkingSet(set)) return
    const none = { workoutKey: '', sets: [] }
    const movement = this.movements.get(set.movement.key) ?? { today: none, last: none, atLoad: [] }
    this.movements.set(set.movement.key, movement)
    if (movement.today.workoutKey !== set.workoutKey) {
      movement.last = movement.today
      movement.today = { workoutKey: set.workoutKey, sets: [] }
    }
    movement.today.sets.push({ load: set.load, reps: set.reps })
    const known = movement.atLoad.findIndex(({ load }) => isSameLoad(load, set.load))
    if (known >= 0) movement.atLoad.splice(known, 1)
    movement.atLoad.unshift({ load: set.load, reps: set.reps })
    if (movement.atLoad.length > LOADS_KEPT) movement.atLoad.pop()
  }
}

function around(reps: number): RepForecast {
  const forecast = new Float64Array(FORECAST_REPS)
  const point = Math.min(FORECAST_REPS, Math.max(1, reps))
  let sum = 0
  for (let r = 1; r <= FORECAST_REPS; r++) {
    let p = 1
    for (let step = Math.abs(r - point); step > 0; step--) p *= SPREAD
    forecast[r - 1] = p
    sum += p
  }
  // The median is the rule's answer at the edges too: what would fall outside 1…30 is put on the point.
  const lost = (1 + SPREAD) / (1 - SPREAD) - sum
  forecast[point - 1] = forecast[point - 1]! + lost
  return forecast.map((p) => p / (sum + lost))
}
