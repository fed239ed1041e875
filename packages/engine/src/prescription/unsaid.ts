import type { SetGoal } from './goal.ts'
import type { History, WorkSet } from './history.ts'

/** Reserve read into a set of which none was said, beside the target. Judgement, from closed loop (docs/engine/prescription.md). */
const BELOW_THE_TOP = -0.1
const AT_THE_TOP = 1
const AT_THE_TOP_AGAIN = 2
/** So many tops in a row, this one counted: then the load is easy, however surely it was chosen. */
const TOPS_OF_EASY = 4
/** More than is believed where it is said, so read as "at least". */
const LEFT_WHEN_EASY = 6
/** A first workout is light by intent: its unsaid sets count as tops, this many at most. */
const MOST_TOPS_OF_FIRST = 2

/**
 * The same history with each reserve that nobody said read from what was asked for. Who stops below the top stops because no
 * more than the target is left. Who reaches the top stops because it is the top: the longer that goes on, the easier it must be.
 * The sets of the first workout stay as they are: what was asked for then is not known, and a first test asks for something else.
 *
 * More repetitions never read as less: a set at the top says more than one below it, and so do the tops that follow it.
 * No set is read to have left more than `mostLeft`.
 */
export function readAgainst(goal: SetGoal, history: History, mostLeft = LEFT_WHEN_EASY): History {
  const [first, ...later] = history.past
  if (first === undefined) return history
  if (!history.today.some(isUnsaid) && !later.some(({ sets }) => sets.some(isUnsaid))) return history
  let tops = Math.min(MOST_TOPS_OF_FIRST, first.sets.filter(isUnsaid).length)
  const read = (set: WorkSet): WorkSet => {
    tops = isUnsaid(set) && set.reps >= goal.repHigh ? tops + 1 : 0
    return isUnsaid(set) && set.reps > 0 ? readAs(set, tops, goal, Math.min(mostLeft, leftAfter(tops, goal))) : set
  }
  const past = [first, ...later.map((workout) => ({ ...workout, sets: workout.sets.map(read) }))]
  return { ...history, past, today: history.today.map(read) }
}

function leftAfter(tops: number, { rir }: SetGoal): number {
  if (tops === 0) return Math.max(0, rir + BELOW_THE_TOP)
  if (tops >= TOPS_OF_EASY) return LEFT_WHEN_EASY
  return rir + (tops === TOPS_OF_EASY - 1 ? AT_THE_TOP_AGAIN : AT_THE_TOP)
}

/** Far past the top it was not this top that stopped the set: another range was asked then, and the reserve is no longer added. */
const readAs = (set: WorkSet, tops: number, { repHigh }: SetGoal, rir: number): WorkSet => ({
  ...set,
  reps: tops > 0 ? Math.max(repHigh, set.reps - rir) : set.reps,
  rir,
  isGuessed: true,
})

export const isUnsaid = ({ rir }: WorkSet) => rir === undefined
