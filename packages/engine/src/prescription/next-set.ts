import { within } from '../numerics/bounds.ts'
import { repsTaken } from '../fatigue/set-fatigue.ts'
import { afterWorkout, UNSAID_RIR } from '../strength/belief.ts'
import { fractionOfMax, repsAtFraction } from '../strength/reps-curve.ts'
import { bandOf, NOISE_REPS, planFirstSet, settled, type Situation } from './first-set.ts'
import { aimOf } from './guardrails.ts'
import type { SetGoal } from './goal.ts'
import type { WorkSet } from './history.ts'
import { loadedTotal, moved, type Plan, startPlan } from './plan.ts'
import type { Resistance } from './resistance.ts'

/** How far one set of today moves the belief about today. Today's form is free to differ from yesterday's. */
const GAIN_TODAY = 0.6
/** The most that a set may be heavier than the one before it, where one step is not more already. */
const LARGEST_RISE_WITHIN = 0.075

/** Repetitions that the sets so far take from the next one: those performed, and those skipped over in a preview. */
export function repsTakenSoFar(today: readonly WorkSet[], setNumber: number, goal: SetGoal): number {
  const performed = today.reduce((sum, set, i) => sum + repsTaken(i, set.rir ?? UNSAID_RIR, goal.rest), 0)
  let expected = 0
  for (let i = today.length; i < Math.min(setNumber, 100) - 1; i++) expected += repsTaken(i, goal.rir, goal.rest)
  return performed + expected
}

/** Strength as today's sets show it, each read as if it had been done fresh. Falling short of the range is failing. */
export function strengthToday(before: number, today: readonly WorkSet[], goal: SetGoal): number {
  let taken = 0
  let strength = before
  today.forEach((set, i) => {
    const rir = set.rir ?? (set.reps < goal.repLow ? 0 : undefined)
    strength =
      set.reps === 0
        ? Math.min(strength, FAILED_ATTEMPT * set.total)
        : afterWorkout(strength, [{ total: set.total, reps: set.reps + taken, rir }], GAIN_TODAY)
    taken += repsTaken(i, rir ?? UNSAID_RIR, goal.rest)
  })
  return strength
}

/** A load that did not move once is at least this far above today's maximum. Judgement. */
const FAILED_ATTEMPT = 0.9

/**
 * The load of a later set: that of the set before, unless the repetitions to expect there leave the range by more than noise.
 * Then the nearest load that brings them back.
 */
export function planLaterSet(situation: Situation, today: readonly WorkSet[], setNumber: number): Plan {
  const { strength, goal, layoff, past, resistance } = situation
  const last = today.at(-1)
  const first = last === undefined ? planFirstSet(situation) : undefined
  const anchor = last === undefined ? loadedTotal(first!, resistance) : last.total
  const believed = strength * (layoff?.strengthFactor ?? 1)
  const now = strengthToday(believed, today, goal)
  const taken = repsTakenSoFar(today, setNumber, goal)

  const aim = aimOf(goal) + goal.rir
  let plan = startPlan('strength', believed * fractionOfMax(aim), {
    e1rmKg: believed,
    workouts: past.length,
    reps: aimOf(goal),
    rir: goal.rir,
  })
  plan = { ...plan, flags: first?.flags ?? [] }
  plan = moved(plan, 'today', now * fractionOfMax(aim), { e1rmKg: now, sets: today.length })
  plan = moved(plan, 'fatigue', now * fractionOfMax(aim + taken), { reps: taken, sets: Math.max(today.length, setNumber - 1) })
  const expected = repsAtFraction(anchor / now) - taken - goal.rir
  if (expected < goal.repLow - NOISE_REPS) return lowered(plan, now, goal, taken, anchor, resistance)
  if (expected > goal.repHigh + NOISE_REPS) return raised(plan, now, goal, taken, anchor, resistance)
  return moved(plan, 'same_as_before', anchor, { loadKg: resistance.load(anchor) })
}

function lowered(plan: Plan, strength: number, goal: SetGoal, taken: number, anchor: number, resistance: Resistance): Plan {
  const [lightest, heaviest] = bandOf(strength, goal, taken)
  const back = moved(plan, 'behind_range', within(anchor, lightest, heaviest), { loadKg: resistance.load(anchor), repLow: goal.repLow })
  return settled(back, strength, goal, taken, resistance)
}

function raised(plan: Plan, strength: number, goal: SetGoal, taken: number, anchor: number, resistance: Resistance): Plan {
  const [lightest] = bandOf(strength, goal, taken)
  const limit = Math.max((1 + LARGEST_RISE_WITHIN) * anchor, resistance.total(resistance.oneStepHarder(anchor)))
  return moved(plan, 'ahead_of_range', Math.min(lightest, limit), { loadKg: resistance.load(anchor), repHigh: goal.repHigh })
}
