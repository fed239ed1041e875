import type { ProgramReport, WaivableRule } from '@gymgenius/domain'
import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Card } from '../../ui/card.tsx'
import { isOfSession, type Kpi, missesOf, noticeText, relaxationsByStep } from './report-texts.ts'
import { kpiAsks, reportWords as words, ruleNames, stepNames } from './report-words.ts'
import { shareText } from './figures.ts'
import { useMovementName } from './life/use-names.ts'
import type { MovementName } from './miss-texts.ts'
import { schemeTexts } from './schemes/scheme-texts.ts'
import { kpiNames } from './words.ts'

const kpis = Object.keys(kpiNames) as Kpi[]

/** Each figure that a trainer would hold the program to: whether it is met, and behind it what was asked, where it is missed and why. */
export function ReportCard({ report, scheme }: { readonly report: ProgramReport; readonly scheme?: string | undefined }) {
  const movement = useMovementName()
  const met = kpis.filter((kpi) => report.kpis[kpi].pass)
  const missed = kpis.filter((kpi) => !report.kpis[kpi].pass)
  return (
    <Card title={missed.length === 0 ? words.allMet(kpis.length) : words.someMet(met.length, kpis.length)}>
      <p className="-mt-2 mb-2 text-note text-soft">{words.hint}</p>
      <ul className="divide-y divide-line">
        {[...met, ...missed].map((kpi) => (
          <Figure key={kpi} kpi={kpi} report={report} movement={movement} />
        ))}
      </ul>
      <Notices report={report} movement={movement} />
      <GaveWay report={report} movement={movement} />
      <SetAside waivers={report.waivers} scheme={scheme} />
    </Card>
  )
}

interface Told {
  readonly report: ProgramReport
  readonly movement: MovementName
}

function Figure({ kpi, report, movement }: Told & { readonly kpi: Kpi }) {
  const { pass, value } = report.kpis[kpi]
  const Icon = pass ? CircleCheck : CircleAlert
  return (
    <li>
      <details>
        <summary className="flex min-h-12 cursor-pointer items-center gap-2 py-1">
          <Icon aria-hidden size={20} className={pass ? 'shrink-0 text-done' : 'shrink-0 text-caution'} />
          <span className="min-w-0 flex-1">{kpiNames[kpi]}</span>
          <span className="shrink-0 text-note text-soft tabular">{shareText(value)}</span>
        </summary>
        <div className="pb-3 pl-7 text-note">
          <p className="text-soft">{kpiAsks[kpi]}</p>
          {pass && <p className="mt-1">{isOfSession(kpi) ? words.everySession : words.everyWeek}</p>}
          <ul className="mt-1 flex flex-col gap-2">
            {missesOf(report, kpi, movement).map(({ where, value, whys, isEnglish }) => (
              <li key={`${where} ${whys.join(' ')}`}>
                <span className="font-medium">{where}</span>
                {value !== '' && <span className="tabular"> · {value}</span>}
                {whys.map((why) => (
                  <span key={why} {...(isEnglish && { lang: 'en' })} className="block text-soft">
                    {why}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </div>
      </details>
    </li>
  )
}

function Notices({ report: { notices }, movement }: Told) {
  const texts = notices.flatMap((notice) => noticeText(notice, movement) ?? [])
  if (texts.length === 0) return null
  return (
    <Folded title={words.notices} count={texts.length}>
      <ul className="list-disc pl-5">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Folded>
  )
}

function GaveWay({ report: { relaxations }, movement: name }: Told) {
  if (relaxations.length === 0) return null
  return (
    <Folded title={words.gaveWay} count={relaxations.length}>
      <p className="mb-2 text-soft">{words.gaveWayHint}</p>
      <ul className="flex flex-col gap-2">
        {relaxationsByStep(relaxations, name).map(({ step, movements }) => (
          <li key={step}>
            <span className="font-medium">{stepNames[step]}</span>
            <span className="block text-soft">
              {movements.map(({ movement, count, sessions }) => words.inSession(movement, count, sessions)).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Folded>
  )
}

interface SetsAside {
  readonly waivers: readonly { readonly rule: string; readonly why: string }[]
  /** The well-known program that it is. */
  readonly scheme?: string | undefined
}

function SetAside({ waivers, scheme }: SetsAside) {
  if (waivers.length === 0) return null
  return (
    <Folded title={words.waivers} count={waivers.length}>
      <p className="mb-2 text-soft">{words.waiversHint}</p>
      <WaiverList waivers={waivers} scheme={scheme} />
    </Folded>
  )
}

/** Rules that a program sets aside, each with why: of a well-known one in the lifter's language, else in the words of whoever wrote it. */
export function WaiverList({ waivers, scheme = '' }: SetsAside) {
  return (
    <dl className="flex flex-col gap-2 text-note">
      {waivers.map(({ rule, why }) => (
        <div key={rule}>
          <dt className="font-medium">{ruleNames[rule as WaivableRule]}</dt>
          <dd className="text-soft">{schemeTexts[scheme]?.setsAside?.[rule as WaivableRule] ?? why}</dd>
        </div>
      ))}
    </dl>
  )
}

function Folded({ title, count, children }: { readonly title: string; readonly count: number; readonly children: ReactNode }) {
  return (
    <details className="border-t border-line">
      <summary className="flex min-h-12 cursor-pointer items-center justify-between gap-2 py-1 font-medium">
        {title}
        <span className="text-note font-normal text-soft tabular">{count}</span>
      </summary>
      <div className="pb-3 text-note">{children}</div>
    </details>
  )
}
