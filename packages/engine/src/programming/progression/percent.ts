import type { MovementInPlan, Progression, ProgressionState, ProgressionStep, RuleOf } from './plan.ts'
import { changed, isRoundDone, lastLine, lineAt, setsOf, verdictOf } from './sets.ts'
import { LARGEST_RISE } from '../../prescription/guardrails.ts'
import { maximumShown, nearest } from './steps.ts'

type Plan = MovementInPlan<RuleOf<'percent'>>

/**
 * By percentages of a training maximum: a table of sets, and after each round of it a maximum that is `addKg` more (at most 7.5 %), or a
 * tenth less where any set of the round fell short. The training maximum is a share of the real one, so that the table can be kept on
 * bad days. Without a known maximum the table stands with its percentages, and the first sets done tell it.
 */
export const percent: Progression<RuleOf<'percent'>> = (plan, done) => {
  const { state, rule } = plan
  if (done === null) return next(plan, state, { code: 'first_time' })
  const line = lastLine(plan)
  const verdict = verdictOf(line, done, (place) => loadAt(plan, line[place]!.percent, state.maxKg))
  if (verdict.isUnfinished) return { sets: loaded(plan, line, state.maxKg), state, reason: { code: 'unfinished' } }
  const shown = maximumShown(done)
  const maxKg = state.maxKg ?? (shown === undefined ? undefined : (shown * rule.ofMaximum) / 100)
  const misses = state.misses + Number(verdict.isShort)
  if (!isRoundDone(plan) || maxKg === undefined) {
    return next(plan, changed(state, { maxKg, misses }), verdict.isShort ? { code: 'short', facts: { misses } } : { code: 'table' })
  }
  const toKg = misses > 0 ? maxKg * 0.9 : Math.min(maxKg + rule.addKg, maxKg * (1 + LARGEST_RISE))
  const code = misses > 0 ? 'max_reset' : toKg < maxKg + rule.addKg ? 'hard_cap' : 'max_up'
  return next(plan, changed(state, { maxKg: toKg, misses: 0 }), { code, facts: { fromKg: maxKg, toKg } })
}

const loadAt = ({ loads }: Plan, percent: number | undefined, maxKg: number | undefined) =>
  percent === undefined || maxKg === undefined ? undefined : nearest((maxKg * percent) / 100, loads)

const loaded = (plan: Plan, line: ReturnType<typeof lastLine>, maxKg: number | undefined) =>
  setsOf(line, (planned) => loadAt(plan, planned.percent, maxKg))

function next(plan: Plan, state: ProgressionState, reason: ProgressionStep['reason']): ProgressionStep {
  return { sets: loaded(plan, lineAt(plan, state.time), state.maxKg), state: changed(state, { time: state.time + 1 }), reason }
}
