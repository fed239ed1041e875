import type { Workout } from '@gymgenius/contracts'
import type { WorkoutId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { useLogbookStatus } from '../../lib/logbook.ts'
import { useNow } from '../../lib/now.ts'
import { routinesQuery, workoutQuery, workoutsQuery } from '../../lib/view/read.ts'
import { todayFrom, type TodayPlan } from './today.ts'
import { words } from './words.ts'

/**
 * What to train today. This phone works it out as the server does, so the screen is there at once and without a network;
 * only until the log has been pulled for the first time the server is asked. Undefined while it is read.
 */
export function useToday(): TodayPlan | undefined {
  const now = useNow()
  const { isComplete, phase } = useLogbookStatus()
  const workouts = useQuery(workoutsQuery()).data
  const routines = useQuery(routinesQuery()).data
  const last = workouts?.find(hasEnded)
  const lastSets = useQuery({ ...workoutQuery(last?.id as WorkoutId), enabled: last !== undefined }).data?.sets
  const isReady = workouts !== undefined && routines !== undefined && (last === undefined || lastSets !== undefined)
  const asksServer = phase !== 'opening' && !isComplete && isReady && workouts.length === 0
  const server = useQuery({ queryKey: ['today'], queryFn: () => call('GET /v1/today', {}), enabled: asksServer, staleTime: 0 })

  if (!isReady || phase === 'opening') return undefined
  if (asksServer && server.isPending) return undefined
  if (asksServer && server.data !== undefined) return server.data
  return todayFrom(workouts, routines, lastSets ?? [], words.workoutAt(new Date(now).getHours()))
}

const hasEnded = (workout: Workout) => workout.endedAt !== undefined
