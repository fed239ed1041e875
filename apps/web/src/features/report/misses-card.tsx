import { type LiftReport, type ReportCard, type Score, verdictOf } from '@gymgenius/engine/report'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { words } from './words.ts'

/** Rows shown before somebody asks for more. */
const FIRST_ROWS = 8

interface Row {
  readonly name: string
  readonly score: Score
}

/** How far off the engine was in each year, beside copying the last time. */
export function YearScoresCard({ years }: { readonly years: ReportCard['years'] }) {
  const rows = years.map(({ year, ...score }): Row => ({ name: String(year), score }))
  const closest = closestOf(rows)
  if (closest === undefined) return null
  return (
    <Card title={rows.length > 1 ? words.yearsTitle(closest.name, closest.score.miss!) : words.oneYearTitle}>
      <Misses rows={rows.toReversed()} />
    </Card>
  )
}

/** The same for each lift, those with most foretold sets first. */
export function LiftScoresCard({ lifts, nameOf }: { readonly lifts: readonly LiftReport[]; readonly nameOf: (key: string) => string }) {
  const rows = lifts
    .filter(({ score }) => score.sets > 0)
    .sort((a, b) => b.score.sets - a.score.sets)
    .map(({ movementKey, score }): Row => ({ name: nameOf(movementKey), score }))
  const closest = closestOf(rows.slice(0, FIRST_ROWS))
  if (rows.length === 0) return null
  return (
    <Card title={closest === undefined ? words.liftsTitleFew : words.liftsTitle(closest.name, closest.score.miss!)}>
      <Misses rows={rows} />
    </Card>
  )
}

const closestOf = (rows: readonly Row[]) =>
  rows
    .filter(({ score }) => verdictOf(score) !== null)
    .reduce<Row | undefined>((best, row) => (best !== undefined && best.score.miss! <= row.score.miss! ? best : row), undefined)

function Misses({ rows }: { readonly rows: readonly Row[] }) {
  const [isAll, setAll] = useState(false)
  const shown = isAll ? rows : rows.slice(0, FIRST_ROWS)
  const most = Math.max(
    1,
    ...rows.filter(({ score }) => verdictOf(score) !== null).map(({ score }) => Math.max(score.miss!, score.ruleMiss!)),
  )
  return (
    <>
      <p aria-hidden className="mb-1 flex flex-wrap gap-x-4 text-note text-soft">
        <span>
          <span className="mr-1.5 inline-block size-3 rounded-chip bg-accent align-[-1px]" />
          {words.rowsLegend}
        </span>
        <span>
          <span className="mr-1.5 inline-block size-3 rounded-chip border-2 border-soft align-[-1px]" />
          {words.rowsLegendRule}
        </span>
      </p>
      <ul className="divide-y divide-line">
        {shown.map((row) => (
          <MissRow key={row.name} row={row} most={most} />
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button className="mt-2 w-full" onClick={() => setAll(true)}>
          {words.showAll(rows.length)}
        </Button>
      )}
    </>
  )
}

/** Reps off as places on one line: the nearer to the left, the better. */
function MissRow({ row: { name, score }, most }: { readonly row: Row; readonly most: number }) {
  const verdict = verdictOf(score)
  return (
    <li className="py-2.5">
      <p className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium">{name}</span>
        {verdict !== null && <span className="shrink-0 text-note text-soft tabular">{words.rowHeld(score.fair80!)}</span>}
      </p>
      {verdict === null ? (
        <p className="text-note text-soft">{words.rowFew(score.sets)}</p>
      ) : (
        <>
          <Track from={score.miss! / most} to={score.ruleMiss! / most} isWorse={verdict.besideRule === 'worse'} />
          <p className="text-note text-soft tabular">{words.rowText(score.miss!, score.ruleMiss!)}</p>
        </>
      )}
    </li>
  )
}

function Track({ from, to, isWorse }: { readonly from: number; readonly to: number; readonly isWorse: boolean }) {
  const left = Math.min(from, to)
  return (
    <div aria-hidden className="relative mx-1.5 my-1 h-4">
      <div className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <div
        className={`absolute top-1/2 h-1 -translate-y-1/2 rounded-chip opacity-45 ${isWorse ? 'bg-caution' : 'bg-accent'}`}
        style={{ left: `${left * 100}%`, width: `${Math.abs(to - from) * 100}%` }}
      />
      <div
        className="absolute top-1/2 size-3.5 -translate-1/2 rounded-chip border-2 border-soft bg-surface"
        style={{ left: `${to * 100}%` }}
      />
      <div
        className={`absolute top-1/2 size-3.5 -translate-1/2 rounded-chip ${isWorse ? 'bg-caution' : 'bg-accent'}`}
        style={{ left: `${from * 100}%` }}
      />
    </div>
  )
}
