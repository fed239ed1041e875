import type { MovementInPlan, PlannedSets, Progression, ProgressionState, ProgressionStep, RuleOf, SetLine } from './plan.ts'
import { changed, isRoundDone, lastLine, lineAt, setsOf, verdictOf } from './sets.ts'
import { maximumShown, nearest, plannedShare, risen } from './steps.ts'

type Plan = MovementInPlan<RuleOf<'wave'>>

/**
 * Wave loading: repetitions fall and loads rise from time to time, say 8, 6, 4; then the next wave begins with the eights again and a
 * little more load. Each load follows from one maximum, which rises after a wave in which nothing was short; a wave with one short time
 * is done once more, one with two begins a tenth lower.
 */
export const wave: Progression<RuleOf<'wave'>> = (plan, done) => {
  const { state } = plan
  if (done === null) return next(plan, state, { code: 'first_time' })
  const line = lastLine(plan)
  const verdict = verdictOf(line, done, (place) => loadAt(plan, line[place]!, state.maxKg))
  if (verdict.isUnfinished) return { sets: loaded(plan, line, state.maxKg), state, reason: { code: 'unfinished' } }
  const maxKg = state.maxKg ?? maximumShown(done)
  const misses = state.misses + Number(verdict.isShort)
  if (!isRoundDone(plan) || maxKg === undefined) {
    const reason = verdict.isShort ? { code: 'short', facts: { misses } } : { code: 'wave_on' }
    return next(plan, changed(state, { maxKg, misses }), reason)
  }
  if (misses > 1) return next(plan, changed(state, { maxKg: maxKg * 0.9, misses: 0 }), { code: 'reset' })
  if (misses === 1) return next(plan, changed(state, { maxKg, misses: 0 }), { code: 'wave_again' })
  // What is added is added to the first load of the wave; the maximum behind it rises in proportion.
  const firstKg = nearest(maxKg * plannedShare(plan.lines[0]![0]!), plan.loads)
  const { toKg, flag } = risen(firstKg, plan.rule.addKg, plan.loads)
  const raised = firstKg === 0 ? maxKg : Math.max(maxKg, toKg / plannedShare(plan.lines[0]![0]!))
  const code = toKg === firstKg ? 'heaviest_load' : (flag ?? 'wave_up')
  return next(plan, changed(state, { maxKg: raised, misses: 0 }), { code, facts: { fromKg: firstKg, toKg } })
}

const loadAt = ({ loads }: Plan, planned: PlannedSets, maxKg: number | undefined) =>
  maxKg === undefined ? undefined : nearest(maxKg * plannedShare(planned), loads)

const loaded = (plan: Plan, line: SetLine, maxKg: number | undefined) => setsOf(line, (planned) => loadAt(plan, planned, maxKg))

function next(plan: Plan, state: ProgressionState, reason: ProgressionStep['reason']): ProgressionStep {
  return { sets: loaded(plan, lineAt(plan, state.time), state.maxKg), state: changed(state, { time: state.time + 1 }), reason }
}
