import type { ProgramReason } from '@gymgenius/domain'
import type { DoneSet, MovementInPlan, ProgressionState, ProgressionStep } from './plan.ts'
import { changed, heaviestOf, lastLine, lineAt, setsOf, verdictOf } from './sets.ts'
import { lowered, risen } from './steps.ts'

/** How one load climbs. */
interface Climb {
  readonly addKg: number | undefined
  /** So many times short in a row bring the load down by so much. */
  readonly misses: number
  readonly resetPercent: number
  /** What has to be true of the sets done beside not being short. */
  readonly isEarned: (verdict: ReturnType<typeof verdictOf>) => boolean
  /** Told where the sets were done but the rise is not earned. */
  readonly notYet: (verdict: ReturnType<typeof verdictOf>) => ProgramReason
}

/**
 * The core of single, double and linear progression: one load for all sets of the line; earned, it rises; short so often in a row, it
 * is taken back. Sets left out change nothing. Where a movement has no load to add, repetitions are added, and past `MOST_REPS_ADDED`
 * a harder movement is asked for.
 */
export function climb(plan: MovementInPlan, done: readonly DoneSet[] | null, how: Climb): ProgressionStep {
  const { state } = plan
  if (done === null) return next(plan, state, { code: 'first_time' })
  const verdict = verdictOf(withReps(lastLine(plan), state.repsAdded), done, () => state.loadKg)
  if (verdict.isUnfinished) return again(plan, { code: 'unfinished' })
  const loadKg = state.loadKg ?? heaviestOf(done)
  if (verdict.isShort) {
    const misses = state.misses + 1
    if (misses < how.misses) return next(plan, changed(state, { misses, loadKg }), { code: 'short', facts: { misses } })
    if (loadKg === undefined) return next(plan, changed(state, { misses: 0, repsAdded: undefined }), { code: 'reset' })
    const toKg = lowered(loadKg, how.resetPercent, plan.loads)
    return next(plan, changed(state, { misses: 0, loadKg: toKg }), { code: 'reset', facts: { fromKg: loadKg, toKg } })
  }
  if (!how.isEarned(verdict)) return next(plan, changed(state, { misses: 0, loadKg }), how.notYet(verdict))
  if (loadKg === undefined) return harderByReps(plan)
  const { toKg, flag } = risen(loadKg, how.addKg, plan.loads)
  const facts = { fromKg: loadKg, toKg }
  const reason: ProgramReason = toKg === loadKg ? { code: 'heaviest_load', facts } : { code: flag ?? 'load_up', facts }
  return next(plan, changed(state, { misses: 0, loadKg: toKg }), reason)
}

/** Beyond so many more than the range said, a harder movement teaches more than repetitions do. */
const MOST_REPS_ADDED = 6

function harderByReps(plan: MovementInPlan): ProgressionStep {
  const repsAdded = (plan.state.repsAdded ?? 0) + 1
  if (repsAdded > MOST_REPS_ADDED) return next(plan, changed(plan.state, { misses: 0 }), { code: 'harder_movement' })
  return next(plan, changed(plan.state, { misses: 0, repsAdded }), { code: 'reps_up', facts: { reps: repsAdded } })
}

/** The sets of the next time. */
function next(plan: MovementInPlan, state: ProgressionState, reason: ProgramReason): ProgressionStep {
  const line = withReps(lineAt(plan, state.time), state.repsAdded)
  return { sets: setsOf(line, () => state.loadKg), state: changed(state, { time: state.time + 1 }), reason }
}

/** What was not done is planned once more. */
function again(plan: MovementInPlan, reason: ProgramReason): ProgressionStep {
  const { state } = plan
  return { sets: setsOf(withReps(lastLine(plan), state.repsAdded), () => state.loadKg), state, reason }
}

const withReps = (line: ReturnType<typeof lastLine>, added = 0) =>
  added === 0
    ? line
    : line.map((sets) =>
        sets.durationSeconds !== undefined || sets.distanceMeters !== undefined
          ? sets
          : { ...sets, reps: sets.reps + added, repHigh: sets.repHigh + added },
      )
