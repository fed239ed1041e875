import { useQueryClient } from '@tanstack/react-query'
import { Plus, Trash } from 'lucide-react'
import { useState } from 'react'
import { call, faultText } from '../../../lib/api.ts'
import { newId } from '../../../lib/ids.ts'
import { useNavigate } from '../../../lib/router.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Choice, Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { PROGRAMS } from '../keys.ts'
import { numbers } from '../making/step.tsx'
import { sessionSections } from '@gymgenius/domain'
import { DayEditor } from './day-editor.tsx'
import { emptyDay, isEmpty, type WrittenDay } from './day.ts'
import { forgetWriting, type Writing, useWriting } from './kept-writing.ts'
import { handWords as words } from './words.ts'

const MOST_SESSIONS = 14

/** A program that nobody else thought of: its week, written down. What is written stays on this phone until it is kept. */
export function ByHandScreen() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [writing, setWriting] = useWriting()
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const { name, weeks, days } = writing
  const replaceDay = (place: number, day: WrittenDay) => setWriting({ days: days.map((one, i) => (i === place ? day : one)) })
  const isWhole = name.trim() !== '' && days.every((day) => !isEmpty(day) && day.name.trim() !== '')

  async function make() {
    setBusy(true)
    setFault(undefined)
    try {
      const id = newId<'program'>()
      await call('POST /v1/programs/by-hand', { body: { id, ...trimmed(writing) } })
      forgetWriting()
      await queries.invalidateQueries({ queryKey: PROGRAMS })
      await navigate({ to: '/programs/$programId', params: { programId: id }, replace: true })
    } catch (error) {
      setFault(faultText(error))
      setBusy(false)
    }
  }
  return (
    <Page
      title={words.title}
      action={
        <Button look="primary" big busy={isBusy} disabled={!isWhole} onClick={() => void make()}>
          {words.make}
        </Button>
      }
    >
      <p className="text-soft">{words.intro}</p>
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      <Card>
        <div className="flex flex-col gap-4">
          <Field
            label={words.name}
            maxLength={100}
            autoComplete="off"
            value={name}
            onChange={({ target }) => setWriting({ name: target.value })}
          />
          <Choice label={words.weeks} value={weeks} options={numbers(4, 6, 8, 12, 16)} onChange={(weeks) => setWriting({ weeks })} />
        </div>
      </Card>
      {days.map((day, place) => (
        <SessionFold
          key={place}
          day={day}
          isOpen={place === days.length - 1}
          onChange={(changed) => replaceDay(place, changed)}
          {...(days.length > 1 && { onRemove: () => setWriting({ days: days.filter((_, i) => i !== place) }) })}
        />
      ))}
      {days.length < MOST_SESSIONS && (
        <Button
          icon={<Plus aria-hidden size={20} />}
          onClick={() => setWriting({ days: [...days, emptyDay(words.sessionNamed(days.length + 1))] })}
        >
          {words.addSession}
        </Button>
      )}
      {days.some(isEmpty) && <p className="text-note text-soft">{words.needsMovement}</p>}
    </Page>
  )
}

const trimmed = ({ name, weeks, days }: Writing) => ({
  name: name.trim(),
  weeks,
  days: days.map((day) => ({ ...day, name: day.name.trim() })),
})

function SessionFold({
  day,
  isOpen,
  onChange,
  onRemove,
}: {
  readonly day: WrittenDay
  readonly isOpen: boolean
  readonly onChange: (day: WrittenDay) => void
  readonly onRemove?: () => void
}) {
  const count = sessionSections.reduce((sum, section) => sum + day.sections[section].length, 0)
  return (
    <Card>
      <details open={isOpen}>
        <summary className="min-h-11 cursor-pointer py-2">
          <span className="font-semibold">{day.name.trim() === '' ? words.session : day.name}</span>
          <span className="ml-2 text-note text-soft">{count === 0 ? words.empty : words.movementsIn(count)}</span>
        </summary>
        {onRemove !== undefined && (
          <div className="flex justify-end">
            <IconButton label={words.removeSession(day.name)} onClick={onRemove}>
              <Trash aria-hidden size={20} />
            </IconButton>
          </div>
        )}
        <DayEditor day={day} onChange={onChange} />
      </details>
    </Card>
  )
}
