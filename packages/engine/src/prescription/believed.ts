import { DAY_MS } from '@gymgenius/domain'
import type { MovementBelief } from '../capacity/belief.ts'
import { SD_UNKNOWN } from '../capacity/first-belief.ts'
import { afterSet, freshBelief, openWorkout } from '../capacity/observe.ts'
import { log } from '../numerics/elementary.ts'
import { readinessShift } from '../capacity/readiness.ts'
import type { Target, TrainingSnapshot } from './snapshot.ts'
import { startStrength } from './start-strength.ts'
import type { SetGoal } from './goal.ts'
import type { History, WorkSet } from './history.ts'

/**
 * What is believed with today's workout opened: as the snapshot brings it, or worked out from its sets. How the lifter woke
 * counts until today's sets speak.
 */
export function believed(snapshot: TrainingSnapshot, history: History, goal: SetGoal, { at, workoutId }: Target): MovementBelief {
  const form = log(1 + readinessShift(snapshot.readiness))
  const { belief } = snapshot
  if (belief === undefined) return replayed(history, startStrength(snapshot), goal, at, form)
  const isOpen = workoutId === null ? history.today.length > 0 : belief.today.workoutKey === workoutId
  return isOpen ? belief : openWorkout(belief, 'today', at, form)
}

function replayed({ past, today }: History, start: number, goal: SetGoal, now: number, form: number): MovementBelief {
  let belief = freshBelief(log(start), SD_UNKNOWN * SD_UNKNOWN)
  for (const [i, { sets }] of past.entries()) {
    belief = openWorkout(belief, `past ${i}`, sets[0]!.at, 0)
    for (const set of sets) belief = afterSet(belief, worked(set))
  }
  belief = openWorkout(belief, 'today', today[0]?.at ?? now, form)
  for (const set of today) belief = afterSet(belief, worked(readAgainst(goal, set)))
  return belief
}

/** Falling short of what was asked for, without a word, is failing. */
const readAgainst = ({ repLow }: SetGoal, set: WorkSet): WorkSet => (set.rir === undefined && set.reps < repLow ? { ...set, rir: 0 } : set)

const worked = (set: WorkSet) => ({ at: set.at, total: set.total, reps: set.reps, rir: set.rir, rest: undefined })

export const daysSince = (earlier: number | undefined, later: number) => (earlier === undefined ? 0 : (later - earlier) / DAY_MS)
