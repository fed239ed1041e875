import type { MicrocycleKpi, SessionKpi } from '@gymgenius/domain'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { missText } from '../miss-texts.ts'
import { kpiNames } from '../words.ts'
import { bySession, lineText, type Names } from './change-texts.ts'
import { changeWords as words } from './change-words.ts'
import { DaysChange } from './days-change.tsx'
import { Forecast } from './forecast.tsx'
import type { Agenda, Change, Line, Program, WhatIf } from './types.ts'
import { useNames } from './use-names.ts'
import { VolumeChange } from './volume-change.tsx'

const isCut = ({ code }: Line) => code.startsWith('cut_')
/** Told by the cuts where there are some, and better: they say what for. */
const toldByCuts: ReadonlySet<string> = new Set(['movement_removed', 'sets', 'sets_changed'])

export function WhatIfResult({
  program,
  agenda,
  change,
  whatIf,
}: {
  readonly program: Program
  readonly agenda: Agenda | undefined
  readonly change: Change
  readonly whatIf: WhatIf
}) {
  const names = useNames(program)
  const { diff, notices, forecast } = whatIf
  const cuts = notices.filter(isCut)
  const others = notices.flatMap((line) => (isCut(line) ? [] : (lineText(line, names) ?? [])))
  const broken = notices.filter(({ code, facts }) => code === 'no_longer_met' && !(change.kind === 'fit' && facts?.['kpi'] === 'time'))
  const left = cuts.length === 0 ? diff : diff.filter(({ code }) => !toldByCuts.has(code))
  return (
    <>
      {left.length > 0 && (
        <section>
          <h3 className="mb-1 font-semibold">{words.whatChanges}</h3>
          <DiffLines lines={left} names={names} />
        </section>
      )}
      {cuts.length > 0 && (
        <section>
          <h3 className="mb-1 font-semibold">{words.whatGoes}</h3>
          <ul className="list-disc pl-5 text-note">
            {cuts.map((line) => (
              <li key={JSON.stringify(line)}>{lineText(line, names)}</li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <Notice tone="caution" title={words.toKnow}>
          {others.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Notice>
      )}
      {broken.length > 0 && <BrokenRules lines={broken} names={names} />}
      {agenda !== undefined && <DaysChange program={program} agenda={agenda} change={change} names={names} />}
      <VolumeChange whatIf={whatIf} report={program.report} />
      <Forecast lifts={forecast} />
    </>
  )
}

/** Rules of a good program that it kept until now, and why it no longer would. */
function BrokenRules({ lines, names }: { readonly lines: readonly Line[]; readonly names: Names }) {
  return (
    <Notice tone="caution" title={words.noLongerMet}>
      <ul className="mt-1 flex flex-col gap-1">
        {lines.map(({ facts }) => {
          const { kpi, miss, ...about } = facts ?? {}
          const why = missText({ code: String(miss), facts: about }, names.movement)
          return (
            <li key={String(kpi)}>
              <span className="text-ink">{kpiNames[kpi as SessionKpi | MicrocycleKpi] ?? kpi}</span>
              {why !== undefined && <span className="block">{why}</span>}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

/** So many sessions are told before the lifter asks for all. */
const TOLD = 3

/** The lines of difference under the sessions they are about. */
export function DiffLines({ lines, names }: { readonly lines: readonly Line[]; readonly names: Names }) {
  const [isAll, setAll] = useState(false)
  const groups = bySession(lines, names)
  const shown = isAll ? groups : groups.slice(0, TOLD)
  const more = groups.slice(shown.length).reduce((sum, { texts }) => sum + texts.length, 0)
  return (
    <div className="flex flex-col gap-2 text-note">
      {shown.map(({ sessions, texts }) => (
        <div key={sessions.join()}>
          {sessions.length > 0 && (
            <p className="font-medium">{sessions.length === 1 ? names.session(sessions[0]!) : words.inSessions(sessions.join(', '))}</p>
          )}
          <ul className="list-disc pl-5">
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ))}
      {more > 0 && (
        <Button className="self-start" onClick={() => setAll(true)}>
          {words.showAll(more)}
        </Button>
      )}
    </div>
  )
}
