import { limits } from '@gymgenius/domain'
import type { LoggedSet, PlannedSet, RepForecast } from '../lifter/sets.ts'
import { log } from '../numerics/elementary.ts'
import { within } from '../numerics/bounds.ts'
import { type FatigueSeen, type LifterBelief, MOST_MOVEMENTS, type MovementBelief, NO_FATIGUE_SEEN } from './belief.ts'
import { likenessToHabit, shownAt } from './chosen-loads.ts'
import { capacityAfter, forecastOf, maximumOf } from './forecast.ts'
import { firstBelief } from './first-belief.ts'
import { afterSet, fatigueRatio, openWorkout, personalFatigue, restBefore } from './observe.ts'
import { amountOf, RESTED, rested, type SetFatigue } from './set-fatigue.ts'
import { CHOSEN_TRAITS, type WorkedSet } from './reading.ts'
import { workedAgainst } from './worked-against.ts'

/** How much of a day's form in one movement is there in the next one. */
const SHARED_FORM = 0.3
const LATEST_INSTANT = 8.64e15
const LIGHTEST_READ = 0.1

/** The belief after one more set. Warm-ups, drop sets and impossible numbers say nothing of capacity. */
export function observe(belief: LifterBelief, set: LoggedSet): LifterBelief {
  const worked = workedSet(set)
  if (set.kind !== 'working' || worked === undefined) return belief
  const before = movementBelief(belief, set)
  const after = afterSet(before, worked)
  const form = belief.form.workoutKey === set.workoutKey ? belief.form : { workoutKey: set.workoutKey, sum: 0, movements: 0 }
  const isFirst = before.today.sets === 0
  const moved = after.today.now - (isFirst ? after.today.start : before.today.now)
  return {
    movements: remembered(belief.movements, set.movement.key, after),
    fatigueSeen: plus(belief.fatigueSeen, after.fatigueSeen, before.fatigueSeen),
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
  const movement = movementBelief(belief, planned)
  const lnTotal = log(within(totalOf(planned), LIGHTEST_READ, 1e6))
  const rir = within(planned.rir ?? 0, 0, limits.rir)
  const fatigue = fatigueAt(movement, planned)
  const e1rm = maximumOf(movement)
  const { chosen } = movement
  if (planned.rir === null || chosen === null || chosen.sets < ENOUGH_CHOSEN) {
    return { probabilities: forecastOf(rir, lnTotal, capacityAfter(movement, fatigue)), e1rm }
  }
  const { mean, variance } = shownAt(chosen, lnTotal)
  const shown = { mean: mean - personalFatigue(movement) * amountOf(fatigue), variance }
  return { probabilities: forecastOf(rir, lnTotal, shown, CHOSEN_TRAITS), e1rm }
}

/** How well the lifter's habit answers for a planned set with a reserve, 0 to 1: only at loads and reserves they chose themselves. */
export function likeHabit(belief: LifterBelief, planned: PlannedSet): number {
  const { chosen } = movementBelief(belief, planned)
  if (planned.rir === null || chosen === null || chosen.sets < ENOUGH_CHOSEN) return 0
  return likenessToHabit(chosen, log(within(totalOf(planned), LIGHTEST_READ, 1e6)), planned.rir)
}

/** Sets with a said reserve that must have been seen before what was done at a load is trusted over the curve. */
const ENOUGH_CHOSEN = 3

function fatigueAt(movement: MovementBelief, { at, rest }: PlannedSet): SetFatigue {
  if (movement.today.sets === 0) return RESTED
  return rested(movement.today.fatigue, restBefore(movement, { at, rest: rest ?? undefined }))
}

/** What is believed of the movement of a set when its workout begins, or goes on. */
export function movementBelief(belief: LifterBelief, set: PlannedSet): MovementBelief {
  const { key } = set.movement
  const known =
    (Object.hasOwn(belief.movements, key) ? belief.movements[key] : undefined) ?? firstBelief(belief, set.movement, set.bodyMass)
  if (known.sets > 0 && known.today.workoutKey === set.workoutKey) return known
  const { workoutKey, sum, movements } = belief.form
  const form = workoutKey === set.workoutKey && movements > 0 ? (SHARED_FORM * sum) / movements : 0
  const usualRatio = fatigueRatio(plus(belief.fatigueSeen, NO_FATIGUE_SEEN, known.fatigueSeen), 1)
  return openWorkout({ ...known, usualRatio }, set.workoutKey, within(set.at, -LATEST_INSTANT, LATEST_INSTANT), form)
}

/** What all movements show of fatigue, with one of them counted anew or left out. */
const plus = (all: FatigueSeen, now: FatigueSeen, before: FatigueSeen): FatigueSeen => ({
  products: all.products + now.products - before.products,
  squares: Math.max(0, all.squares + now.squares - before.squares),
})

function remembered(movements: LifterBelief['movements'], key: string, belief: MovementBelief): LifterBelief['movements'] {
  const next = { ...movements, [key]: belief }
  if (Object.hasOwn(movements, key)) return next
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
