import type { Movement, PerformedSet, Workout } from '@gymgenius/contracts'
import { useQuery } from '@tanstack/react-query'
import { Trophy } from 'lucide-react'
import type { ReactNode } from 'react'
import { lengthText } from '../../lib/dates.ts'
import { useNow } from '../../lib/now.ts'
import type { DraftItem } from '../../lib/view/schema.ts'
import { setsOfMovementsQuery } from '../../lib/view/read.ts'
import { Load, useLoadText } from '../../ui/load.tsx'
import { muscleGroupNames } from '../../ui/movement-words.ts'
import { formatNumber } from '../../ui/numbers.ts'
import { muscleVolume } from './muscle-volume.ts'
import { sheetWords } from './sheet-words.ts'
import { lengthOf, summaryOf } from './summary.ts'
import { words } from './words.ts'

/** What a workout came to: sets, tonnage, time, and what was never done before. */
export function SummaryFigures({
  workout,
  sets,
  movements,
  planned,
}: {
  readonly workout: Workout
  readonly sets: readonly PerformedSet[]
  readonly movements: ReadonlyMap<string, Movement>
  readonly planned: readonly DraftItem[]
}) {
  const loadText = useLoadText()
  const now = useNow()
  const ids = [...new Set(sets.map(({ movementId }) => movementId))]
  const histories = useQuery(setsOfMovementsQuery(ids)).data ?? []
  const before = histories.filter((set) => set.workoutId !== workout.id && set.performedAt < workout.startedAt)
  const summary = summaryOf(sets, before)
  const muscles = muscleVolume(sets, planned, movements)
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(6.5rem,100%),1fr))] gap-2 text-center">
        <Figure name={words.setsTitle}>{summary.sets}</Figure>
        <Figure name={words.tonnage}>
          <Load kg={summary.tonnage} whole />
        </Figure>
        <Figure name={words.time}>{lengthText(lengthOf(workout, now))}</Figure>
      </dl>
      {summary.records.length > 0 && (
        <section aria-label={words.records}>
          <h3 className="mb-1 text-note font-semibold">{words.records}</h3>
          <ul className="flex flex-col gap-1">
            {summary.records.map(({ movementId, kind, load, reps }) => (
              <li key={movementId} className="flex items-center gap-2 text-done">
                <Trophy aria-hidden size={18} />
                <span>
                  {movements.get(movementId)?.name}: {loadText(load)} × {reps}{' '}
                  <span className="text-note text-soft">{kind === 'heaviest' ? words.heaviest : words.mostReps}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {muscles.length > 0 && (
        <section aria-label={sheetWords.muscles}>
          <h3 className="mb-1 text-note font-semibold">{sheetWords.muscles}</h3>
          <ul className="flex flex-col gap-1 text-note">
            {muscles.map(({ group, done, planned }) => (
              <li key={group} className="flex justify-between gap-2">
                <span>{muscleGroupNames[group]}</span>
                <span className="text-soft tabular">
                  {planned > 0
                    ? sheetWords.setsOfPlan(formatNumber(done, 1), formatNumber(planned, 1))
                    : sheetWords.setsDone(formatNumber(done, 1))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

const Figure = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="rounded-card bg-raised px-1 py-2">
    <dt className="text-small text-soft">{name}</dt>
    <dd className="text-title font-bold tabular">{children}</dd>
  </div>
)
