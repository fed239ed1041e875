import { useState } from 'react'
import { call } from '../../../lib/api.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { NumberStepper } from '../../../ui/number-stepper.tsx'
import { Select } from '../../../ui/select.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { words as programWords } from '../words.ts'
import { type AgainWish, bodyOf, countOf, weeksLeft } from './again.ts'
import { againWords as words } from './again-words.ts'
import { changeWords } from './change-words.ts'
import { refusalText } from './refusals.ts'
import type { Agenda, Program } from './types.ts'
import { useDoing } from './use-doing.ts'
import { whole } from './whole.ts'

const STEP_MINUTES = 5

/** Makes one session anew, or all that is not done, from a week on where that is wanted. Nobody can say before what comes of it: it can be undone. */
export function AgainSheet({
  program,
  agenda,
  session,
  onClose,
}: {
  readonly program: Program
  readonly agenda: Agenda
  /** Only this one. */
  readonly session?: number
  readonly onClose: () => void
}) {
  const { id, request } = program
  const { refresh, undo, toast } = useDoing(id)
  const weeks = weeksLeft(agenda)
  const [what, setWhat] = useState<'all' | 'week'>('all')
  const [week, setWeek] = useState(String(weeks[1] ?? weeks[0] ?? 1))
  const [text, setText] = useState(String(request?.minutes ?? ''))
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const minutes = whole(text, 10, 240)
  const isMinutesWrong = text !== '' && minutes === undefined
  const wish: AgainWish = session === undefined ? { fromWeek: what === 'week' ? Number(week) : undefined, minutes } : { session }
  const one = agenda.items.find((item) => item.session === session)
  const step = (by: 1 | -1) => setText(String(Math.min(240, Math.max(10, (minutes ?? 60) + by * STEP_MINUTES))))

  async function make() {
    setBusy(true)
    setFault(undefined)
    try {
      await call('POST /v1/programs/{id}/regenerate', { params: { id }, body: bodyOf(program, wish) })
    } catch (error) {
      setFault(refusalText(error, 'again'))
      setBusy(false)
      return
    }
    onClose()
    toast({ text: words.made, action: { text: changeWords.undo, run: () => void takeBack() } })
    await refresh()
  }
  /** The answer is the program: which change it was stands among the changes, newest first. */
  async function takeBack() {
    try {
      const { items } = await call('GET /v1/programs/{id}/changes', { params: { id } })
      const newest = items.find(({ state, reason }) => state === 'applied' && reason.code === 'made_again')
      if (newest !== undefined) await undo(newest.id)
    } catch (error) {
      toast({ text: refusalText(error, 'undo') })
    }
  }

  return (
    <Sheet title={one === undefined ? words.title : words.titleOf(programWords.session(one.session, one.name))} open onClose={onClose}>
      <div className="flex flex-col gap-4">
        {session === undefined && (
          <>
            <Choice
              label={words.what}
              value={what}
              options={[
                { value: 'all', text: words.all },
                { value: 'week', text: words.fromWeek, disabled: weeks.length < 2 },
              ]}
              onChange={setWhat}
            />
            {what === 'week' && (
              <Select
                label={words.whichWeek}
                value={week}
                options={weeks.map((number) => ({ value: String(number), text: programWords.week(number) }))}
                onChange={setWeek}
              />
            )}
            <NumberStepper
              label={programWords.minutes}
              text={text}
              onText={setText}
              onStep={step}
              {...(isMinutesWrong && { fault: words.minutesRange })}
            />
          </>
        )}
        <p>
          {words.sessions(countOf(agenda, wish))} {words.whatStays}
        </p>
        {request === undefined && <Notice tone="caution">{words.notMadeHere}</Notice>}
        {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
        <div className="flex flex-col gap-2">
          <Button look="primary" big busy={isBusy} disabled={isMinutesWrong} onClick={() => void make()}>
            {words.make}
          </Button>
          <Button onClick={onClose}>{changeWords.cancel}</Button>
        </div>
      </div>
    </Sheet>
  )
}
