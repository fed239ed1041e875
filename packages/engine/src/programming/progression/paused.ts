import type { MovementInPlan, Progression, ProgressionState, ProgressionStep, RuleOf } from './plan.ts'
import { changed, heaviestOf, lastLine, lineAt, setsOf, verdictOf } from './sets.ts'
import { lowered, risen } from './steps.ts'

type Plan = MovementInPlan<RuleOf<'paused'>>

/**
 * Paused variations: the same load with a pause that gets shorter from time to time; when even the shortest is done the load rises and
 * the pause is long again. Short: the same pause once more; twice in a row: a tenth less and the long pause.
 */
export const paused: Progression<RuleOf<'paused'>> = (plan, done) => {
  const { state, rule } = plan
  if (done === null) return next(plan, state, 0, 'first_time')
  const stage = stageOf(plan)
  const loadKg = state.loadKg ?? heaviestOf(done)
  const { isUnfinished, isShort, keptReserve } = verdictOf(lastLine(plan), done, () => state.loadKg)
  if (isUnfinished) return { sets: setsOf(lastLine(plan), () => loadKg), state, reason: said(plan, stage, 'unfinished') }
  if (isShort && state.misses >= 1 && loadKg !== undefined) {
    return next(plan, changed(state, { misses: 0, loadKg: lowered(loadKg, 10, plan.loads) }), 0, 'reset')
  }
  if (isShort || !keptReserve) {
    return next(plan, changed(state, { misses: state.misses + Number(isShort), loadKg }), stage, isShort ? 'short' : 'too_hard')
  }
  if (stage < rule.pauses.length - 1) return next(plan, changed(state, { misses: 0, loadKg }), stage + 1, 'pause_shorter')
  return heavier(plan, loadKg)
}

function heavier(plan: Plan, loadKg: number | undefined): ProgressionStep {
  if (loadKg === undefined) return next(plan, changed(plan.state, { misses: 0 }), 0, 'harder_movement')
  const { toKg, flag } = risen(loadKg, plan.rule.addKg, plan.loads)
  return next(plan, changed(plan.state, { misses: 0, loadKg: toKg }), 0, toKg === loadKg ? 'heaviest_load' : (flag ?? 'load_up'))
}

const stageOf = ({ state }: Plan) => state.stage ?? 0

function next(plan: Plan, state: ProgressionState, stage: number, code: string): ProgressionStep {
  const after = changed(state, { time: state.time + 1, stage })
  return { sets: setsOf(lineAt(plan, state.time), () => state.loadKg), state: after, reason: said(plan, stage, code) }
}

const said = ({ rule }: Plan, stage: number, code: string) => ({ code, facts: { pauseSeconds: rule.pauses[stage] ?? 0 } })
