import type { Movement, PerformedSet } from '@gymgenius/contracts'
import { instantOf } from '@gymgenius/domain'
import { dayText } from '../../lib/dates.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { byWorkout } from './previous.ts'
import { effortText, useSetText } from '../../ui/set-text.tsx'
import { sheetWords as words } from './sheet-words.ts'

const MOST_WORKOUTS = 8

/** What was done with this movement before, workout by workout. History belongs to the movement, not to its place in a plan. */
export function HistorySheet({
  movement,
  sets,
  now,
  onClose,
}: {
  readonly movement: Movement
  readonly sets: readonly PerformedSet[]
  readonly now: number
  readonly onClose: () => void
}) {
  const setText = useSetText()
  const workouts = byWorkout(sets).slice(0, MOST_WORKOUTS)
  return (
    <Sheet title={movement.name} open onClose={onClose}>
      {workouts.length === 0 && <p className="text-soft">{words.noHistory}</p>}
      <ol className="flex flex-col gap-4">
        {workouts.map((done) => (
          <li key={done[0]!.workoutId}>
            <h3 className="text-note font-semibold">{dayText(instantOf(done[0]!.performedAt), now)}</h3>
            <ul className="text-soft tabular">
              {done.map((set) => (
                <li key={set.id}>
                  {set.kind === 'warm_up' && `${words.warmUp}: `}
                  {setText(set)} {effortText(set)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
