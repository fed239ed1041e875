import type { RoutineItem } from '@gymgenius/contracts'
import type { ProgramId, RoutineId, WorkoutId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from '../../../lib/router.tsx'
import { sessionName } from '../../../lib/session-names.ts'
import { routinesQuery, workoutsQuery } from '../../../lib/view/read.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { blockNames, words as programWords } from '../words.ts'
import { dateText } from '../../../lib/dates.ts'
import { dayOfPlanText } from './days.ts'
import type { Kept } from './kept-program.ts'
import { agendaQuery, programQuery } from './queries.ts'
import { refusalText } from './refusals.ts'
import { SessionActions } from './session-actions.tsx'
import { SessionSections } from './session-sections.tsx'
import { sessionWords as words } from './session-words.ts'
import { startOnServer } from './start-session.ts'
import { type Agenda, type AgendaDay, isOpen, type Program, type Session, sessionOf } from './types.ts'
import { type Wish, WishSheet } from './wish-sheets.tsx'

/** Begins a workout on this phone, without a network too. */
type StartHere = (plan: {
  readonly name: string
  readonly routineId: RoutineId
  readonly items: readonly RoutineItem[]
}) => Promise<WorkoutId>

/** One session of a program: all of it, with reasons; started from here, done, and changed. */
export function SessionScreen({ startHere }: { readonly startHere: StartHere }) {
  const { programId, session: said } = useParams({ from: '/programs/$programId/sessions/$session' })
  const id = programId as ProgramId
  const number = Number(said)
  const program = useQuery(programQuery(id))
  const agenda = useQuery(agendaQuery(id))
  const start = useStart(id, number, startHere)
  const error = program.error ?? agenda.error

  if (program.data === undefined || agenda.data === undefined) {
    return (
      <Page
        title={start.routine === undefined ? words.session : sessionName(start.routine.name)}
        action={start.routine !== undefined && <StartButton start={start} />}
      >
        {error === null ? (
          <Skeleton lines={5} />
        ) : (
          <Notice tone="caution">{start.routine === undefined ? offlineText(error) : words.offline}</Notice>
        )}
      </Page>
    )
  }
  const session = sessionOf(program.data, number)
  const agendaDay = agenda.data.items.find((one) => one.session === number)
  if (session === undefined || agendaDay === undefined) {
    return (
      <Page title={words.session}>
        <EmptyState
          title={words.notKnown}
          action={
            <Link to="/programs/$programId" params={{ programId }} className="inline-flex min-h-11 items-center text-accent underline">
              {words.toProgram}
            </Link>
          }
        >
          {words.notKnownText}
        </EmptyState>
      </Page>
    )
  }
  return <Known program={program.data} agenda={agenda.data} session={session} agendaDay={agendaDay} start={start} />
}

const offlineText = (error: Error) => {
  const text = refusalText(error, 'start')
  return text === '' ? words.offlineNoPlan : text
}

interface Start {
  /** The plan of this session on this phone. */
  readonly routine: { readonly name: string } | undefined
  readonly underWay: { readonly id: WorkoutId; readonly isThis: boolean } | undefined
  readonly isBusy: boolean
  readonly fault: string | undefined
  readonly run: () => Promise<void>
  readonly goOn: (id: WorkoutId) => void
}

/** From the plan that this phone holds; of a session further ahead the server makes one. */
function useStart(id: ProgramId, session: number, startHere: StartHere): Start {
  const navigate = useNavigate()
  const routine = useQuery(routinesQuery()).data?.find(({ program }) => program?.programId === id && program.session === session)
  const open = useQuery(workoutsQuery()).data?.find(({ endedAt }) => endedAt === undefined)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const goOn = (workoutId: WorkoutId) => void navigate({ to: '/workout/$workoutId', params: { workoutId } })

  async function run() {
    setBusy(true)
    setFault(undefined)
    try {
      const workoutId =
        routine === undefined
          ? await startOnServer(id, session)
          : await startHere({ name: routine.name, routineId: routine.id, items: routine.items })
      goOn(workoutId)
    } catch (error) {
      setFault(refusalText(error, 'start'))
    } finally {
      setBusy(false)
    }
  }
  const underWay = open && { id: open.id, isThis: routine !== undefined && open.routineId === routine.id }
  return { routine, underWay, isBusy, fault, run, goOn }
}

function StartButton({ start: { underWay, isBusy, run, goOn } }: { readonly start: Start }) {
  return underWay === undefined ? (
    <Button look="primary" big busy={isBusy} onClick={() => void run()}>
      {words.start}
    </Button>
  ) : (
    <Button look="primary" big onClick={() => goOn(underWay.id)}>
      {words.goOn}
    </Button>
  )
}

function Known({
  program,
  agenda,
  session,
  agendaDay,
  start,
}: {
  readonly program: Kept<Program>
  readonly agenda: Agenda
  readonly session: Session
  readonly agendaDay: AgendaDay
  readonly start: Start
}) {
  const [wish, setWish] = useState<Wish>()
  const number = session.session
  const open = isOpen(agendaDay)
  const isActive = program.state === 'active'
  return (
    <Page title={sessionName(session.name)} action={open && isActive ? <StartButton start={start} /> : undefined}>
      <Facts program={program} session={session} agendaDay={agendaDay} />
      {program.keptAt !== undefined && <Notice tone="caution">{words.kept(dateText(program.keptAt))}</Notice>}
      {agendaDay.daysLate !== undefined && (
        <Notice tone="caution" title={words.late(agendaDay.daysLate)}>
          {words.lateText}
        </Notice>
      )}
      {start.fault !== undefined && <Notice tone="danger">{start.fault}</Notice>}
      {open && isActive && start.underWay !== undefined && !start.underWay.isThis && <Notice>{words.otherUnderWay}</Notice>}
      {open && !isActive && <Notice>{words.notBegun}</Notice>}
      <SessionActions program={program} agendaDay={agendaDay} onWish={setWish} />
      <SessionSections session={session} {...(open && { onSwap: (item) => setWish({ kind: 'swap', item }) })} />
      {wish !== undefined && (
        <WishSheet wish={wish} program={program} agenda={agenda} session={number} onClose={() => setWish(undefined)} />
      )}
    </Page>
  )
}

function Facts({ program, session, agendaDay }: { readonly program: Program; readonly session: Session; readonly agendaDay: AgendaDay }) {
  const week = program.weeks?.find((one) => one.week === agendaDay.week)
  return (
    <div>
      <p className="text-soft">
        {[
          words.status[agendaDay.status],
          ...(agendaDay.day === undefined ? [] : [dayOfPlanText(agendaDay.day)]),
          programWords.minutesOf(Math.round(session.minutes)),
        ].join(' · ')}
      </p>
      <p className="flex flex-wrap items-center gap-x-3">
        {week !== undefined && (
          <span className={week.block === 'deload' ? 'text-caution' : 'text-soft'}>
            {programWords.week(week.week)} · {blockNames[week.block]}
          </span>
        )}
        <Link
          to="/programs/$programId"
          params={{ programId: program.id }}
          className="inline-flex min-h-11 items-center text-accent underline"
        >
          {program.name}
        </Link>
        {agendaDay.status === 'done' && agendaDay.workoutId !== undefined && (
          <Link
            to="/history/$workoutId"
            params={{ workoutId: agendaDay.workoutId }}
            className="inline-flex min-h-11 items-center text-accent underline"
          >
            {words.seeWorkout}
          </Link>
        )}
      </p>
    </div>
  )
}
