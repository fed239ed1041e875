import type { DoneSet, MovementInPlan, PlannedSets, Progression, ProgressionState, ProgressionStep, RuleOf, SetLine } from './plan.ts'
import { changed, heaviestOf, lastLine, lineAt, setsOf, verdictOf } from './sets.ts'
import { lowered, nearest, plannedShare, risen } from './steps.ts'

type Plan = MovementInPlan<RuleOf<'build_to_drop'>>

/**
 * Build to drop: sets that build up to one top set, then lighter ones. The load follows the top set: done with the top of its range and
 * its reserve, it rises, and the rest of the line with it; short twice in a row, a tenth less. The sets before it get the load at which
 * their repetitions leave one more in reserve than planned, at most nine tenths of the top set's; those after it `dropPercent` less.
 */
export const buildToDrop: Progression<RuleOf<'build_to_drop'>> = (plan, done) => {
  const { state } = plan
  if (done === null) return next(plan, state, { code: 'first_time' })
  const line = lastLine(plan)
  const verdict = verdictOf(line, done)
  const loadKg = state.loadKg ?? heaviestOf(done)
  if (verdict.isUnfinished) return { sets: loaded(plan, line, loadKg), state, reason: { code: 'unfinished' } }
  const top = verdictOf([line[topOf(line)]!], topDone(line, done), () => state.loadKg)
  if (loadKg === undefined) return next(plan, state, { code: top.isTopped ? 'harder_movement' : 'more_reps' })
  if (top.isShort) {
    if (state.misses === 0) return next(plan, changed(state, { misses: 1, loadKg }), { code: 'short', facts: { misses: 1 } })
    const toKg = lowered(loadKg, 10, plan.loads)
    return next(plan, changed(state, { misses: 0, loadKg: toKg }), { code: 'reset', facts: { fromKg: loadKg, toKg } })
  }
  if (!top.isTopped || !top.keptReserve) {
    const reason = top.isTopped ? { code: 'too_hard' } : { code: 'more_reps', facts: { reps: top.fewestReps + 1 } }
    return next(plan, changed(state, { misses: 0, loadKg }), reason)
  }
  const { toKg, flag } = risen(loadKg, plan.rule.addKg, plan.loads)
  const code = toKg === loadKg ? 'heaviest_load' : (flag ?? 'top_up')
  return next(plan, changed(state, { misses: 0, loadKg: toKg }), { code, facts: { fromKg: loadKg, toKg } })
}

/** The set marked as the top one; where none is, the last that is not lighter by its kind. */
export function topOf(line: SetLine): number {
  const marked = line.findIndex(({ kind }) => kind === 'top')
  return marked >= 0
    ? marked
    : Math.max(
        0,
        line.findLastIndex(({ kind }) => !isLighter(kind)),
      )
}

const isLighter = (kind: PlannedSets['kind']) => kind === 'back_off' || kind === 'drop' || kind === 'drop_chain'

/** The sets done that belong to the top one. */
function topDone(line: SetLine, done: readonly DoneSet[]): readonly DoneSet[] {
  const worked = line.filter(({ kind }) => kind !== 'warm_up')
  const top = line[topOf(line)]!
  const from = worked.slice(0, worked.indexOf(top)).reduce((sum, { count }) => sum + count, 0)
  return done.slice(from, from + top.count)
}

const MOST_BEFORE_TOP = 0.9

function loaded(plan: Plan, line: SetLine, topKg: number | undefined) {
  if (topKg === undefined) return setsOf(line)
  const at = topOf(line)
  const maximum = topKg / plannedShare(line[at]!)
  return setsOf(line, (planned, place) => {
    if (place === at) return topKg
    if (place > at) return nearest(topKg * (1 - plan.rule.dropPercent / 100), plan.loads)
    return nearest(Math.min(topKg * MOST_BEFORE_TOP, maximum * plannedShare({ ...planned, rir: planned.rir + 1 })), plan.loads)
  })
}

function next(plan: Plan, state: ProgressionState, reason: ProgressionStep['reason']): ProgressionStep {
  const sets = loaded(plan, lineAt(plan, state.time), state.loadKg)
  return { sets, state: changed(state, { time: state.time + 1 }), reason }
}
