import type { Movement, PerformedSet } from '@gymgenius/contracts'
import type { Kilograms, MovementId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '../../lib/router.tsx'
import { BookOpen } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { DAY_MS } from '@gymgenius/domain'
import { dateText } from '../../lib/dates.ts'
import { MoreComing } from '../../lib/more-coming.tsx'
import { movementsQuery } from '../../lib/view/read.ts'
import { allMovementSetsQuery } from '../../lib/view/trained.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Choice } from '../../ui/field.tsx'
import { Load, useWholeLoadText } from '../../ui/load.tsx'
import { Page } from '../../ui/page.tsx'
import { chartedDays, dailyBests, valueOf, type DailyBest } from './daily-bests.ts'
import { BestSet, Maximum, Records, useMaximum } from './movement-records.tsx'
import { findingOf } from './finding.ts'
import { ForecastRecordCard } from './forecast-record-card.tsx'
import { StrengthChart } from './strength-chart.tsx'
import { words } from './words.ts'

const spans = { quarter: 92, year: 366, all: Infinity } as const

/** One movement over time: the finding as the title, the curve, the records, the table. */
export function MovementProgressScreen({ renderMore }: { readonly renderMore?: (movement: Movement) => ReactNode }) {
  const { movementId } = useParams({ from: '/progress/$movementId' })
  const movements = useQuery(movementsQuery()).data
  const sets = useQuery(allMovementSetsQuery(movementId as MovementId))
  const maximum = useMaximum(movements?.get(movementId), sets.data, sets.dataUpdatedAt)
  const movement = movements?.get(movementId)
  if (movements === undefined || sets.data === undefined) return <Page title="">{null}</Page>
  if (movement === undefined) {
    return (
      <Page title={words.title}>
        <EmptyState title={words.notKnown} />
      </Page>
    )
  }
  const bests = dailyBests(sets.data, movement)
  return (
    <Page title={movement.name} aside={<AboutLink movement={movement} />}>
      <MoreComing />
      {bests.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <Curve movement={movement} sets={sets.data} bests={bests} maximum={maximum} now={sets.dataUpdatedAt} />
      )}
      {renderMore?.(movement)}
    </Page>
  )
}

const AboutLink = ({ movement }: { readonly movement: Movement }) => (
  <Link
    to="/library/$movementId"
    params={{ movementId: movement.id }}
    aria-label={words.about(movement.name)}
    className="inline-flex size-11 shrink-0 items-center justify-center rounded-chip text-soft"
  >
    <BookOpen aria-hidden size={22} />
  </Link>
)

function Curve({
  movement,
  sets,
  bests,
  maximum,
  now,
}: {
  readonly movement: Movement
  readonly sets: readonly PerformedSet[]
  readonly bests: readonly DailyBest[]
  readonly maximum: Kilograms | undefined
  readonly now: number
}) {
  const [span, setSpan] = useState<keyof typeof spans>('year')
  const inSpan = bests.filter(({ day }) => day >= now - spans[span] * DAY_MS)
  const shown = inSpan.length > 0 ? inSpan : bests
  const charted = chartedDays(shown, movement)
  const finding = findingOf(movement, charted, useWholeLoadText())
  return (
    <>
      <Card title={finding}>
        <p className="mb-2 text-note text-soft">{charted.isReps ? words.chartReps : words.chart}</p>
        <StrengthChart
          days={charted.days.map(({ day }) => day)}
          values={charted.days.map((best) => valueOf(best, movement, charted.isReps))}
          isLoad={!charted.isReps}
          label={finding}
        />
        <div className="mt-3">
          <Choice
            label={words.span}
            hideLabel
            value={span}
            options={[
              { value: 'quarter', text: words.shown.quarter },
              { value: 'year', text: words.shown.year },
              { value: 'all', text: words.shown.all },
            ]}
            onChange={setSpan}
          />
        </div>
        <p className="mt-3 text-note text-soft">{words.note}</p>
      </Card>
      {maximum !== undefined && <Maximum maximum={maximum} />}
      <Records movement={movement} sets={sets} bests={bests} />
      <ForecastRecordCard movementId={movement.id} />
      <Card>
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-medium">{words.table}</summary>
          <Table bests={shown} />
        </details>
      </Card>
    </>
  )
}

function Table({ bests }: { readonly bests: readonly DailyBest[] }) {
  return (
    <table className="w-full text-left text-note">
      <thead>
        <tr className="text-soft">
          <th className="py-1 font-medium">{words.day}</th>
          <th className="py-1 font-medium">{words.best}</th>
          <th className="py-1 text-right font-medium">{words.estimate}</th>
        </tr>
      </thead>
      <tbody>
        {bests.toReversed().map((best) => (
          <tr key={best.day} className="border-t border-line">
            <td className="py-1">{dateText(best.day)}</td>
            <td className="py-1">
              <BestSet best={best} />
            </td>
            <td className="py-1 text-right">{best.estimate > 0 && <Load kg={best.estimate} whole />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
