import type { Movement } from '@gymgenius/contracts'
import type { LocalDay, MovementId } from '@gymgenius/domain'
import type { BestSet, LiftReport } from '@gymgenius/engine/report'
import { ChevronRight } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { Link } from '../../lib/router.tsx'
import { Card } from '../../ui/card.tsx'
import { Load, useWholeLoadText } from '../../ui/load.tsx'
import { CurveChart, type KnownPoint } from './curve-chart.tsx'
import { dayText, monthText } from './texts.ts'
import { words } from './words.ts'

interface Props {
  readonly lifts: readonly LiftReport[]
  readonly movements: ReadonlyMap<string, Movement>
}

/** One lift at a time: how strong the lifter was believed to be, and the records. */
export function LiftCard({ lifts, movements }: Props) {
  const [chosen, setChosen] = useState(lifts[0]!.movementKey)
  const lift = lifts.find(({ movementKey }) => movementKey === chosen) ?? lifts[0]!
  const movement = movements.get(lift.movementKey)
  return (
    <Card title={words.liftTitle}>
      <Chooser lifts={lifts} movements={movements} value={lift.movementKey} onChange={setChosen} />
      <Curve key={lift.movementKey} lift={lift} />
      <h3 className="mt-5 mb-2 font-semibold">{words.records}</h3>
      <RecordsOf lift={lift} isHelp={movement?.loadKind === 'assisted'} />
      {movement !== undefined && (
        <Link
          to="/progress/$movementId"
          params={{ movementId: lift.movementKey as MovementId }}
          className="mt-3 flex min-h-12 items-center justify-between rounded-card bg-raised px-4 font-medium active:brightness-95"
        >
          {words.fullProgress}
          <ChevronRight aria-hidden size={18} className="text-soft" />
        </Link>
      )}
    </Card>
  )
}

function Chooser({ lifts, movements, value, onChange }: Props & { readonly value: string; readonly onChange: (key: string) => void }) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {words.chooseLift}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="mb-4 min-h-12 w-full rounded-card border border-control bg-ground px-3 text-body text-ink"
      >
        {lifts.map(({ movementKey, sets }) => (
          <option key={movementKey} value={movementKey}>
            {movements.get(movementKey)?.name ?? movementKey} · {words.rowSets(sets)}
          </option>
        ))}
      </select>
    </>
  )
}

function Curve({ lift: { curve } }: { readonly lift: LiftReport }) {
  const points = curve.filter((point): point is KnownPoint => point.strength !== null)
  const finding = useFinding(points)
  const loadText = useWholeLoadText()
  if (points.length === 0 && curve.length > 0) return <p className="text-note text-soft">{words.curveBody}</p>
  if (points.length < ENOUGH_DAYS) return <p className="text-note text-soft">{words.curveOne}</p>
  const means = points.map(({ strength }) => strength.mean)
  return (
    <>
      <h3 className="mb-1 text-title font-semibold">{finding}</h3>
      <CurveChart points={points} label={words.curveLabel(finding, loadText(Math.min(...means)), loadText(Math.max(...means)))} />
      <p className="mt-2 text-note text-soft">{words.curveNote}</p>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-medium">{words.asTable}</summary>
        <CurveTable points={points} />
      </details>
    </>
  )
}

const ENOUGH_DAYS = 3
/** The middle of so many days at either end, so that a day on which little was known is no finding. */
const DAYS_AT_AN_END = 5
/** A smaller change is none. */
const LEVEL = 0.02

function useFinding(points: readonly KnownPoint[]): string {
  const loadText = useWholeLoadText()
  if (points.length === 0) return ''
  const before = middleOf(points.slice(0, DAYS_AT_AN_END))
  const change = middleOf(points.slice(-DAYS_AT_AN_END)) - before
  const since = monthText(points[0]!.day)
  if (Math.abs(change) < LEVEL * before) return words.curveLevel(since)
  return change > 0 ? words.curveUp(loadText(change), since) : words.curveDown(loadText(-change), since)
}

function middleOf(points: readonly KnownPoint[]): number {
  const means = points.map(({ strength }) => strength.mean).sort((a, b) => a - b)
  return means[Math.floor(means.length / 2)]!
}

/** One row a month, its last day: a screen reader is not read a thousand days. */
function CurveTable({ points }: { readonly points: readonly KnownPoint[] }) {
  const byMonth = new Map(points.map((point) => [monthText(point.day), point]))
  return (
    <table className="w-full text-left text-note tabular">
      <thead>
        <tr className="text-soft">
          <th className="py-1 font-medium">{words.day}</th>
          <th className="py-1 text-right font-medium">{words.believed}</th>
          <th className="py-1 text-right font-medium">{words.best}</th>
        </tr>
      </thead>
      <tbody>
        {[...byMonth.values()].toReversed().map(({ day, strength, load, reps }) => (
          <tr key={day} className="border-t border-line">
            <th scope="row" className="py-1 font-normal">
              {dayText(day)}
            </th>
            <td className="py-1 text-right">
              <Load kg={strength.mean} whole />
            </td>
            <td className="py-1 text-right whitespace-nowrap">
              <Load kg={load} /> × {reps}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RecordsOf({ lift: { records }, isHelp }: { readonly lift: LiftReport; readonly isHelp: boolean }) {
  const { heaviest, strongest, mostReps, atLoads } = records
  return (
    <>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2">
        {strongest !== null && (
          <Record name={words.strongest} day={strongest.day}>
            <Load kg={strongest.e1rm} whole />
          </Record>
        )}
        {heaviest !== null && (
          <Record name={isHelp ? words.leastHelp : words.heaviest} day={heaviest.day}>
            <Best set={heaviest} />
          </Record>
        )}
        {mostReps !== null && (
          <Record name={words.mostReps} day={mostReps.day}>
            <Best set={mostReps} />
          </Record>
        )}
      </dl>
      {atLoads.length > 1 && (
        <details className="mt-2">
          <summary className="min-h-11 cursor-pointer py-2 font-medium">{words.repRecords}</summary>
          <RepRecords sets={atLoads} />
        </details>
      )}
    </>
  )
}

function Record({ name, day, children }: { readonly name: string; readonly day: LocalDay; readonly children: ReactNode }) {
  return (
    <>
      <dt>
        {name}
        <span className="block text-note text-soft">{dayText(day)}</span>
      </dt>
      <dd className="text-right font-semibold whitespace-nowrap tabular">{children}</dd>
    </>
  )
}

const Best = ({ set: { load, reps } }: { readonly set: BestSet }) =>
  load > 0 ? (
    <>
      <Load kg={load} /> × {reps}
    </>
  ) : (
    <>{reps}</>
  )

function RepRecords({ sets }: { readonly sets: readonly BestSet[] }) {
  return (
    <table className="w-full text-left text-note tabular">
      <thead>
        <tr className="text-soft">
          <th className="py-1 font-medium">{words.load}</th>
          <th className="py-1 text-right font-medium">{words.reps}</th>
          <th className="py-1 text-right font-medium">{words.day}</th>
        </tr>
      </thead>
      <tbody>
        {sets.map(({ load, reps, day }) => (
          <tr key={load} className="border-t border-line">
            <th scope="row" className="py-1 font-normal">
              <Load kg={load} />
            </th>
            <td className="py-1 text-right">{reps}</td>
            <td className="py-1 text-right">{dayText(day)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
