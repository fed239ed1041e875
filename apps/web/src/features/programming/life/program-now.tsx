import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from '../../../lib/router.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { words as programWords } from '../words.ts'
import { AgainSheet } from './again-sheet.tsx'
import { againWords } from './again-words.ts'
import { dayOfPlanText } from './days.ts'
import { lifeWords as words } from './life-words.ts'
import { PlanChangeSheet } from './plan-change-sheet.tsx'
import { agendaQuery } from './queries.ts'
import { sessionWords } from './session-words.ts'
import type { Program } from './types.ts'
import { WaveCard } from './wave-card.tsx'

const pill = 'inline-flex min-h-11 items-center justify-center rounded-card bg-raised px-4 font-medium active:brightness-95'

/** What is next, what waits for an answer, and the ways to change the program; then its weeks at a glance. */
export function ProgramNow({ program }: { readonly program: Program }) {
  const agenda = useQuery(agendaQuery(program.id)).data
  const [asked, setAsked] = useState<'what_if' | 'again'>()
  const params = { programId: program.id }
  const next = agenda?.items.find(({ status }) => status === 'next')
  return (
    <>
      {agenda !== undefined && agenda.proposals > 0 && (
        <Notice
          tone="caution"
          title={words.proposals(agenda.proposals)}
          action={
            <Link to="/programs/$programId/changes" params={params} className="inline-flex min-h-11 items-center text-accent underline">
              {words.seeProposals}
            </Link>
          }
        />
      )}
      <Card title={words.next}>
        {next === undefined
          ? agenda !== undefined && <p className="text-soft">{words.allDone}</p>
          : agenda !== undefined && (
              <>
                <Link
                  to="/programs/$programId/sessions/$session"
                  params={{ ...params, session: String(next.session) }}
                  className="flex min-h-14 items-center justify-between gap-3 active:bg-raised"
                >
                  <span className="min-w-0">
                    <span className="block font-medium">{programWords.session(next.session, next.name)}</span>
                    <span className="block text-note text-soft">
                      {[
                        ...(next.day === undefined ? [] : [dayOfPlanText(next.day)]),
                        programWords.minutesOf(Math.round(next.minutes)),
                      ].join(' · ')}
                    </span>
                  </span>
                  <span className="shrink-0 text-accent underline">{words.open}</span>
                </Link>
                {next.daysLate !== undefined && (
                  <p className="text-note">
                    <strong className="text-caution">{sessionWords.late(next.daysLate)}.</strong> {sessionWords.lateText}
                  </p>
                )}
              </>
            )}
        <div className="mt-3 flex flex-wrap gap-2">
          <Link to="/programs/$programId/order" params={params} className={pill}>
            {words.order}
          </Link>
          <Link to="/programs/$programId/changes" params={params} className={pill}>
            {words.changes}
          </Link>
          {agenda !== undefined && next !== undefined && (
            <>
              <Button onClick={() => setAsked('what_if')}>{words.whatIf}</Button>
              <Button onClick={() => setAsked('again')}>{againWords.title}</Button>
            </>
          )}
        </div>
      </Card>
      <WaveCard weeks={program.weeks ?? []} />
      {asked === 'what_if' && agenda !== undefined && <PlanChangeSheet {...{ program, agenda }} onClose={() => setAsked(undefined)} />}
      {asked === 'again' && agenda !== undefined && <AgainSheet {...{ program, agenda }} onClose={() => setAsked(undefined)} />}
    </>
  )
}
