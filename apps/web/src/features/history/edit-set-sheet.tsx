import type { PerformedSet, Workout } from '@gymgenius/contracts'
import { isoOf, limits, setKinds, type Instant, type MovementId, type SetKind } from '@gymgenius/domain'
import { useState, type FormEvent } from 'react'
import { newId } from '../../lib/ids.ts'
import { write } from '../../lib/logbook.ts'
import { useSettings } from '../../lib/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, Field, Switch } from '../../ui/field.tsx'
import { loadInput, parseLoad } from '../../ui/load.tsx'
import { Notice } from '../../ui/notice.tsx'
import { parseNumber } from '../../ui/numbers.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from './words.ts'

/** The set to mend; without one, a new set of that movement, after `after` where it stands among others. */
export interface EditedSet {
  readonly movementId: MovementId
  readonly set?: PerformedSet
  readonly after?: PerformedSet
}

interface Props {
  readonly workout: Workout
  readonly edited: EditedSet | undefined
  readonly movementName: string
  readonly onClose: () => void
}

export function EditSetSheet({ workout, edited, movementName, onClose }: Props) {
  return (
    <Sheet title={movementName} open={edited !== undefined} onClose={onClose}>
      {edited !== undefined && <SetForm workout={workout} edited={edited} onClose={onClose} />}
    </Sheet>
  )
}

const RIR_CHOICES = [0, 1, 2, 3, 4]

function SetForm({
  workout,
  edited: { movementId, set, after },
  onClose,
}: Omit<Props, 'edited' | 'movementName'> & { readonly edited: EditedSet }) {
  const { unit } = useSettings()
  const like = set ?? after
  const isTimed = like !== undefined && like.reps === undefined
  const [load, setLoad] = useState(like?.loadKg === undefined ? '' : loadInput(like.loadKg, unit))
  const [reps, setReps] = useState(like?.reps === undefined ? '' : String(like.reps))
  const [rir, setRir] = useState<number | undefined>(set?.rir)
  const [kind, setKind] = useState<SetKind>(set?.kind ?? 'working')
  const [toFailure, setToFailure] = useState(set?.toFailure ?? false)
  const [note, setNote] = useState(set?.note ?? '')
  const [fault, setFault] = useState<string>()

  const loadKg = load.trim() === '' ? undefined : parseLoad(load, unit)
  const count = reps.trim() === '' ? undefined : parseNumber(reps)
  const isLoadGood = load.trim() === '' || (loadKg !== undefined && loadKg <= limits.loadKg)
  const areRepsGood = count === undefined ? isTimed && reps.trim() === '' : Number.isInteger(count) && count <= limits.reps

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!isLoadGood || !areRepsGood) return
    const isLoadKept = like !== undefined && load === (like.loadKg === undefined ? '' : loadInput(like.loadKg, unit))
    const fields = {
      kind,
      loadKg: (isLoadKept ? like.loadKg : loadKg) ?? (set === undefined ? 0 : null),
      ...(count !== undefined && { reps: count }),
      toFailure,
      ...(set === undefined ? (toFailure || rir !== undefined) && { rir: toFailure ? 0 : rir } : { rir: toFailure ? 0 : (rir ?? null) }),
      ...(set === undefined ? note !== '' && { note } : { note: note === '' ? null : note }),
    }
    await keep(
      set === undefined
        ? {
            entityId: newId<'performed_set'>(),
            kind: 'put' as const,
            fields: { ...fields, ...place(workout, after), workoutId: workout.id, movementId },
          }
        : { entityId: set.id, kind: 'patch' as const, fields },
    )
  }
  const remove = () => set !== undefined && keep({ entityId: set.id, kind: 'delete' as const })

  async function keep(change: { entityId: string; kind: 'put' | 'patch' | 'delete'; fields?: Record<string, unknown> }) {
    try {
      await write([{ entity: 'set', ...change }])
      onClose()
    } catch {
      setFault(words.notSaved)
    }
  }

  return (
    <form onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-3">
        <Field
          label={`${words.load} (${unit})`}
          inputMode="decimal"
          autoComplete="off"
          value={load}
          fault={isLoadGood ? undefined : words.notNumber}
          onChange={(event) => setLoad(event.target.value)}
        />
        {!isTimed && (
          <Field
            label={words.reps}
            inputMode="numeric"
            autoComplete="off"
            value={reps}
            fault={areRepsGood || reps === '' ? undefined : words.notWhole}
            onChange={(event) => setReps(event.target.value)}
          />
        )}
      </div>
      {!toFailure && (
        <Choice
          label={words.rir}
          value={rir}
          options={RIR_CHOICES.map((value) => ({ value, text: value === 4 ? '4+' : String(value) }))}
          onChange={(value) => setRir(value === rir ? undefined : value)}
        />
      )}
      <Switch label={words.failure} checked={toFailure} onChange={setToFailure} />
      <Choice label={words.kind} value={kind} options={setKinds.map((value) => ({ value, text: words.kinds[value] }))} onChange={setKind} />
      <Field label={words.note} value={note} maxLength={limits.noteGraphemes} onChange={(event) => setNote(event.target.value)} />
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      <Button type="submit" look="primary" big disabled={!isLoadGood || !areRepsGood}>
        {words.save}
      </Button>
      {set !== undefined && (
        <Button look="danger" onClick={() => void remove()}>
          {words.removeSet}
        </Button>
      )}
    </form>
  )
}

/** Where and when a set stands that is added later: right after its neighbour, else at the end of the workout. */
function place(workout: Workout, after: PerformedSet | undefined) {
  const performedAt = after?.performedAt ?? workout.endedAt ?? workout.startedAt
  const base = after?.position ?? Date.parse(performedAt)
  return { performedAt: isoOf(Date.parse(performedAt) as Instant), position: base + 0.001 * (1 + (Date.now() % 900)) }
}
