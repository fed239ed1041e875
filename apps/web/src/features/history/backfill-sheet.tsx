import { limits, type WorkoutId } from '@gymgenius/domain'
import { timeNow } from '../../lib/clock.ts'
import { useNavigate } from '../../lib/router.tsx'
import { useState, type FormEvent } from 'react'
import { instantOfLocalInput, localInput } from '../../lib/dates.ts'
import { newId } from '../../lib/ids.ts'
import { write } from '../../lib/logbook.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from './words.ts'

const HOUR_MS = 3_600_000

export function BackfillSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Sheet title={words.backfill} open={open} onClose={onClose}>
      {open && <BackfillForm />}
    </Sheet>
  )
}

/** Makes a finished workout in the past and goes there, to fill it. */
function BackfillForm() {
  const navigate = useNavigate()
  const [name, setName] = useState(words.defaultName)
  const [when, setWhen] = useState(() => localInput(timeNow() - 24 * HOUR_MS))
  const [minutes, setMinutes] = useState('60')
  const [fault, setFault] = useState<string>()
  const length = Number(minutes)
  const isGood = name.trim() !== '' && !Number.isNaN(instantOfLocalInput(when)) && Number.isInteger(length) && length > 0

  async function create(event: FormEvent) {
    event.preventDefault()
    const startedAt = instantOfLocalInput(when)
    const workoutId = newId<'workout'>()
    try {
      await write([
        {
          entity: 'workout',
          entityId: workoutId,
          kind: 'put',
          fields: {
            name: name.trim(),
            startedAt: new Date(startedAt).toISOString(),
            endedAt: new Date(startedAt + length * 60_000).toISOString(),
          },
        },
      ])
      await navigate({ to: '/history/$workoutId', params: { workoutId: workoutId satisfies WorkoutId } })
    } catch {
      setFault(words.notSaved)
    }
  }

  return (
    <form onSubmit={(event) => void create(event)} className="flex flex-col gap-4">
      <Field label={words.name} required maxLength={limits.nameGraphemes} value={name} onChange={(event) => setName(event.target.value)} />
      <Field label={words.when} type="datetime-local" required value={when} onChange={(event) => setWhen(event.target.value)} />
      <Field
        label={words.length}
        inputMode="numeric"
        required
        value={minutes}
        fault={isGood || Number.isInteger(length) ? undefined : words.notWhole}
        onChange={(event) => setMinutes(event.target.value)}
      />
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      <Button type="submit" look="primary" big disabled={!isGood}>
        {words.create}
      </Button>
    </form>
  )
}
