import { DAY_MS } from '@gymgenius/domain'
import type { Traits } from '../capacity/traits.ts'
import { middleOf, shareFor, strengthShown } from './aim.ts'
import type { SetGoal } from './goal.ts'
import type { PastWorkout } from './history.ts'
import { isLayoff } from './layoff.ts'
import type { Resistance } from './resistance.ts'

/** The most that the first working set may rise over the last workout, at equal reps and RIR. */
export const LARGEST_RISE = 0.075
/** A drop of more than this is told. Decreases are never held back. */
export const LARGE_DROP = 0.075

const MEMORY_MS = 28 * DAY_MS
/** How long after the return from a layoff the old level may be climbed back to faster. */
const WAY_BACK_MS = 56 * DAY_MS

/** Above which total a first working set would rise too much; undefined when nothing recent is there to compare with. */
export function riseLimit(past: readonly PastWorkout[], now: number, goal: SetGoal, traits: Required<Traits>): number | undefined {
  const last = past.at(-1)
  if (last === undefined || now - last.at > MEMORY_MS) return undefined
  const allowed = Math.max((1 + LARGEST_RISE) * bestOf(last, traits), levelBeforeLayoff(past, now, traits))
  return Math.max(heaviestOf(last), allowed * shareFor(middleOf(goal), goal.rir, traits)) // to stay is never to rise
}

/**
 * The heaviest total of the last workout that met the range at the target RIR, as it was said; undefined when none did or when
 * any set fell short of the range. Both only improve with better sets.
 */
export function provenLoad(last: PastWorkout, goal: SetGoal): number | undefined {
  if (last.sets.some((set) => set.reps < goal.repLow)) return undefined
  const met = last.sets.filter((set) => set.rir !== undefined && set.rir >= Math.floor(goal.rir))
  return met.length === 0 ? undefined : heaviestOf({ sets: met })
}

/** One step above the heaviest set of the last workout that reached the top of the range at the target RIR; undefined when none did. */
export function stepAfterTop(last: Pick<PastWorkout, 'sets'>, goal: SetGoal, resistance: Resistance): number | undefined {
  const reached = last.sets.filter((set) => set.reps >= goal.repHigh && (set.rir === undefined || set.rir >= goal.rir))
  if (reached.length === 0) return undefined
  return resistance.total(resistance.oneStepHarder(heaviestOf({ sets: reached })))
}

/** The same where nothing was said of the reserve: then nothing but the top of the range can earn a step. */
export const stepAfterTopUnsaid = (last: PastWorkout, goal: SetGoal, resistance: Resistance) =>
  stepAfterTop({ sets: last.sets.filter((set) => set.rir === undefined) }, goal, resistance)

export const heaviestOf = ({ sets }: Pick<PastWorkout, 'sets'>) => Math.max(...sets.map((set) => set.total))

const bestOf = ({ sets }: PastWorkout, traits: Required<Traits>) => Math.max(...sets.map((set) => strengthShown(set, traits)))

/** Strength shown in the month before a layoff whose return is recent; 0 when there was none. */
function levelBeforeLayoff(past: readonly PastWorkout[], now: number, traits: Required<Traits>): number {
  let level = 0
  past.forEach((workout, i) => {
    const before = past[i - 1]
    if (before === undefined || !isLayoff(workout.at - before.at) || now - workout.at > WAY_BACK_MS) return
    const held = past.slice(0, i).filter(({ at }) => before.at - at <= MEMORY_MS)
    level = Math.max(level, ...held.map((workout) => bestOf(workout, traits)))
  })
  return level
}
