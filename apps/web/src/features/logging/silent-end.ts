import type { PerformedSet, Workout } from '@gymgenius/contracts'
import { instantOf, MINUTE_MS } from '@gymgenius/domain'

/** A workout with no set for this long is over. The server counts the same. */
export const SILENCE_MS = 30 * MINUTE_MS

/** When a forgotten workout ended: at its last set, or where it has none at its start. Undefined while it goes on. */
export function silentEnd(workout: Workout, sets: readonly PerformedSet[], now: number, reopenedAt = ''): string | undefined {
  if (workout.endedAt !== undefined) return undefined
  const last = sets.reduce((latest, { performedAt }) => (performedAt > latest ? performedAt : latest), workout.startedAt)
  const since = reopenedAt > last ? reopenedAt : last
  return now - instantOf(since) > SILENCE_MS ? last : undefined
}
