import type { Movement } from '@gymgenius/contracts'
import type { ProgramItem } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MovementPicker } from '../../../lib/movement-picker.tsx'
import { movementsQuery } from '../../../lib/view/read.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice, Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { NumberStepper } from '../../../ui/number-stepper.tsx'
import { words as programWords } from '../words.ts'
import { AgainSheet } from './again-sheet.tsx'
import { lineTexts } from './change-words.ts'
import { dayOfPlanText, todayIso } from './days.ts'
import { lifeWords } from './life-words.ts'
import { sessionWords as words } from './session-words.ts'
import { type Agenda, type AgendaDay, type Change, isOpen, type Program } from './types.ts'
import { WhatIfSheet } from './what-if-sheet.tsx'
import { whole } from './whole.ts'

/** What a lifter may want of one session. */
export type Wish =
  | { readonly kind: 'fit' | 'move' | 'rest' | 'skip' | 'take_up' | 'merge' | 'again' }
  /** Before another session, already said; null: last. */
  | { readonly kind: 'move_to'; readonly before: number | null }
  | { readonly kind: 'swap'; readonly item: ProgramItem }

export interface WishProps {
  readonly program: Program
  readonly agenda: Agenda
  readonly session: number
  readonly onClose: () => void
}

/** The panel for a wish: what is to be said of it, what it would do, and doing it. */
export function WishSheet({ wish, ...props }: WishProps & { readonly wish: Wish }) {
  switch (wish.kind) {
    case 'fit':
      return <FitSheet {...props} />
    case 'move':
      return <MoveSheet {...props} />
    case 'rest':
      return <RestSheet {...props} />
    case 'merge':
      return <MergeSheet {...props} />
    case 'swap':
      return <SwapSheet {...props} item={wish.item} />
    case 'again':
      return <AgainSheet {...props} />
    case 'move_to':
      return <PlainSheet {...props} title={words.moveTitle} change={{ kind: 'move', session: props.session, before: wish.before }} />
    case 'skip':
      return <PlainSheet {...props} title={words.skipTitle} change={{ kind: 'skip', session: props.session }} />
    case 'take_up':
      return <PlainSheet {...props} title={words.takeUpTitle} change={{ kind: 'take_up', session: props.session }} />
  }
}

function PlainSheet({ title, change, ...props }: WishProps & { readonly title: (session: string) => string; readonly change: Change }) {
  return <WhatIfSheet {...props} title={title(nameOf(props))} change={change} />
}

/** Most have about this much when they have not enough. */
const USUAL_MINUTES = 35
const STEP_MINUTES = 5

function FitSheet(props: WishProps) {
  const [text, setText] = useState(String(USUAL_MINUTES))
  const minutes = whole(text, 5, 240)
  const step = (by: 1 | -1) => setText(String(Math.min(240, Math.max(5, (minutes ?? USUAL_MINUTES) + by * STEP_MINUTES))))
  return (
    <WhatIfSheet
      {...props}
      title={words.fitTitle}
      change={minutes === undefined ? undefined : { kind: 'fit', session: props.session, minutes }}
    >
      <NumberStepper
        label={words.minutes}
        text={text}
        onText={setText}
        onStep={step}
        {...(minutes === undefined && { fault: words.minutesRange })}
      />
    </WhatIfSheet>
  )
}

function RestSheet(props: WishProps) {
  const now = dayOf(props)?.restDays ?? 0
  const [text, setText] = useState(String(now + 1))
  const days = whole(text, 0, 60)
  const step = (by: 1 | -1) => setText(String(Math.min(60, Math.max(0, (days ?? now) + by))))
  return (
    <WhatIfSheet
      {...props}
      title={words.restTitle(nameOf(props))}
      change={days === undefined || days === now ? undefined : { kind: 'rest', session: props.session, days }}
    >
      <div>
        <NumberStepper label={words.restDays} text={text} onText={setText} onStep={step} />
        <p className="mt-1 text-center text-note text-soft">{words.restHint}</p>
      </div>
    </WhatIfSheet>
  )
}

