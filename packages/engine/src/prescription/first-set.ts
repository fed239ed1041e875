import { maximumOf } from '../capacity/forecast.ts'
import { exp } from '../numerics/elementary.ts'
import type { MovementBelief } from '../capacity/belief.ts'
import type { Traits } from '../capacity/traits.ts'
import { aimOf, middleOf, shareFor } from './aim.ts'
import { LARGEST_RISE, provenLoad, riseLimit, stepAfterTop, stepAfterTopUnsaid } from './guardrails.ts'
import type { SetGoal } from './goal.ts'
import type { HardWeeks } from './hard-weeks.ts'
import type { PastWorkout } from './history.ts'
import type { Layoff } from './layoff.ts'
import { loadedTotal, moved, type Plan, roundedDown, startPlan } from './plan.ts'
import type { Resistance } from './resistance.ts'

/** What ln and exp lose on the way there and back. */
const ROUNDING = 1e-12

export interface Situation {
  readonly belief: MovementBelief
  readonly traits: Required<Traits>
  readonly weeks: HardWeeks
  /** What to aim for today; a layoff has already added to the reserve. */
  readonly goal: SetGoal
  readonly layoff: Layoff | undefined
  /** As the guardrails read it: no reserve that nobody said. */
  readonly past: readonly PastWorkout[]
  /** The same as it was logged. */
  readonly logged: readonly PastWorkout[]
  readonly now: number
  readonly resistance: Resistance
}

/**
 * The load of the first working set: the one that brings the lifter to the middle of the range at the target RIR, by the
 * belief. Then caution after time away, and the guardrails. Every step rises with strength, so a better set never brings a
 * lighter next one.
 */
export function planFirstSet(situation: Situation): Plan {
  const { layoff, past } = situation
  const plan = planFresh(situation)
  const last = past.at(-1)
  if (last === undefined) return plan
  return layoff === undefined ? guarded(held(plan, situation, last), situation, last) : roundedDown(plan)
}

/** What was asked was done with this load the last time: it stays at least, but for a morning that asks for less. */
function held(plan: Plan, situation: Situation, last: PastWorkout): Plan {
  const { weeks, goal, resistance } = situation
  const usual = provenLoad(last, goal)
  if (usual === undefined || weeks.now < 0) return plan
  const proven = usual * Math.min(1, formOf(situation) + ROUNDING) // a bad morning takes its share, and no more
  if (Math.max(plan.total, loadedTotal(plan, resistance)) >= proven) return plan
  return moved(plan, 'held', proven, { reps: goal.repLow, rir: goal.rir })
}

/** What this morning makes of the usual strength. */
const formOf = ({ belief, weeks }: Situation) => exp(belief.today.start - belief.level - weeks.now)

/** What an ordinary fresh day asks for, and what time away takes from it. */
export function planFresh(situation: Situation): Plan {
  const { belief, traits, weeks, goal, layoff, past } = situation
  const before = exp(belief.level)
  const usualRir = goal.rir - (layoff?.rirAdded ?? 0)
  const unspoiled = before / (layoff?.kept ?? 1)
  const plan = startPlan('strength', unspoiled * shareFor(aimOf(goal), usualRir, traits), {
    e1rmKg: unspoiled,
    sdKg: maximumOf(belief).sd,
    workouts: past.length,
    reps: middleOf(goal),
    rir: usualRir,
  })
  const back =
    layoff === undefined
      ? plan
      : moved(plan, 'layoff', before * layoff.caution * shareFor(aimOf(goal), goal.rir, traits), tellLayoff(layoff))
  const fatigue = exp(weeks.now)
  const tired = moved(back, 'hard_weeks', back.total * fatigue, { percent: (fatigue - 1) * 100, sets: weeks.setsMore })
  const form = formOf(situation)
  return moved(tired, 'readiness', tired.total * form, { percent: (form - 1) * 100 })
}

const tellLayoff = ({ days, kept, caution, rirAdded, setsShare }: Layoff) => ({
  days,
  percent: Math.round((1 - kept * caution) * 100),
  rirAdded,
  setsShare,
})

/** Where the smallest step is a large one, a step is taken once the top was reached and the belief asks for it. */
function guarded(fresh: Plan, { traits, goal, past, logged, now, resistance }: Situation, last: PastWorkout): Plan {
  const earned = stepAfterTopUnsaid(last, goal, resistance) ?? 0
  const plan = earned > loadedTotal(fresh, resistance) ? moved(fresh, 'top_reached', earned, { reps: goal.repHigh }) : fresh
  const limit = riseLimit(past, now, goal, traits)
  if (limit === undefined || loadedTotal(plan, resistance) <= limit) return plan
  const facts = { limitPercent: LARGEST_RISE * 100 }
  const step = stepAfterTop(logged.at(-1)!, goal, resistance) ?? 0
  if (step > limit && step <= loadedTotal(plan, resistance)) return moved(plan, 'step_over_cap', step, facts, 'step_over_cap')
  return roundedDown(moved(plan, 'hard_cap', Math.min(plan.total, limit), facts, 'hard_cap'))
}
