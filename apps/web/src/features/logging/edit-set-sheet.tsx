import type { Movement, PerformedSet } from '@gymgenius/contracts'
import { kg, limits, type SetKind } from '@gymgenius/domain'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Choice, Field } from '../../ui/field.tsx'
import { loadInput, parseLoad, useUnit } from '../../ui/load.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { EffortChips } from './effort-chips.tsx'
import { effortFields, effortOf, wholeIn } from './entry.ts'
import { words } from './words.ts'

export interface EditSetProps {
  readonly set: PerformedSet
  readonly movement: Movement
  readonly scale: 'rir' | 'rpe'
  readonly onClose: () => void
  readonly onSave: (fields: Readonly<Record<string, unknown>>) => void
  readonly onUncheck: () => void
  readonly onDelete: () => void
}

/** Corrects a set that was done, takes it back, or deletes it. */
export function EditSetSheet({ set, movement, scale, onClose, onSave, onUncheck, onDelete }: EditSetProps) {
  const unit = useUnit()
  const isTimed = set.reps === undefined && set.durationSeconds !== undefined
  const [load, setLoad] = useState(loadInput(kg(set.loadKg ?? 0), unit))
  const [count, setCount] = useState(String((isTimed ? set.durationSeconds : set.reps) ?? ''))
  const [effort, setEffort] = useState(effortOf(set))
  const [kind, setKind] = useState<SetKind>(set.kind)
  const [note, setNote] = useState(set.note ?? '')
  const loadKg = load === loadInput(kg(set.loadKg ?? 0), unit) ? (set.loadKg ?? 0) : parseLoad(load, unit)
  const counted = wholeIn(count, isTimed ? limits.durationSeconds : limits.reps)
  const isGood = loadKg !== undefined && loadKg <= limits.loadKg && counted !== undefined

  const save = () =>
    onSave({
      loadKg,
      ...(isTimed ? { durationSeconds: counted } : { reps: counted }),
      kind,
      note: note === '' ? null : note,
      ...(effort === undefined ? { rir: null, toFailure: false } : { toFailure: false, ...effortFields(effort) }),
    })

  return (
    <Sheet title={words.editSet} open onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (isGood) save()
        }}
      >
        <div className="grid grid-cols-2 gap-3">
          {movement.loadKind !== 'body_weight' && (
            <Field
              label={`${words.load} (${unit})`}
              inputMode="decimal"
              value={load}
              fault={loadKg === undefined || loadKg > limits.loadKg ? words.loadFault : undefined}
              onChange={(event) => setLoad(event.target.value)}
            />
          )}
          <Field
            label={isTimed ? words.seconds : words.reps}
            inputMode="numeric"
            value={count}
            fault={counted === undefined ? (isTimed ? words.secondsFault : words.repsFault) : undefined}
            onChange={(event) => setCount(event.target.value)}
          />
        </div>
        <EffortChips scale={scale} effort={effort} isPlanned={false} onChange={setEffort} />
        <Choice
          label={words.kind}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'working', text: words.working },
            { value: 'warm_up', text: words.warmUp },
            { value: 'drop', text: words.drop },
          ]}
        />
        <Field label={words.note} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        <Button type="submit" look="primary" big disabled={!isGood}>
          {words.save}
        </Button>
        <div className="flex flex-wrap justify-between gap-2">
          <Button look="quiet" onClick={onUncheck}>
            {words.uncheck}
          </Button>
          <Button look="danger" onClick={onDelete}>
            {words.deleteSet}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
