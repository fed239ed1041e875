import { useNavigate } from '../../lib/router.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { reopenWorkout } from './actions.ts'
import { SummaryFigures } from './summary-figures.tsx'
import type { WorkoutUnderWay } from './use-workout.ts'
import { words } from './words.ts'

/** After the last set: what it came to, and the way back. */
export function FinishedWorkout({ current }: { readonly current: WorkoutUnderWay }) {
  const navigate = useNavigate()
  const { workout, sets, movements } = current
  return (
    <Page
      title={words.finished}
      action={
        <Button look="primary" big onClick={() => void navigate({ to: '/today' })}>
          {words.done}
        </Button>
      }
    >
      <p className="text-title font-semibold">{workout.name}</p>
      {workout.endedBy === 'silence' && <Notice>{words.closedItself}</Notice>}
      <SummaryFigures workout={workout} sets={sets} movements={movements} />
      <div>
        <Button onClick={() => void reopenWorkout(current.draft).catch(() => undefined)}>{words.reopen}</Button>
      </div>
    </Page>
  )
}
