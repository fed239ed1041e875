import type { WorkoutId } from '@gymgenius/domain'
import { Link, useParams } from '../../lib/router.tsx'
import type { ReactNode } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FinishedWorkout } from './finished-workout.tsx'
import { useSilence } from './silence.ts'
import { useWorkout } from './use-workout.ts'
import { words } from './words.ts'
import { WorkoutUnderWayScreen } from './workout-under-way.tsx'

export function WorkoutScreen({ syncDot }: { readonly syncDot: ReactNode }) {
  useSilence()
  const { workoutId } = useParams({ from: '/workout/$workoutId' })
  const current = useWorkout(workoutId as WorkoutId)

  if (current === undefined) {
    return (
      <Page title={words.workout}>
        <Skeleton lines={5} />
      </Page>
    )
  }
  if (current === null) {
    return (
      <Page title={words.workout}>
        <EmptyState
          title={words.unknownWorkout}
          action={
            <Link to="/today" className="text-accent underline">
              {words.toToday}
            </Link>
          }
        >
          {words.unknownWorkoutText}
        </EmptyState>
      </Page>
    )
  }
  if (current.workout.endedAt !== undefined) return <FinishedWorkout current={current} />
  return <WorkoutUnderWayScreen current={current} syncDot={syncDot} />
}