function MoveSheet(props: WishProps) {
  const { agenda, session } = props
  const own = dayOf(props)
  const [how, setHow] = useState<'place' | 'day'>('place')
  const [before, setBefore] = useState('')
  const [day, setDay] = useState(own?.isPinned === true ? (own.day ?? '') : '')
  const places = openOthers(agenda, session)
  const change: Change | undefined =
    how === 'place'
      ? before === ''
        ? undefined
        : { kind: 'move', session, before: before === LAST ? null : Number(before) }
      : day === '' && own?.isPinned !== true
        ? undefined
        : { kind: 'pin', session, day: day === '' ? null : day }
  const isSame = change?.kind === 'pin' && own?.isPinned === true && change.day === own.day
  const isPast = how === 'day' && day !== '' && day < todayIso() && !isSame
  return (
    <WhatIfSheet {...props} title={words.moveTitle(nameOf(props))} change={isSame || isPast ? undefined : change}>
      <Choice
        label={words.moveHow}
        value={how}
        options={[
          { value: 'place', text: words.toPlace },
          { value: 'day', text: words.toDay },
        ]}
        onChange={setHow}
      />
      {how === 'place' ? (
        <Select
          label={words.place}
          value={before}
          choose={lifeWords.choose}
          options={[...places.map((one) => ({ value: String(one.session), text: placeText(one) })), { value: LAST, text: words.last }]}
          onChange={setBefore}
        />
      ) : (
        <>
          <Field
            label={words.day}
            type="date"
            min={todayIso()}
            value={day}
            fault={isPast ? words.dayPast : undefined}
            onChange={(event) => setDay(event.target.value)}
          />
          {own?.isPinned === true && day !== '' && <Button onClick={() => setDay('')}>{words.noDayOfOwn}</Button>}
        </>
      )}
    </WhatIfSheet>
  )
}

/** No session has this number. */
const LAST = 'last'

function MergeSheet(props: WishProps) {
  const { agenda, session } = props
  const [other, setOther] = useState('')
  return (
    <WhatIfSheet
      {...props}
      title={words.mergeTitle(nameOf(props))}
      change={other === '' ? undefined : { kind: 'merge', session, with: Number(other) }}
    >
      <Select
        label={words.mergeWith}
        hint={words.mergeHint}
        value={other}
        choose={lifeWords.choose}
        options={openOthers(agenda, session).map((one) => ({ value: String(one.session), text: placeText(one) }))}
        onChange={setOther}
      />
    </WhatIfSheet>
  )
}

/** First another movement is found, those most like it first; then where it is to stand. */
function SwapSheet({ item, ...props }: WishProps & { readonly item: ProgramItem }) {
  const movements = useQuery(movementsQuery()).data
  const [to, setTo] = useState<Movement>()
  const [everywhere, setEverywhere] = useState<'here' | 'everywhere'>('here')
  const name = movements?.get(item.movementId)?.name ?? item.movement
  if (to === undefined) {
    return (
      <MovementPicker
        title={words.swapPick(name)}
        toDo={{}}
        insteadOf={movements?.get(item.movementId)}
        onClose={props.onClose}
        onPick={setTo}
      />
    )
  }
  return (
    <WhatIfSheet
      {...props}
      title={lineTexts.movement_swapped(name, to.name)}
      change={{
        kind: 'swap',
        session: props.session,
        movementId: item.movementId,
        toMovementId: to.id,
        everywhere: everywhere === 'everywhere',
      }}
    >
      <Choice
        label={words.where}
        value={everywhere}
        options={[
          { value: 'here', text: words.here },
          { value: 'everywhere', text: words.everywhere },
        ]}
        onChange={setEverywhere}
      />
    </WhatIfSheet>
  )
}

const dayOf = ({ agenda, session }: Pick<WishProps, 'agenda' | 'session'>) => agenda.items.find((one) => one.session === session)

const nameOf = (props: Pick<WishProps, 'agenda' | 'session'>) => programWords.session(props.session, dayOf(props)?.name ?? words.session)

const openOthers = ({ items }: Agenda, session: number) => items.filter((one) => isOpen(one) && one.session !== session)

const placeText = ({ session, name, day }: AgendaDay) =>
  [programWords.session(session, name), ...(day === undefined ? [] : [dayOfPlanText(day)])].join(' · ')
