import type { PerformedSet } from '@gymgenius/contracts'
import type { SetKind } from '@gymgenius/domain'

/** The last workout before this one that had the movement: its sets, in order. */
export function lastTime(sets: readonly PerformedSet[], workoutId: string, before: string): readonly PerformedSet[] {
  const earlier = sets.filter((set) => set.workoutId !== workoutId && set.performedAt < before)
  const last = earlier.at(-1)
  return last === undefined ? [] : earlier.filter((set) => set.workoutId === last.workoutId).sort((a, b) => a.position - b.position)
}

/** Set for set: the third working set of today beside the third working set of last time. */
export function sameSet(last: readonly PerformedSet[], kind: SetKind, place: number): PerformedSet | undefined {
  return last.filter((set) => set.kind === kind)[place]
}

/** Workouts of one movement, newest first. */
export function byWorkout(sets: readonly PerformedSet[]): readonly (readonly PerformedSet[])[] {
  const groups = new Map<string, PerformedSet[]>()
  for (const set of sets) groups.set(set.workoutId, [...(groups.get(set.workoutId) ?? []), set])
  return [...groups.values()].toReversed()
}
