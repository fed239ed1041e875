import type { Movement, PerformedSet } from '@gymgenius/contracts'
import { kg, type Instant, type Kilograms, type MovementId } from '@gymgenius/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { dateText } from '../../lib/dates.ts'
import { ask } from '../../lib/engine/ask.ts'
import { useSettings } from '../../lib/settings.ts'
import { loadStepsQuery, priorQuery, snapshotQuery } from '../../lib/view/read.ts'
import { Card } from '../../ui/card.tsx'
import { Load, useLoadText } from '../../ui/load.tsx'
import { type DailyBest, recordSets } from './daily-bests.ts'
import { maximumIn, maximumQuestion } from './maximum.ts'
import { words } from './words.ts'

/** The maximum that the next target of this movement follows from. */
export function useMaximum(movement: Movement | undefined, sets: readonly PerformedSet[] | undefined, now: number): Kilograms | undefined {
  const settings = useSettings()
  const loadSteps = useQuery(loadStepsQuery()).data
  const snapshot = useQuery({ ...snapshotQuery(movement?.id as MovementId), enabled: movement !== undefined }).data
  const prior = useQuery(priorQuery(movement)).data
  const isKnown = movement !== undefined && sets !== undefined && loadSteps !== undefined && snapshot !== undefined && prior !== undefined
  const question = isKnown
    ? maximumQuestion(movement, sets, { settings, loadSteps, synced: snapshot?.snapshot, prior }, now as Instant)
    : undefined
  return (
    useQuery({
      queryKey: ['maximum', question],
      queryFn: async () => maximumIn(await ask('prescriptions', question!)) ?? null,
      enabled: question !== undefined,
      staleTime: Infinity,
      retry: false,
      networkMode: 'always',
      placeholderData: keepPreviousData,
    }).data ?? undefined
  )
}

export function Maximum({ maximum }: { readonly maximum: Kilograms }) {
  const loadText = useLoadText()
  return (
    <Card title={words.maximum(loadText(kg(Math.round(maximum * 10) / 10)))}>
      <p className="text-note text-soft">{words.maximumText}</p>
    </Card>
  )
}

export function Records({
  movement,
  sets,
  bests,
}: {
  readonly movement: Movement
  readonly sets: readonly PerformedSet[]
  readonly bests: readonly DailyBest[]
}) {
  const { heaviest, mostReps } = recordSets(sets, movement)
  const strongest = bests.reduce((best, one) => (one.estimate > best.estimate ? one : best))
  return (
    <Card title={words.records}>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2">
        {heaviest !== undefined && (
          <Record name={words.heaviest} day={heaviest.day}>
            <BestSet best={heaviest} />
          </Record>
        )}
        {strongest.estimate > 0 && (
          <Record name={words.strongest} day={strongest.day}>
            <Load kg={strongest.estimate} whole />
          </Record>
        )}
        {mostReps !== undefined && (
          <Record name={words.mostReps} day={mostReps.day}>
            <BestSet best={mostReps} />
          </Record>
        )}
      </dl>
    </Card>
  )
}

function Record({ name, day, children }: { readonly name: string; readonly day: number; readonly children: ReactNode }) {
  return (
    <>
      <dt>
        {name}
        <span className="block text-note text-soft">{dateText(day)}</span>
      </dt>
      <dd className="text-right font-semibold">{children}</dd>
    </>
  )
}

export function BestSet({ best }: { readonly best: Pick<DailyBest, 'load' | 'reps'> }) {
  return (
    <span className="whitespace-nowrap tabular">
      {best.load > 0 && (
        <>
          <Load kg={best.load} /> ×{' '}
        </>
      )}
      {best.reps}
    </span>
  )
}
