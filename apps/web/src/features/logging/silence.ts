import { MINUTE_MS, type WorkoutId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNow } from '../../lib/now.ts'
import { draftQuery } from '../../lib/view/read.ts'
import { useShownWorkout, useShownWorkouts } from '../../lib/view/shown.ts'
import { discardWorkout, finishWorkout } from './actions.ts'
import { silentEnd } from './silent-end.ts'

/** Closes workouts that were forgotten; one without any set goes away. */
export function useSilence() {
  const now = useNow(MINUTE_MS)
  const open = useShownWorkouts()?.find((workout) => workout.endedAt === undefined)
  const local = useShownWorkout(open?.id)
  const draft = useQuery({ ...draftQuery(open?.id as WorkoutId), enabled: open !== undefined }).data
  const isKnown = local !== undefined && local !== null && draft !== undefined
  const end = isKnown ? silentEnd(local.workout, local.sets, now, draft?.reopenedAt) : undefined
  const isEmpty = local?.sets.length === 0

  // The clock, not a press, ends the workout.
  useEffect(() => {
    if (open === undefined || end === undefined) return
    const closing = isEmpty ? discardWorkout(open.id) : finishWorkout(open.id, end)
    closing.catch(() => undefined) // the screen shows what is not saved
  }, [open, end, isEmpty])
}
