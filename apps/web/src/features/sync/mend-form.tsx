import type { Movement, PerformedSet, Workout } from '@gymgenius/contracts'
import { limits } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { instantOfLocalInput, localInput } from '../../lib/dates.ts'
import { refusedOf, writeMended } from '../../lib/mend.ts'
import { MovementPicker } from '../../lib/movement-picker.tsx'
import { useSettings } from '../../lib/settings.ts'
import { movementsQuery, refusedQuery, rowQuery } from '../../lib/view/read.ts'
import type { RefusedOp } from '../../lib/view/schema.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { changedFields } from '../../ui/set-fields.ts'
import { SetForm } from '../../ui/set-form.tsx'
import { reasonOf } from './reason.ts'
import { sheetWords as words } from './sheet-words.ts'

/** What was refused, as fields with the value and the reason; saving sends it put right. */
export function MendForm({ refused, onDone }: { readonly refused: RefusedOp; readonly onDone: () => void }) {
  const { entity, entityId } = refused.op
  const row = useQuery(rowQuery(entity, entityId)).data
  const all = useQuery(refusedQuery()).data ?? []
  const [fault, setFault] = useState<string>()

  async function save(mended: Readonly<Record<string, unknown>>) {
    try {
      await writeMended(refusedOf(all, entityId), mended)
      onDone()
    } catch {
      setFault(words.mendNotSaved)
    }
  }
  if (row === undefined) return null
  if (row === null) return <p className="text-soft">{words.mendGone}</p>
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="caution" title={words.mendWhy}>
        {reasonOf(refused)}
      </Notice>
      {entity === 'set' ? (
        <MendSet set={row as PerformedSet} asksMovement={refused.code === 'movements.unknown'} fault={fault} onSave={save} />
      ) : (
        <MendNamed row={row as Workout | Movement} fault={fault} onSave={save} />
      )}
    </div>
  )
}

type Save = (mended: Readonly<Record<string, unknown>>) => Promise<void>

function MendSet({
  set,
  asksMovement,
  fault,
  onSave,
}: {
  readonly set: PerformedSet
  readonly asksMovement: boolean
  readonly fault: string | undefined
  readonly onSave: Save
}) {
  const { effortScale } = useSettings()
  const movements = useQuery(movementsQuery()).data
  const [chosen, setChosen] = useState<Movement>()
  const [isChoosing, setChoosing] = useState(false)
  const movement = chosen ?? movements?.get(set.movementId)
  return (
    <>
      <p className="font-medium">{movement?.name ?? words.unknownMovement}</p>
      {asksMovement && <Button onClick={() => setChoosing(true)}>{words.otherMovement}</Button>}
      {isChoosing && (
        <MovementPicker
          title={words.otherMovement}
          onClose={() => setChoosing(false)}
          onPick={(found) => {
            setChosen(found)
            setChoosing(false)
          }}
        />
      )}
      <SetForm
        key={set.id}
        set={set}
        loadKind={movement?.loadKind}
        scale={effortScale}
        fault={fault}
        onSave={(said, before) => void onSave({ ...changedFields(before, said), ...(chosen !== undefined && { movementId: chosen.id }) })}
      />
    </>
  )
}

/** A workout or a movement of one's own: its name, and when and about what where it has that. */
function MendNamed({
  row,
  fault,
  onSave,
}: {
  readonly row: Workout | Movement
  readonly fault: string | undefined
  readonly onSave: Save
}) {
  const [name, setName] = useState(row.name)
  const startedAt = 'startedAt' in row ? row.startedAt : undefined
  const [when, setWhen] = useState(startedAt === undefined ? '' : localInput(Date.parse(startedAt)))
  const [note, setNote] = useState('note' in row ? (row.note ?? '') : '')
  const isGood = name.trim() !== '' && (startedAt === undefined || !Number.isNaN(instantOfLocalInput(when)))

  function save(event: FormEvent) {
    event.preventDefault()
    const isMoved = startedAt !== undefined && localInput(Date.parse(startedAt)) !== when
    void onSave({
      name: name.trim(),
      ...(isMoved && { startedAt: new Date(instantOfLocalInput(when)).toISOString() }),
      ...(startedAt !== undefined && { note: note === '' ? null : note }),
    })
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      <Field label={words.name} required maxLength={limits.nameGraphemes} value={name} onChange={(event) => setName(event.target.value)} />
      {startedAt !== undefined && (
        <>
          <Field label={words.when} type="datetime-local" required value={when} onChange={(event) => setWhen(event.target.value)} />
          <Field label={words.note} maxLength={limits.noteGraphemes} value={note} onChange={(event) => setNote(event.target.value)} />
        </>
      )}
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      <Button type="submit" look="primary" big disabled={!isGood}>
        {words.mendSave}
      </Button>
    </form>
  )
}
