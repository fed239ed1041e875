import type { MovementInPlan, Progression, ProgressionState, ProgressionStep, RuleOf } from './plan.ts'
import { changed, heaviestOf, lastLine, lineAt, setsOf, verdictOf } from './sets.ts'
import { lowered, risen } from './steps.ts'

type Plan = MovementInPlan<RuleOf<'daily_undulating'>>

/**
 * Daily undulation: each time another range, say heavy, light and middling in turn, and each of them climbs by itself: done, its load is
 * one rise more the next time it comes round (each range is held to the 7.5 % rule by itself); short, it stays; short twice in a row among all of them, it is a tenth less.
 */
export const dailyUndulating: Progression<RuleOf<'daily_undulating'>> = (plan, done) => {
  const { state } = plan
  if (done === null) return next(plan, state, { code: 'first_time' })
  const place = (state.time - 1) % plan.lines.length
  const plannedKg = state.lineLoadsKg?.[place] ?? undefined
  const { isUnfinished, isShort, keptReserve } = verdictOf(lastLine(plan), done, () => plannedKg)
  if (isUnfinished) return { sets: setsOf(lastLine(plan), () => plannedKg), state, reason: { code: 'unfinished' } }
  const loadKg = plannedKg ?? heaviestOf(done)
  const misses = isShort ? state.misses + 1 : 0
  if (loadKg === undefined) return next(plan, changed(state, { misses }), { code: isShort ? 'short' : 'undulates' })
  if (isShort && misses > 1) return next(plan, withLoad(plan, place, lowered(loadKg, 10, plan.loads), 0), { code: 'reset' })
  if (isShort || !keptReserve) {
    return next(plan, withLoad(plan, place, loadKg, misses), { code: isShort ? 'short' : 'too_hard' })
  }
  const { toKg, flag } = risen(loadKg, plan.rule.addKg, plan.loads)
  // The rise is planned for when this line comes round again; a flag is told now, with what it is about.
  return next(plan, withLoad(plan, place, toKg, 0), { code: flag ?? 'undulates', facts: { fromKg: loadKg, toKg } })
}

function withLoad({ state, lines }: Plan, place: number, loadKg: number, misses: number): ProgressionState {
  const lineLoadsKg = lines.map((_, i) => (i === place ? loadKg : (state.lineLoadsKg?.[i] ?? null)))
  return changed(state, { lineLoadsKg, misses })
}

function next(plan: Plan, state: ProgressionState, reason: ProgressionStep['reason']): ProgressionStep {
  const loadKg = state.lineLoadsKg?.[state.time % plan.lines.length] ?? undefined
  return { sets: setsOf(lineAt(plan, state.time), () => loadKg), state: changed(state, { time: state.time + 1 }), reason }
}
