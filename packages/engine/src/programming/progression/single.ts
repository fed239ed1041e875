import { climb } from './climb.ts'
import type { Progression, RuleOf } from './plan.ts'

/**
 * Single progression: the repetitions stay, the load rises as soon as all of them are there with the reserve kept. Twice short in a row:
 * a tenth less.
 */
export const single: Progression<RuleOf<'single'>> = (plan, done) =>
  climb(plan, done, {
    addKg: plan.rule.addKg,
    misses: 2,
    resetPercent: 10,
    isEarned: ({ keptReserve }) => keptReserve,
    notYet: () => ({ code: 'too_hard' }),
  })
