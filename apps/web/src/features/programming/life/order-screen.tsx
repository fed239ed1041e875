import type { ProgramId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { EllipsisVertical, GripVertical } from 'lucide-react'
import { useState } from 'react'
import { Link, useParams } from '../../../lib/router.tsx'
import { Unreachable } from '../../../lib/unreachable.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { classes } from '../../../ui/classes.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { blockNames, words as programWords } from '../words.ts'
import { dayOfPlanText } from './days.ts'
import { lifeWords as words } from './life-words.ts'
import { agendaQuery, programQuery } from './queries.ts'
import { refusalText } from './refusals.ts'
import { SessionMenu, useMark } from './session-actions.tsx'
import { sessionWords } from './session-words.ts'
import type { Agenda, AgendaDay, Program } from './types.ts'
import { useDragOrder } from './use-drag-order.ts'
import { type Wish, WishSheet } from './wish-sheets.tsx'

/** Every session of a program in the order it is to be done, with its day: dragged, moved by keys, or changed by its menu. */
export function OrderScreen() {
  const { programId } = useParams({ from: '/programs/$programId/order' })
  const id = programId as ProgramId
  const program = useQuery(programQuery(id))
  const agenda = useQuery(agendaQuery(id))
  const error = program.error ?? agenda.error
  return (
    <Page title={words.order}>
      {error !== null && <Notice tone="caution">{error instanceof Unreachable ? words.orderOffline : refusalText(error, 'move')}</Notice>}
      {program.data === undefined || agenda.data === undefined ? (
        error === null && <Skeleton lines={6} />
      ) : (
        <Order program={program.data} agenda={agenda.data} />
      )}
    </Page>
  )
}

interface Asked {
  readonly session: number
  readonly wish: Wish
}

function Order({ program, agenda }: { readonly program: Program; readonly agenda: Agenda }) {
  const [isDoneShown, setDoneShown] = useState(false)
  const [asked, setAsked] = useState<Asked>()
  const done = agenda.items.filter(({ status }) => status === 'done')
  const left = agenda.items.filter(({ status }) => status !== 'done')
  const moveTo = (from: number, to: number): Asked => ({
    session: left[from]!.session,
    wish: { kind: 'move_to', before: left[to]?.session ?? null },
  })
  const { list, drag, handle } = useDragOrder((from, to) => setAsked(moveTo(from, to)))
  return (
    <>
      <p className="text-note text-soft">{words.orderHint}</p>
      {done.length > 0 && !isDoneShown && <Button onClick={() => setDoneShown(true)}>{words.showDone(done.length)}</Button>}
      {isDoneShown && (
        <ul className="divide-y divide-line rounded-card bg-surface px-3 ring-1 ring-line">
          {done.map((item) => (
            <li key={item.session}>
              <SessionLink program={program} item={item} />
            </li>
          ))}
        </ul>
      )}
      <ul ref={list} className="rounded-card bg-surface ring-1 ring-line">
        {left.map((item, place) => {
          const name = programWords.session(item.session, item.name)
          return (
            <li
              key={item.session}
              className={classes(
                'flex items-center gap-1 border-t-2 pr-1',
                drag?.to === place && drag.from !== place ? 'border-accent' : place === 0 ? 'border-transparent' : 'border-line',
                drag?.from === place && 'bg-raised',
                place === left.length - 1 && drag?.to === left.length && 'border-b-2 border-b-accent',
              )}
            >
              <button
                type="button"
                aria-label={words.handleOf(name)}
                title={words.handleOf(name)}
                {...handle(place)}
                className="inline-flex h-14 w-11 shrink-0 cursor-grab touch-none items-center justify-center text-soft"
              >
                <GripVertical aria-hidden size={20} />
              </button>
              <SessionLink program={program} item={item} />
              <Menu
                program={program}
                item={item}
                name={name}
                places={{
                  ...(place > 0 && { earlier: moveTo(place, place - 1).wish }),
                  ...(place < left.length - 1 && { later: moveTo(place, place + 2).wish }),
                }}
                onWish={(wish) => setAsked({ session: item.session, wish })}
              />
            </li>
          )
        })}
      </ul>
      {asked !== undefined && (
        <WishSheet wish={asked.wish} program={program} agenda={agenda} session={asked.session} onClose={() => setAsked(undefined)} />
      )}
    </>
  )
}

function SessionLink({ program, item }: { readonly program: Program; readonly item: AgendaDay }) {
  const { session, name, status, day, minutes, week, daysLate, isPinned, restDays } = item
  const block = program.weeks?.find((one) => one.week === week)?.block
  const isRelief = block === 'deload' || block === 'taper'
  return (
    <Link
      to="/programs/$programId/sessions/$session"
      params={{ programId: program.id, session: String(session) }}
      className="flex min-h-14 min-w-0 flex-1 flex-col justify-center py-1 active:bg-raised"
    >
      <span className={classes('font-medium break-words', status === 'skipped' && 'text-soft line-through')}>
        {programWords.session(session, name)}
      </span>
      <span className="text-note text-soft">
        {[
          ...(status === 'next' || status === 'skipped' ? [sessionWords.status[status]] : []),
          ...(day === undefined ? [] : [dayOfPlanText(day)]),
          ...(isPinned ? [words.pinned] : []),
          programWords.minutesOf(Math.round(minutes)),
          programWords.week(week),
          ...(restDays > 0 && status !== 'done' ? [words.restBefore(restDays)] : []),
        ].join(' · ')}
        {isRelief && <span className="text-caution"> · {blockNames[block]}</span>}
        {daysLate !== undefined && <strong className="text-caution"> · {sessionWords.late(daysLate)}</strong>}
      </span>
    </Link>
  )
}

function Menu({
  program,
  item,
  name,
  places,
  onWish,
}: {
  readonly program: Program
  readonly item: AgendaDay
  readonly name: string
  readonly places: { readonly earlier?: Wish; readonly later?: Wish }
  readonly onWish: (wish: Wish) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const mark = useMark(program, item.session)
  return (
    <>
      <IconButton label={words.actionsOf(name)} onClick={() => setOpen(true)}>
        <EllipsisVertical aria-hidden size={20} />
      </IconButton>
      <SessionMenu
        isOpen={isOpen}
        agendaDay={item}
        places={places}
        onClose={() => setOpen(false)}
        onWish={onWish}
        onDone={() => void mark(true)}
      />
    </>
  )
}
