import { Timer } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../../lib/api.ts'
import { Button } from '../../../ui/button.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { words as programWords } from '../words.ts'
import { sessionWords as words } from './session-words.ts'
import { type AgendaDay, isOpen, type Program } from './types.ts'
import { useDoing } from './use-doing.ts'
import type { Wish } from './wish-sheets.tsx'

/** What can be done to a session, as buttons: what is wanted most on the page, the rest in a panel. */
export function SessionActions({
  program,
  agendaDay,
  onWish,
}: {
  readonly program: Program
  readonly agendaDay: AgendaDay
  readonly onWish: (wish: Wish) => void
}) {
  const [isMenuOpen, setMenuOpen] = useState(false)
  const mark = useMark(program, agendaDay.session)
  if (agendaDay.status === 'done') {
    return (
      <Button className="self-start" onClick={() => void mark(false)}>
        {words.markNotDone}
      </Button>
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      {isOpen(agendaDay) && (
        <Button icon={<Timer aria-hidden size={20} />} onClick={() => onWish({ kind: 'fit' })}>
          {words.fit}
        </Button>
      )}
      <Button onClick={() => setMenuOpen(true)}>{words.change}</Button>
      <SessionMenu
        isOpen={isMenuOpen}
        agendaDay={agendaDay}
        onClose={() => setMenuOpen(false)}
        onWish={onWish}
        onDone={() => void mark(true)}
      />
    </div>
  )
}

/** Says that a session is done, or that it is not. */
export function useMark(program: Program, session: number) {
  const { attempt } = useDoing(program.id)
  return (isDone: boolean) =>
    attempt(
      () =>
        call('PUT /v1/programs/{id}/sessions/{session}/done', {
          params: { id: program.id, session: String(session) as never },
          body: { isDone },
        }),
      isDone ? words.markedDone : words.markedNotDone,
      'mark',
    )
}

/** Everything a session can be asked to do. `places`: where it would go, one earlier or later. */
export function SessionMenu({
  isOpen: isShown,
  agendaDay,
  places,
  onClose,
  onWish,
  onDone,
}: {
  readonly isOpen: boolean
  readonly agendaDay: AgendaDay
  readonly places?: { readonly earlier?: Wish; readonly later?: Wish }
  readonly onClose: () => void
  readonly onWish: (wish: Wish) => void
  readonly onDone: () => void
}) {
  const ask = (wish: Wish) => () => {
    onClose()
    onWish(wish)
  }
  const item = (text: string, wish: Wish) => (
    <Button className="w-full justify-start! text-left" onClick={ask(wish)}>
      {text}
    </Button>
  )
  return (
    <Sheet title={programWords.session(agendaDay.session, agendaDay.name)} open={isShown} onClose={onClose}>
      <div className="flex flex-col gap-2">
        {isOpen(agendaDay) ? (
          <>
            {places?.earlier !== undefined && item(words.earlier, places.earlier)}
            {places?.later !== undefined && item(words.later, places.later)}
            {item(words.move, { kind: 'move' })}
            {places !== undefined && item(words.fit, { kind: 'fit' })}
            {item(words.restBefore, { kind: 'rest' })}
            {item(words.merge, { kind: 'merge' })}
            {item(words.skip, { kind: 'skip' })}
            {item(words.again, { kind: 'again' })}
          </>
        ) : (
          item(words.takeUp, { kind: 'take_up' })
        )}
        <Button
          className="w-full justify-start! text-left"
          onClick={() => {
            onClose()
            onDone()
          }}
        >
          {words.markDone}
        </Button>
      </div>
    </Sheet>
  )
}
