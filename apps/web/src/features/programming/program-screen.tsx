import type { Api } from '@gymgenius/contracts'
import type { ProblemCode } from '@gymgenius/contracts/problem'
import type { ProgramId } from '@gymgenius/domain'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { localDayInput } from '../../lib/day-input.ts'
import { timeNow } from '../../lib/clock.ts'
import { syncNow } from '../../lib/logbook.ts'
import { problemWords } from '../../lib/problem-words.ts'
import { useNavigate, useParams } from '../../lib/router.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useToast } from '../../ui/toast.tsx'
import { beginningOf } from './beginning.ts'
import { PROGRAMS } from './keys.ts'
import { ProgramNow } from './life/program-now.tsx'
import { agendaQuery, programQuery } from './life/queries.ts'
import { MoreOfProgram } from './more-of-program.tsx'
import { ReportCard } from './report-card.tsx'
import { SessionCard } from './session-card.tsx'
import { VolumeBars } from './volume-bars.tsx'
import { WeekChooser } from './week-chooser.tsx'
import { words } from './words.ts'

type Program = Api['GET /v1/programs/{id}']['reply']

/** While a program is being made, it is asked for again. */
const AGAIN_MS = 1000

export function ProgramScreen() {
  const { programId } = useParams({ from: '/programs/$programId' })
  const id = programId as ProgramId
  const { data: program, error } = useQuery({
    ...programQuery(id),
    refetchInterval: ({ state }) => (state.data?.status === 'queued' || state.data?.status === 'making' ? AGAIN_MS : false),
  })

  return (
    <Page title={program?.name ?? words.title}>
      {error !== null && <Notice tone="caution">{faultText(error)}</Notice>}
      {program?.failure !== undefined && <Notice tone="danger">{failureText(program.failure)}</Notice>}
      {(program?.status === 'queued' || program?.status === 'making') && <Notice>{words.isMaking}</Notice>}
      {program?.status === 'ready' && <Plan program={program} />}
    </Page>
  )
}

const failureText = ({ code, title }: { readonly code: string; readonly title: string }) => `${problemWords[code as ProblemCode] ?? title}.`

function Plan({ program }: { readonly program: Program }) {
  const { weeks = [], report } = program
  const agenda = useQuery(agendaQuery(program.id))
  const next = agenda.data?.items.find(({ status }) => status === 'next')
  const [said, setSaid] = useState<number>()
  const chosen =
    said ??
    Math.max(
      0,
      weeks.findIndex((one) => one.week === next?.week),
    )
  const week = weeks[Math.min(chosen, weeks.length - 1)]
  const volume = report?.volume.find((one) => one.week === week?.week)?.muscles
  if (agenda.isPending) return <Skeleton lines={6} />
  return (
    <>
      {program.state !== 'active' && <Life program={program} />}
      <ProgramNow program={program} />
      <WeekChooser weeks={weeks} chosen={chosen} choose={setSaid} />
      {volume !== undefined && (
        <Card title={words.volume}>
          <VolumeBars volume={volume} />
          <p className="mt-2 text-note text-soft">{words.volumeHint}</p>
        </Card>
      )}
      {week?.days.map((session) => (
        <SessionCard key={session.session} session={session} programId={program.id} />
      ))}
      {report !== undefined && <ReportCard report={report} scheme={program.scheme} />}
      <MoreOfProgram program={program} />
      {program.state === 'active' && <Life program={program} />}
    </>
  )
}

/** Begin it, put it down, delete it. */
function Life({ program }: { readonly program: Program }) {
  const { id, state, sessionsDone, sessions } = program
  const queries = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()

  async function attempt(act: () => Promise<unknown>, text: string) {
    try {
      await act()
      toast({ text })
      await queries.invalidateQueries({ queryKey: PROGRAMS })
      await syncNow() // its sessions come to the phone, or leave it
    } catch (error) {
      toast({ text: faultText(error) })
    }
  }
  const remove = async () => {
    await call('DELETE /v1/programs/{id}', { params: { id } })
    await navigate({ to: '/programs', replace: true })
  }

  return (
    <Card>
      <p className="mb-3">
        {words.states[state]} · {words.done(sessionsDone, sessions)}
      </p>
      <div className="flex flex-col gap-2">
        {state === 'active' ? (
          <Button onClick={() => void attempt(() => call('DELETE /v1/programs/{id}/enrolment', { params: { id } }), words.putDown)}>
            {words.leave}
          </Button>
        ) : (
          <>
            <Button
              look="primary"
              big
              onClick={() =>
                void attempt(
                  () => call('PUT /v1/programs/{id}/enrolment', { params: { id }, body: beginningOf(program, localDayInput(timeNow())) }),
                  words.begun,
                )
              }
            >
              {words.begin}
            </Button>
            <p className="text-note text-soft">{words.beginHint}</p>
          </>
        )}
        <Button look="danger" onClick={() => void attempt(remove, words.removed)}>
          {words.remove}
        </Button>
      </div>
    </Card>
  )
}
