import type { WorkoutId } from '@gymgenius/domain'
import { Link, useParams } from '../../lib/router.tsx'
import { Suspense, type ReactNode } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FinishedWorkout } from './sheets.ts'
import { useWorkout } from './use-workout.ts'
import { words } from './words.ts'
import { WorkoutUnderWayScreen } from './workout-under-way.tsx'

export function WorkoutScreen({ syncDot }: { readonly syncDot: ReactNode }) {
  const { workoutId } = useParams({ from: '/workout/$workoutId' })
  const current = useWorkout(workoutId as WorkoutId)

  if (current === undefined) return <Opening />
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
  if (current.workout.endedAt !== undefined) {
    return (
      <Suspense fallback={<Opening />}>
        <FinishedWorkout current={current} />
      </Suspense>
    )
  }
  return <WorkoutUnderWayScreen current={current} syncDot={syncDot} />
}

function Opening() {
  return (
    <Page title={words.workout}>
      <Skeleton lines={5} />
    </Page>
  )
}
