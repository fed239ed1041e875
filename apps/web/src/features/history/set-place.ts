import type { PerformedSet, Workout } from '@gymgenius/contracts'

/**
 * Where and when a set stands that is added to a workout of the past: half way between its neighbour and the set that
 * followed it, at the neighbour's time; without a neighbour after all others, at the end of the workout.
 */
export function placeOf(workout: Workout, sets: readonly PerformedSet[], after: PerformedSet | undefined) {
  const performedAt = after?.performedAt ?? workout.endedAt ?? workout.startedAt
  const positions = sets.map(({ position }) => position)
  if (after === undefined) return { performedAt, position: positions.length === 0 ? Date.parse(performedAt) : Math.max(...positions) + 1 }
  const next = Math.min(...positions.filter((position) => position > after.position))
  return { performedAt, position: next === Infinity ? after.position + 1 : (after.position + next) / 2 }
}
