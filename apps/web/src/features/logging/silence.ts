import type { PerformedSet, Workout } from '@gymgenius/contracts'
import { instantOf, MINUTE_MS, type WorkoutId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNow } from '../../lib/now.ts'
import { draftQuery, workoutQuery, workoutsQuery } from '../../lib/view/read.ts'
import { discardWorkout, finishWorkout } from './actions.ts'

/** A workout with no set for this long is over. The server counts the same. */
export const SILENCE_MS = 30 * MINUTE_MS

/** When a forgotten workout ended: at its last set, or where it has none at its start. Undefined while it goes on. */
export function silentEnd(workout: Workout, sets: readonly PerformedSet[], now: number, reopenedAt = ''): string | undefined {
  if (workout.endedAt !== undefined) return undefined
  const last = sets.reduce((latest, { performedAt }) => (performedAt > latest ? performedAt : latest), workout.startedAt)
  const since = reopenedAt > last ? reopenedAt : last
  return now - instantOf(since) > SILENCE_MS ? last : undefined
}

/** Closes workouts that were forgotten; one without any set goes away. */
export function useSilence() {
  const now = useNow(MINUTE_MS)
  const open = useQuery(workoutsQuery()).data?.find((workout) => workout.endedAt === undefined)
  const local = useQuery({ ...workoutQuery(open?.id as WorkoutId), enabled: open !== undefined }).data
  const draft = useQuery({ ...draftQuery(open?.id as WorkoutId), enabled: open !== undefined }).data
  const isKnown = local !== undefined && local !== null && draft !== undefined
  const end = isKnown ? silentEnd(local.workout, local.sets, now, draft?.reopenedAt) : undefined
  const isEmpty = local?.sets.length === 0

  // The clock, not a press, ends the workout.
  useEffect(() => {
    if (open === undefined || end === undefined) return
    const closing = isEmpty ? discardWorkout(open.id) : finishWorkout(open.id, end, undefined)
    closing.catch(() => undefined) // the screen shows what is not saved
  }, [open, end, isEmpty])
}
