import { within } from '../numerics/bounds.ts'
import { fractionOfMax } from '../strength/reps-curve.ts'
import { aimOf, heaviestOf, LARGEST_RISE, riseLimit, stepAfterTop } from './guardrails.ts'
import type { SetGoal } from './goal.ts'
import type { PastWorkout } from './history.ts'
import type { Layoff } from './layoff.ts'
import { loadedTotal, moved, type Plan, roundedDown, startPlan } from './plan.ts'
import type { Resistance } from './resistance.ts'

export interface Situation {
  /** Believed one-repetition maximum, before any layoff is counted, kg of what is worked against. */
  readonly strength: number
  /** What to aim for today; a layoff has already added to the reserve. */
  readonly goal: SetGoal
  readonly layoff: Layoff | undefined
  readonly past: readonly PastWorkout[]
  readonly now: number
  readonly resistance: Resistance
}

/**
 * The load of the first working set: last time's, moved no further than it takes to expect repetitions inside the range.
 *
 * Where last time's load promises between repLow + ¼ and repHigh − 1 repetitions: the same again. Otherwise the nearest load
 * that does. Top of the range reached at the target RIR: at least one step more. Then the guardrails.
 * Every step rises with strength and with what was done last time, so a better set never brings a lighter next one.
 */
export function planFirstSet(situation: Situation): Plan {
  const { strength, goal, layoff, past, resistance } = situation
  const usualRir = goal.rir - (layoff?.rirAdded ?? 0)
  const fresh = startPlan('strength', strength * fractionOfMax(aimOf(goal) + usualRir), {
    e1rmKg: strength,
    workouts: past.length,
    reps: aimOf(goal),
    rir: usualRir,
  })
  const last = past.at(-1)
  if (last === undefined) return fresh
  const factor = layoff?.strengthFactor ?? 1
  const rested =
    layoff === undefined ? fresh : moved(fresh, 'layoff', strength * factor * fractionOfMax(aimOf(goal) + goal.rir), tellLayoff(layoff))
  const [lightest, heaviest] = bandOf(strength * factor, goal, 0)
  const near = moved(rested, 'last_time', within(heaviestOf(last) * factor, lightest, heaviest), {
    loadKg: resistance.load(heaviestOf(last)),
  })
  if (layoff !== undefined) return roundedDown(near)
  return guarded(settled(near, strength, goal, 0, resistance), situation, last)
}

/** The lightest and heaviest total worth lifting for this goal, when `taken` repetitions are lost to the sets before. */
export function bandOf(strength: number, goal: SetGoal, taken: number): readonly [lightest: number, heaviest: number] {
  const width = goal.repHigh - goal.repLow
  const most = goal.repHigh - Math.min(1, width / 2)
  const fewest = goal.repLow + Math.min(0.25, width / 2)
  return [strength * fractionOfMax(most + goal.rir + taken), strength * fractionOfMax(fewest + goal.rir + taken)]
}

/** Expected repetitions may leave the range by this much before the load changes: less is noise. */
export const NOISE_REPS = 0.5

/** Rounds down where rounding to the nearest load would leave the range, as it can where steps are coarse. */
export function settled(plan: Plan, strength: number, goal: SetGoal, taken: number, resistance: Resistance): Plan {
  const most = strength * fractionOfMax(Math.max(0, goal.repLow - NOISE_REPS) + goal.rir + taken)
  return loadedTotal(plan, resistance) > most ? roundedDown(plan) : plan
}

const tellLayoff = ({ days, strengthFactor, rirAdded, setsShare }: Layoff) => ({
  days,
  percent: Math.round((1 - strengthFactor) * 100),
  rirAdded,
  setsShare,
})

function guarded(plan: Plan, { goal, past, now, resistance }: Situation, last: PastWorkout): Plan {
  const step = stepAfterTop(last, goal, resistance)
  const wanted =
    step !== undefined && step > loadedTotal(plan, resistance) ? moved(plan, 'top_reached', step, { reps: goal.repHigh }) : plan
  const limit = riseLimit(past, now, goal)
  if (limit === undefined || loadedTotal(wanted, resistance) <= limit) return wanted
  const facts = { limitPercent: LARGEST_RISE * 100 }
  if (step !== undefined && step > limit) return moved(wanted, 'step_over_cap', step, facts, 'step_over_cap')
  return roundedDown(moved(wanted, 'hard_cap', Math.min(wanted.total, limit), facts, 'hard_cap'))
}
