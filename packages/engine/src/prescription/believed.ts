import { DAY_MS } from '@gymgenius/domain'
import type { MovementBelief } from '../capacity/belief.ts'
import { SD_UNKNOWN } from '../capacity/first-belief.ts'
import { afterSet, freshBelief, openWorkout } from '../capacity/observe.ts'
import { log } from '../numerics/elementary.ts'
import { readinessShift } from '../capacity/readiness.ts'
import { type Traits, traitsFrom } from '../capacity/traits.ts'
import type { Target, TrainingSnapshot } from './snapshot.ts'
import { startStrength } from './start-strength.ts'
import type { SetGoal } from './goal.ts'
import type { History, WorkSet } from './history.ts'
import { isUnsaid, readAgainst } from './unsaid.ts'

/**
 * What is believed with today's workout opened: as the snapshot brings it, or worked out from its sets. Where sets say nothing
 * of their reserve, or where the lifter's own traits are known, the last workouts are read again: the belief that was brought knows
 * of no range and was read as everybody's. How
 * the lifter woke counts until today's sets speak.
 */
export function believed(snapshot: TrainingSnapshot, history: History, goal: SetGoal, { at, workoutId }: Target): MovementBelief {
  const form = log(1 + readinessShift(snapshot.readiness))
  const { belief } = snapshot
  const read = readAgainst(goal, history)
  const traits = traitsFrom(snapshot.traits)
  if (belief === undefined) return replayed(read, startStrength(snapshot), at, form, traits)
  const isOpen = workoutId === null ? history.today.length > 0 : belief.today.workoutKey === workoutId
  const opened = isOpen ? belief : openWorkout(belief, 'today', at, form)
  const past = history.past.slice(-WORKOUTS_READ_AGAIN)
  const isAsRead = snapshot.traits === undefined && ![...past.flatMap(({ sets }) => sets), ...history.today].some(isUnsaid)
  if (isAsRead) return opened
  const { related, usualRatio, level, today } = opened
  const again = replayed(
    { ...read, past: read.past.slice(-WORKOUTS_READ_AGAIN) },
    startStrength(snapshot),
    at,
    today.start - level,
    traits,
    usualRatio,
  )
  return { ...again, related }
}

/** Enough to forget where the reading began, and about as much as every snapshot holds. */
const WORKOUTS_READ_AGAIN = 10

function replayed(history: History, start: number, now: number, form: number, traits: Required<Traits>, usualRatio = 1): MovementBelief {
  let belief: MovementBelief = { ...freshBelief(log(start), SD_UNKNOWN * SD_UNKNOWN), usualRatio }
  for (const { at, sets } of history.past) {
    belief = openWorkout(belief, `past ${at}`, sets[0]!.at, 0)
    for (const set of sets) belief = afterSet(belief, worked(set), traits)
  }
  belief = openWorkout(belief, 'today', history.today[0]?.at ?? now, form)
  for (const set of history.today) belief = afterSet(belief, worked(set), traits)
  return belief
}

const worked = (set: WorkSet) => ({ at: set.at, total: set.total, reps: set.reps, rir: set.rir, rest: undefined })

export const daysSince = (earlier: number | undefined, later: number) => (earlier === undefined ? 0 : (later - earlier) / DAY_MS)
