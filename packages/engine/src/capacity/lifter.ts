import { limits } from '@gymgenius/domain'
import type { LoggedSet, PlannedSet, RepForecast } from '../lifter/sets.ts'
import { log } from '../numerics/elementary.ts'
import { within } from '../numerics/bounds.ts'
import { type LifterBelief, MOST_MOVEMENTS, type MovementBelief } from './belief.ts'
import { shownAt } from './chosen-loads.ts'
import { type Capacity, capacityAfter, forecastOf, maximumOf } from './forecast.ts'
import { firstBelief } from './first-belief.ts'
import { afterSet, noisiness, openWorkout, personalFatigue, restBefore } from './observe.ts'
import { amountOf, RESTED, rested } from './set-fatigue.ts'
import type { WorkedSet } from './reading.ts'
import { workedAgainst } from './worked-against.ts'

/** How much of a day's form in one movement is there in the next one. */
const SHARED_FORM = 0.3
const LATEST_INSTANT = 8.64e15
const LIGHTEST_READ = 0.1

/** The belief after one more set. Warm-ups, drop sets and impossible numbers say nothing of capacity. */
export function observe(belief: LifterBelief, set: LoggedSet): LifterBelief {
  const worked = workedSet(set)
  if (set.kind !== 'working' || worked === undefined) return belief
  const before = opened(belief, set)
  const after = afterSet(before, worked)
  const form = belief.form.workoutKey === set.workoutKey ? belief.form : { workoutKey: set.workoutKey, sum: 0, movements: 0 }
  const isFirst = before.today.sets === 0
  const moved = after.today.now - (isFirst ? after.today.start : before.today.now)
  return {
    movements: remembered(belief.movements, set.movement.key, after),
    form: { ...form, sum: form.sum + (before.sets === 0 ? 0 : moved), movements: form.movements + Number(isFirst) },
  }
}

export interface CapacityForecast {
  /** Of the repetitions done when stopping at the planned reserve; at none left where none is said. */
  readonly probabilities: RepForecast
  /** Of the maximum on an ordinary fresh day, kg of what is worked against. */
  readonly e1rm: { readonly mean: number; readonly sd: number }
}

/** What this lifter could do at a load, stopping at a reserve. */
export function capacityForecast(belief: LifterBelief, planned: PlannedSet): CapacityForecast {
  const movement = opened(belief, planned)
  const lnTotal = log(within(totalOf(planned), LIGHTEST_READ, 1e6))
  const capacity = foretold(movement, planned, lnTotal)
  return { probabilities: forecastOf(within(planned.rir ?? 0, 0, limits.rir), lnTotal, capacity), e1rm: maximumOf(movement) }
}

/** Sets with a said reserve that must have been seen before what was done at a load is trusted over the curve. */
const ENOUGH_CHOSEN = 3

function foretold(movement: MovementBelief, planned: PlannedSet, lnTotal: number): Capacity {
  const fatigue =
    movement.today.sets === 0
      ? RESTED
      : rested(movement.today.fatigue, restBefore(movement, { at: planned.at, rest: planned.rest ?? undefined }))
  if (planned.rir === null || movement.chosen.sets < ENOUGH_CHOSEN) return capacityAfter(movement, fatigue)
  const { mean, variance } = shownAt(movement.chosen, lnTotal, noisiness(movement))
  return { mean: mean - personalFatigue(movement) * amountOf(fatigue), variance }
}

/** The belief in the movement of a set, with the set's workout begun. */
function opened(belief: LifterBelief, set: PlannedSet): MovementBelief {
  const known = belief.movements[set.movement.key] ?? firstBelief(belief, set.movement, set.bodyMass)
  if (known.sets > 0 && known.today.workoutKey === set.workoutKey) return known
  const { workoutKey, sum, movements } = belief.form
  const form = workoutKey === set.workoutKey && movements > 0 ? (SHARED_FORM * sum) / movements : 0
  return openWorkout(known, set.workoutKey, within(set.at, -LATEST_INSTANT, LATEST_INSTANT), form)
}

function remembered(movements: LifterBelief['movements'], key: string, belief: MovementBelief): LifterBelief['movements'] {
  const next = { ...movements, [key]: belief }
  const keys = Object.keys(next)
  if (keys.length > MOST_MOVEMENTS) {
    const oldest = keys.reduce((a, b) => (next[b]!.at < next[a]!.at ? b : a))
    delete next[oldest]
  }
  return next
}

const totalOf = ({ movement, load, bodyMass }: PlannedSet) => workedAgainst(movement.loadKind, load, bodyMass)

/** Undefined for what nobody lifts. */
function workedSet(set: LoggedSet): WorkedSet | undefined {
  const total = totalOf(set)
  const { reps, rest } = set
  if (!(total >= LIGHTEST_READ && total <= 2 * limits.loadKg && reps >= 0 && reps <= limits.reps)) return undefined
  const said = set.rir !== null && set.rir >= 0 ? Math.min(set.rir, limits.rir) : undefined
  return { at: within(set.at, -LATEST_INSTANT, LATEST_INSTANT), total, reps, rir: set.toFailure ? 0 : said, rest: rest ?? undefined }
}
