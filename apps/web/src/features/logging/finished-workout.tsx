import { useNavigate } from '../../lib/router.tsx'
import { useNameOf } from '../../lib/use-name-of.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { rateWorkout, reopenWorkout } from './actions.ts'
import { SessionEffort } from './session-effort.tsx'
import { SummaryFigures } from './summary-figures.tsx'
import type { WorkoutUnderWay } from './use-workout.ts'
import { words } from './words.ts'

/** After the last set: what it came to, and the way back. */
export function FinishedWorkout({ current }: { readonly current: WorkoutUnderWay }) {
  const navigate = useNavigate()
  const nameOf = useNameOf()
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
      <p className="text-title font-semibold">{nameOf(workout)}</p>
      {workout.endedBy === 'silence' && <Notice>{words.closedItself}</Notice>}
      <SummaryFigures workout={workout} sets={sets} movements={movements} planned={current.draft.items} />
      <SessionEffort rpe={workout.sessionRpe} onChange={(rpe) => void rateWorkout(workout.id, rpe).catch(() => undefined)} />
      <div>
        <Button onClick={() => void reopenWorkout(current.draft).catch(() => undefined)}>{words.reopen}</Button>
      </div>
    </Page>
  )
}
