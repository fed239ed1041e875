import { goalKinds } from './kinds.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MovementPicker } from '../../lib/movement-picker.tsx'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { movementsQuery } from '../../lib/view/read.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, Field } from '../../ui/field.tsx'
import { amountOf, type Goal, type GoalTyped, isWhole, type Saying, sayingOf, typedOf } from './goal.ts'
import { words } from './words.ts'

/** A goal, said for the first time or anew. */
export function GoalForm({ before, onSay }: { readonly before?: Goal['current']; readonly onSay: (saying: Saying) => Promise<void> }) {
  const [typed, setTyped] = useState(() => typedOf(before))
  const say = (change: Partial<GoalTyped>) => setTyped({ ...typed, ...change })
  const { kind } = typed
  const hasFigure = kind !== 'event' && kind !== 'skill'
  return (
    <SubmitForm submit={words.keep} disabled={!isWhole(typed)} act={() => onSay(sayingOf(typed, before))}>
      <Choice
        label={words.kind}
        value={kind}
        options={goalKinds.map((value) => ({ value, text: words.kinds[value] }))}
        onChange={(kind) => say({ kind })}
      />
      <Field
        label={words.titleField}
        hint={words.titleHint}
        maxLength={100}
        value={typed.title}
        onChange={({ target }) => say({ title: target.value })}
      />
      {kind === 'performance' && <Movement id={typed.movementId} onChange={(movementId) => say({ movementId })} />}
      {hasFigure && (
        <div className="grid grid-cols-3 gap-3">
          <Amount label={words.start} text={typed.start} onText={(start) => say({ start })} />
          <Amount label={words.target} text={typed.target} onText={(target) => say({ target })} />
          <Field
            label={words.unit}
            placeholder={words.unitHint}
            maxLength={20}
            value={typed.unit}
            onChange={({ target }) => say({ unit: target.value })}
          />
        </div>
      )}
      <Field
        type="date"
        label={kind === 'event' ? words.byOfEvent : words.by}
        value={typed.by}
        onChange={({ target }) => say({ by: target.value })}
      />
      <Field label={words.note} maxLength={500} value={typed.note} onChange={({ target }) => say({ note: target.value })} />
    </SubmitForm>
  )
}

function Amount({ label, text, onText }: { readonly label: string; readonly text: string; readonly onText: (text: string) => void }) {
  return (
    <Field
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      fault={Number.isNaN(amountOf(text) ?? 0) ? words.notANumber : undefined}
      onChange={({ target }) => onText(target.value)}
    />
  )
}

function Movement({ id, onChange }: { readonly id: string | undefined; readonly onChange: (id: string | undefined) => void }) {
  const movements = useQuery(movementsQuery()).data
  const [isPicking, setPicking] = useState(false)
  return (
    <div>
      <div className="mb-1 text-note font-medium">{words.movement}</div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setPicking(true)}>
          {id === undefined ? words.chooseMovement : (movements?.get(id)?.name ?? words.movement)}
        </Button>
        {id !== undefined && (
          <Button look="quiet" onClick={() => onChange(undefined)}>
            {words.noMovement}
          </Button>
        )}
      </div>
      {isPicking && (
        <MovementPicker
          title={words.chooseMovement}
          onClose={() => setPicking(false)}
          onPick={(movement) => {
            onChange(movement.id)
            setPicking(false)
          }}
        />
      )}
    </div>
  )
}
