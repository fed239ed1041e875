import type { Workout } from '@gymgenius/contracts'
import type { WorkoutId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { useLogbookStatus } from '../../lib/logbook.ts'
import { useNow } from '../../lib/now.ts'
import { draftQuery, routinesQuery } from '../../lib/view/read.ts'
import { useShownWorkout, useShownWorkouts } from '../../lib/view/shown.ts'
import { planUnderWay } from './draft.ts'
import { todayFrom, type TodayPlan } from './today.ts'
import { words } from './words.ts'

/**
 * What to train today. This phone works it out as the server does, so the screen is there at once and without a network;
 * only while the log is on its way, the first time or after an import, the server is asked. Undefined while it is read.
 */
export function useToday(): TodayPlan | undefined {
  const now = useNow()
  const { isComplete, phase } = useLogbookStatus()
  const workouts = useShownWorkouts()
  const routines = useQuery(routinesQuery()).data
  const last = workouts?.find(hasEnded)
  const lastSets = useShownWorkout(last?.id)?.sets
  const open = workouts?.find((workout) => !hasEnded(workout))
  const draft = useQuery({ ...draftQuery(open?.id as WorkoutId), enabled: open !== undefined }).data
  const openSets = useShownWorkout(open?.id)?.sets
  const isOpenKnown = open === undefined || (draft !== undefined && openSets !== undefined)
  const isReady = workouts !== undefined && routines !== undefined && isOpenKnown && (last === undefined || lastSets !== undefined)
  const isEmpty = workouts?.length === 0 && (!isComplete || phase === 'syncing')
  const isAhead = last !== undefined && last.setCount > 0 && lastSets?.length === 0 // an import arrives workouts first
  const isPartial = !isComplete && open === undefined // the newest workouts may be those to come
  const asksServer = phase !== 'opening' && isReady && (isEmpty || isAhead || isPartial)
  const server = useQuery({ queryKey: ['today'], queryFn: () => call('GET /v1/today', {}), enabled: asksServer, staleTime: 0 })

  if (!isReady || phase === 'opening') return undefined
  if (asksServer && server.isPending) return undefined
  if (asksServer && server.data !== undefined) return server.data
  return todayFrom(
    workouts,
    routines,
    lastSets ?? [],
    words.workoutAt(new Date(now).getHours()),
    draft ? planUnderWay(draft, openSets ?? []) : undefined,
  )
}

const hasEnded = (workout: Workout) => workout.endedAt !== undefined
