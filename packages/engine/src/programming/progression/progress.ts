import { buildToDrop } from './build-to-drop.ts'
import { dailyUndulating } from './daily-undulating.ts'
import { double } from './double.ts'
import { linear } from './linear.ts'
import { paused } from './paused.ts'
import { percent } from './percent.ts'
import type { DoneSet, MovementInPlan, Progression, ProgressionRule, ProgressionStep, RuleOf } from './plan.ts'
import { rirRamp } from './rir-ramp.ts'
import { single } from './single.ts'
import { wave } from './wave.ts'

/** The nine ways of getting harder, by their names. */
export const progressions: { readonly [Style in ProgressionRule['style']]: Progression<RuleOf<Style>> } = {
  single,
  double,
  linear,
  paused,
  build_to_drop: buildToDrop,
  wave,
  percent,
  rir_ramp: rirRamp,
  daily_undulating: dailyUndulating,
}

/** What to do next of a movement in a plan, by whatever rule it has (`Progression`). */
export function progress(plan: MovementInPlan, done: readonly DoneSet[] | null): ProgressionStep {
  const progression = progressions[plan.rule.style] as Progression
  return progression(plan, done)
}
