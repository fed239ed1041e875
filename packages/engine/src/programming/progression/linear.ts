import { climb } from './climb.ts'
import type { Progression, RuleOf } from './plan.ts'

/**
 * Linear progression: the load rises every time that all repetitions were done, however hard they were; after `misses` times short in a
 * row it is taken back by `resetPercent` and climbs again. What beginners gain from workout to workout.
 */
export const linear: Progression<RuleOf<'linear'>> = (plan, done) =>
  climb(plan, done, {
    addKg: plan.rule.addKg,
    misses: plan.rule.misses,
    resetPercent: plan.rule.resetPercent,
    isEarned: () => true,
    notYet: () => ({ code: 'short' }),
  })
