import type { PerformedSet, Workout } from '@gymgenius/contracts'
import { limits } from '@gymgenius/domain'
import { useState, type FormEvent } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { instantOfLocalInput, localInput } from '../../lib/dates.ts'
import { syncNow, write } from '../../lib/logbook.ts'
import { useNameOf } from '../../lib/use-name-of.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { wholeIn } from '../../ui/numbers.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { minutesOf, retimed } from './retimed.ts'
import { words } from './words.ts'

const MOST_MINUTES = 24 * 60

interface Props {
  readonly open: boolean
  readonly workout: Workout
  readonly sets: readonly PerformedSet[]
  readonly onClose: () => void
  readonly onRemoved: () => void
}

export function EditWorkoutSheet({ open, ...rest }: Props) {
  return (
    <Sheet title={words.edit} open={open} onClose={rest.onClose}>
      {open && <WorkoutForm {...rest} />}
    </Sheet>
  )
}

function WorkoutForm({ workout, sets, onClose, onRemoved }: Omit<Props, 'open'>) {
  const toast = useToast()
  const called = useNameOf()(workout)
  const [typed, setName] = useState<string>()
  const name = typed ?? called
  const [when, setWhen] = useState(localInput(Date.parse(workout.startedAt)))
  const [minutes, setMinutes] = useState(String(minutesOf(workout) ?? ''))
  const length = minutes === '' ? undefined : wholeIn(minutes, MOST_MINUTES)
  const isLengthGood = workout.endedAt === undefined || length !== undefined
  const [note, setNote] = useState(workout.note ?? '')
  const [isAsking, setAsking] = useState(false)
  const [fault, setFault] = useState<string>()
  const isGood = name.trim() !== '' && !Number.isNaN(instantOfLocalInput(when)) && isLengthGood

  async function attempt(act: () => Promise<unknown>, after: () => void) {
    try {
      await act()
      after()
    } catch (error) {
      setFault(error instanceof Error && error.name === 'NotSaved' ? words.notSaved : faultText(error))
    }
  }

  function save(event: FormEvent) {
    event.preventDefault()
    const { shift, fields: times } = retimed(workout, instantOfLocalInput(when), length)
    const fields = { name: typed?.trim() ?? workout.name, note: note === '' ? null : note, ...times }
    void attempt(
      () =>
        write([
          { entity: 'workout', entityId: workout.id, kind: 'patch', fields },
          ...(shift === 0
            ? []
            : sets.map((set) => ({
                entity: 'set' as const,
                entityId: set.id,
                kind: 'patch' as const,
                fields: { performedAt: later(set.performedAt, shift) },
              }))),
        ]),
      onClose,
    )
  }
  const remove = () =>
    attempt(
      () => write([{ entity: 'workout', entityId: workout.id, kind: 'delete' }]),
      () => {
        toast({ text: words.removed })
        onRemoved()
      },
    )
  const makeRoutine = () =>
    attempt(async () => {
      await syncNow() // the server makes the routine from what it knows
      const routine = await call('POST /v1/routines', { body: { fromWorkoutId: workout.id } })
      await syncNow()
      toast({ text: words.routineMade(routine.name) })
    }, onClose)

  if (isAsking) {
    return (
      <div className="flex flex-col gap-3">
        <p className="font-semibold">{words.removeAsk}</p>
        <p className="text-soft">{words.removeText(sets.length)}</p>
        {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
        <Button look="danger" big onClick={() => void remove()}>
          {words.removeYes}
        </Button>
        <Button big onClick={() => setAsking(false)}>
          {words.cancel}
        </Button>
      </div>
    )
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      <Field label={words.name} required maxLength={limits.nameGraphemes} value={name} onChange={(event) => setName(event.target.value)} />
      <Field label={words.when} type="datetime-local" required value={when} onChange={(event) => setWhen(event.target.value)} />
      {workout.endedAt !== undefined && (
        <Field
          label={words.length}
          inputMode="numeric"
          autoComplete="off"
          required
          value={minutes}
          fault={isLengthGood ? undefined : words.notWhole}
          onChange={(event) => setMinutes(event.target.value)}
        />
      )}
      <Field label={words.note} value={note} onChange={(event) => setNote(event.target.value)} />
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      <Button type="submit" look="primary" big disabled={!isGood}>
        {words.save}
      </Button>
      <Button onClick={() => void makeRoutine()}>{words.asRoutine}</Button>
      <Button look="danger" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
    </form>
  )
}

const later = (iso: string, shift: number) => new Date(Date.parse(iso) + shift).toISOString()
