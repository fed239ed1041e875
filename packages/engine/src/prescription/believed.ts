import { DAY_MS } from '@gymgenius/domain'
import type { MovementBelief } from '../capacity/belief.ts'
import { addSet, type BeliefUnderWay, freshBelief, openWorkout } from '../capacity/observe.ts'
import { readinessShift } from '../capacity/readiness.ts'
import { NO_SURPRISE, type Surprise } from '../capacity/surprise.ts'
import type { Traits } from '../capacity/traits.ts'
import { within } from '../numerics/bounds.ts'
import { log } from '../numerics/elementary.ts'
import type { Target, TrainingSnapshot } from './snapshot.ts'
import { type Start, startOf } from './start.ts'
import type { SetGoal } from './goal.ts'
import type { HardWeeks } from './hard-weeks.ts'
import type { History } from './history.ts'
import { isUnsaid, readAgainst } from './unsaid.ts'

/** What is personal about how the sets are read. */
interface Reader {
  readonly traits: Required<Traits>
  readonly weeks: HardWeeks
  /** What time away from this movement left; undefined where the days since the last set tell. */
  readonly kept?: number | undefined
}

/**
 * What is believed with today's workout opened: as the snapshot brings it, or worked out from its sets. Where sets say nothing
 * of their reserve, or where the lifter's own traits are known, the last workouts are read again: the belief that was brought knows
 * of no range and was read as everybody's. How the lifter woke, and the weeks before, count until today's sets speak.
 */
export function believed(
  snapshot: TrainingSnapshot,
  history: History,
  goal: SetGoal,
  { at, workoutId }: Target,
  { traits, weeks, kept }: Reader,
): MovementBelief {
  const form = log(1 + readinessShift(snapshot.readiness)) + weeks.now
  const { belief, prior } = snapshot
  const read = readAgainst(goal, history)
  if (belief === undefined) {
    const { fatigueRatio = 1, surprise = NO_SURPRISE } = prior ?? {}
    const noise = { sum: within(surprise.sum, 0, MOST_SURPRISE), weight: within(surprise.weight, 0, MOST_SURPRISE) }
    const start = startOf(snapshot, beginningOf(read, at))
    return replayed(read, { ...start, usualRatio: fatigueRatio, surprise: noise, now: at, form, kept, traits, weeks })
  }
  const isOpen = workoutId === null ? history.today.length > 0 : belief.today.workoutKey === workoutId
  const opened = isOpen ? belief : openWorkout(belief, 'today', at, form)
  const past = history.past.slice(-WORKOUTS_READ_AGAIN)
  const isAsRead = snapshot.traits === undefined && ![...past.flatMap(({ sets }) => sets), ...history.today].some(isUnsaid)
  if (isAsRead) return opened
  const { related, usualRatio, level, today } = opened
  const again = { ...read, past: read.past.slice(-WORKOUTS_READ_AGAIN) }
  const from = {
    ...startOf(snapshot, beginningOf(again, at)),
    usualRatio,
    surprise: NO_SURPRISE,
    now: at,
    form: today.start - level + (isOpen ? weeks.now : 0),
    traits,
    weeks,
  }
  return { ...replayed(again, from), related }
}

/** No engine of ours says more of a lifter. */
const MOST_SURPRISE = 400

/** Enough to forget where the reading began, and about as much as every snapshot holds. */
const WORKOUTS_READ_AGAIN = 10

const beginningOf = ({ past, today }: History, now: number) => past[0]?.sets[0]?.at ?? today[0]?.at ?? now

interface Reading extends Omit<Start, 'isTold'>, Reader {
  readonly usualRatio: number
  readonly surprise: Surprise
  readonly now: number
  readonly form: number
}

function replayed(history: History, { level, variance, usualRatio, surprise, now, form, kept, traits, weeks }: Reading): MovementBelief {
  let belief: BeliefUnderWay = { ...freshBelief(level, variance), usualRatio, surprise, chosen: null }
  for (const { at, sets, place } of history.past) {
    belief = openWorkout(belief, `past ${at}`, sets[0]!.at, weeks.past[place] ?? 0)
    for (const set of sets) addSet(belief, set, traits)
  }
  belief = openWorkout(belief, 'today', history.today[0]?.at ?? now, form, kept)
  for (const set of history.today) addSet(belief, set, traits)
  return belief
}

export const daysSince = (earlier: number | undefined, later: number) => (earlier === undefined ? 0 : (later - earlier) / DAY_MS)
