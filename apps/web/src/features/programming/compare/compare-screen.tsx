import type { Api } from '@gymgenius/contracts'
import { type ProgramId, trackedMuscles } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { faultText } from '../../../lib/api.ts'
import { dateText, timeText } from '../../../lib/dates.ts'
import { Link, useParams } from '../../../lib/router.tsx'
import { sessionName } from '../../../lib/session-names.ts'
import { Card } from '../../../ui/card.tsx'
import { muscleGroupNames } from '../../../ui/movement-words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { formatNumber } from '../../../ui/numbers.ts'
import { Page } from '../../../ui/page.tsx'
import { shareText } from '../figures.ts'
import { programQuery } from '../life/queries.ts'
import { kpiNames } from '../words.ts'
import { calledApart, type Figures, figuresOf } from './figures.ts'
import { compareWords as words } from './words.ts'

/** Two programs row by row: in columns where there is room, under each other where there is not. */
export function CompareScreen() {
  const { programId, otherId } = useParams({ from: '/programs/$programId/compare/$otherId' })
  const one = useProgram(programId)
  const other = useProgram(otherId)
  const error = one.error ?? other.error
  return (
    <Page title={words.title}>
      {error !== null && <Notice tone="caution">{faultText(error)}</Notice>}
      {programId === otherId && <Notice>{words.same}</Notice>}
      {one.data !== undefined && other.data !== undefined && <Rows pair={[one.data, other.data]} />}
    </Page>
  )
}

const useProgram = (id: string) => useQuery(programQuery(id as ProgramId))

type Pair<Of> = readonly [Of, Of]
type Program = Pick<Api['GET /v1/programs/{id}']['reply'], 'id' | 'name' | 'createdAt' | 'weeks' | 'report'>

function Rows({ pair }: { readonly pair: Pair<Program> }) {
  const figures = [figuresOf(pair[0]), figuresOf(pair[1])] as const
  const names = calledApart([pair[0].name, pair[1].name])
  const row = (label: string, textOf: (of: Figures) => string) => (
    <Row key={label} label={label} names={names} values={[textOf(figures[0]), textOf(figures[1])]} />
  )
  const most = Math.max(1, ...figures.flatMap(({ sets }) => (sets === undefined ? [] : Object.values(sets))))
  return (
    <>
      <div className="grid grid-cols-2 gap-3 bg-ground py-2 font-semibold md:sticky md:top-0 md:z-10 md:grid-cols-3 md:px-4">
        <span className="hidden md:block" />
        {pair.map(({ id }, column) => (
          <Link key={column} to="/programs/$programId" params={{ programId: id }} className="inline-flex min-h-11 items-center text-accent">
            {names[column]}
          </Link>
        ))}
      </div>
      <Card title={words.of}>
        <ul className="divide-y divide-line">
          <Row label={words.made} names={names} values={[madeText(pair[0]), madeText(pair[1])]} />
          <Row label={words.firstWeek} names={names} values={[firstWeekText(pair[0]), firstWeekText(pair[1])]} />
          {row(words.length, ({ weeks }) => formatNumber(weeks))}
          {row(words.perWeek, ({ sessionsPerWeek }) => formatNumber(sessionsPerWeek, 1))}
          {row(words.minutes, ({ minutesPerSession }) => formatNumber(minutesPerSession, 0))}
          {row(words.hours, ({ hoursPerWeek }) => formatNumber(hoursPerWeek, 1))}
          {row(words.easy, ({ easyWeeks }) => (easyWeeks.length === 0 ? words.none : words.easyIn(easyWeeks)))}
        </ul>
      </Card>
      <Card title={words.intensity}>
        <ul className="divide-y divide-line">
          {row(words.heavy, share('heavy'))}
          {row(words.middle, share('middle'))}
          {row(words.light, share('light'))}
          {row(words.rir, ({ rir }) => (rir === undefined ? words.unknown : formatNumber(rir, 1)))}
        </ul>
      </Card>
      <Card title={words.volume}>
        <p className="-mt-2 mb-2 text-note text-soft">{words.volumeHint}</p>
        <ul className="divide-y divide-line">
          {trackedMuscles.map((muscle) => (
            <Row
              key={muscle}
              label={muscleGroupNames[muscle]}
              names={names}
              values={[
                <Bar key="one" sets={figures[0].sets?.[muscle]} most={most} />,
                <Bar key="other" sets={figures[1].sets?.[muscle]} most={most} />,
              ]}
            />
          ))}
        </ul>
      </Card>
      <Card title={words.rules}>
        <ul className="divide-y divide-line">
          {(Object.entries(kpiNames) as [keyof typeof kpiNames, string][]).map(([kpi, name]) => (
            <Row
              key={kpi}
              label={name}
              names={names}
              values={[<Met key="one" isMet={figures[0].met?.[kpi]} />, <Met key="other" isMet={figures[1].met?.[kpi]} />]}
            />
          ))}
        </ul>
      </Card>
    </>
  )
}

/** To the minute: two programs of one name are often made one after the other. */
function madeText({ createdAt }: Program): string {
  const at = Date.parse(createdAt)
  return `${dateText(at)}, ${timeText(at)}`
}

const firstWeekText = ({ weeks }: Program) => (weeks?.[0]?.days ?? []).map(({ name }) => sessionName(name)).join(' · ')

const share =
  (of: 'heavy' | 'middle' | 'light') =>
  ({ reps }: Figures) =>
    reps === undefined ? words.unknown : shareText(reps[of])

/** One figure of both. On a phone each says whose it is. */
function Row({ label, names, values }: { readonly label: string; readonly names: Pair<string>; readonly values: Pair<ReactNode> }) {
  return (
    <li className="gap-3 py-2 md:grid md:grid-cols-3 md:items-center">
      <span className="font-medium md:font-normal">{label}</span>
      {values.map((value, column) => (
        <div key={column} className="flex items-center gap-3 py-0.5 tabular md:block">
          <span className="w-2/5 shrink-0 truncate text-note text-soft md:sr-only">{names[column]}</span>
          <div className="min-w-0 flex-1">{value}</div>
        </div>
      ))}
    </li>
  )
}

function Bar({ sets, most }: { readonly sets: number | undefined; readonly most: number }) {
  if (sets === undefined) return <span className="text-soft">{words.unknown}</span>
  return (
    <span className="flex items-center gap-2">
      <span className="w-12 shrink-0 text-right">{formatNumber(sets, 1)}</span>
      <span aria-hidden className="h-3 min-w-0 flex-1 rounded-chip bg-raised">
        <span className="block h-3 rounded-chip bg-accent" style={{ width: `${(sets / most) * 100}%` }} />
      </span>
    </span>
  )
}

function Met({ isMet }: { readonly isMet: boolean | undefined }) {
  if (isMet === undefined) return <span className="text-soft">{words.unknown}</span>
  const Icon = isMet ? CircleCheck : CircleAlert
  return (
    <span className="flex items-center gap-2">
      <Icon aria-hidden size={18} className={isMet ? 'shrink-0 text-done' : 'shrink-0 text-caution'} />
      {isMet ? words.met : words.notMet}
    </span>
  )
}
