import { climb } from './climb.ts'
import type { Progression, RuleOf } from './plan.ts'

/**
 * Double progression: first more repetitions within the range, then, when every set is at its top with the reserve kept, more load and the
 * bottom of the range again. Twice below the range in a row: a tenth less.
 */
export const double: Progression<RuleOf<'double'>> = (plan, done) =>
  climb(plan, done, {
    addKg: plan.rule.addKg,
    misses: 2,
    resetPercent: 10,
    isEarned: ({ isTopped, keptReserve }) => isTopped && keptReserve,
    notYet: ({ isTopped, fewestReps }) => (isTopped ? { code: 'too_hard' } : { code: 'more_reps', facts: { reps: fewestReps + 1 } }),
  })
