import { amountOf, rested, RESTED, type SetFatigue, tiredBy } from '../capacity/set-fatigue.ts'
import { isFailedAttempt } from '../capacity/reading.ts'
import { personalFatigue } from '../capacity/observe.ts'
import { MOST_RIR_BELIEVED } from '../capacity/effort.ts'
import { exp, log } from '../numerics/elementary.ts'
import { within } from '../numerics/bounds.ts'
import { aimOf, shareFor } from './aim.ts'
import { planFirstSet, planFresh, type Situation } from './first-set.ts'
import type { WorkSet } from './history.ts'
import { loadedTotal, moved, type Plan } from './plan.ts'

/** The most that a set may be heavier than the one before it, where one step is not more already. */
const LARGEST_RISE_WITHIN = 0.075
/** The same after a set of which five and more were left. */
const LARGEST_RISE_WHEN_EASY = 0.2
/** Repetitions that the expectation may be beside the middle of the range before the load changes: less is noise, and plates are work. */
const NOT_WORTH_A_CHANGE = 0.05
const MOST_SETS_AHEAD = 100

/** Fatigue at the next set: from the sets performed, and those skipped over in a preview, each followed by the advised rest. */
export function fatigueBefore({ belief: { today }, goal }: Situation, setNumber: number): SetFatigue {
  let fatigue = today.sets === 0 ? RESTED : rested(today.fatigue, goal.rest)
  for (let i = today.sets; i < Math.min(setNumber - 1, MOST_SETS_AHEAD); i++) fatigue = rested(tiredBy(fatigue, goal.rir), goal.rest)
  return fatigue
}

/** A load that did not move once is at least this far above today's maximum. Judgement. */
const FAILED_ATTEMPT = 0.9

/** Today's maximum in ln as its sets have shown it. */
export function strengthNow({ belief }: Situation, today: readonly WorkSet[]): number {
  const failed = today.filter(isFailedAttempt).map((set) => log(FAILED_ATTEMPT * set.total))
  return Math.min(belief.today.now, ...failed)
}

/**
 * The load of a later set: what today's strength less the fatigue so far can lift, unless the load of the set before is
 * near enough.
 */
export function planLaterSet(situation: Situation, today: readonly WorkSet[], setNumber: number): Plan {
  const { belief, traits, goal, layoff, resistance } = situation
  const last = today.at(-1)
  const fresh = planFresh(situation)
  const first = last === undefined ? planFirstSet(situation) : undefined
  const anchor = last === undefined ? loadedTotal(first!, resistance) : last.total
  const caution = last === undefined ? (layoff?.caution ?? 1) : 1
  const now = exp(strengthNow(situation, today)) * caution
  const tired = now * exp(-personalFatigue(belief) * amountOf(fatigueBefore(situation, setNumber)))

  let plan = { ...fresh, flags: first?.flags ?? [] }
  plan = moved(plan, 'today', now * shareFor(aimOf(goal), goal.rir, traits), { e1rmKg: now, sets: today.length })
  plan = moved(plan, 'fatigue', tired * shareFor(aimOf(goal), goal.rir, traits), {
    percent: (tired / now - 1) * 100,
    sets: Math.max(today.length, setNumber - 1),
  })
  const [lightest, heaviest] = bandOf(tired, situation)
  plan = moved(plan, 'same_as_before', within(anchor, lightest, heaviest), { loadKg: resistance.load(anchor) })
  const rise = (last?.rir ?? 0) > MOST_RIR_BELIEVED ? LARGEST_RISE_WHEN_EASY : LARGEST_RISE_WITHIN
  const limit = Math.max((1 + rise) * anchor, resistance.total(resistance.oneStepHarder(anchor)))
  return moved(plan, 'rise_limit', Math.min(plan.total, limit), { limitPercent: rise * 100 })
}

/** The lightest and heaviest total not worth a change. */
function bandOf(strength: number, { goal, traits }: Situation): readonly [lightest: number, heaviest: number] {
  const slack = Math.min(NOT_WORTH_A_CHANGE, (goal.repHigh - goal.repLow) / 2)
  return [strength * shareFor(aimOf(goal) + slack, goal.rir, traits), strength * shareFor(aimOf(goal) - slack, goal.rir, traits)]
}
