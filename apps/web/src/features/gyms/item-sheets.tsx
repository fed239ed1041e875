import { availabilities, type GymBar, type GymStack, type LoadUnit, platedEquipment, stackEquipment } from '@gymgenius/domain'
import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Choice, Field, Switch } from '../../ui/field.tsx'
import { parseLoad } from '../../ui/load.tsx'
import { equipmentNames } from '../../ui/movement-words.ts'
import { marked, rowOf } from './items.ts'
import { MovementsField } from './movements-field.tsx'
import { WeightChips } from './weight-chips.tsx'
import { words } from './words.ts'

const units = [
  { value: 'kg', text: 'kg' },
  { value: 'lb', text: 'lb' },
] as const

/** A bar, or a machine that takes plates. */
export function BarForm({
  bar,
  onSave,
  onRemove,
}: {
  readonly bar: GymBar
  readonly onSave: (bar: GymBar) => void
  readonly onRemove?: (() => void) | undefined
}) {
  const [draft, setDraft] = useState(bar)
  const [text, setText] = useState(marked(bar.weightKg, bar.unit))
  const weightKg = parseLoad(text, draft.unit)
  return (
    <ItemForm canSave={weightKg !== undefined} onSave={() => onSave({ ...draft, weightKg: weightKg! })} onRemove={onRemove}>
      <Choice
        label={words.what}
        value={draft.equipment}
        options={platedEquipment.map((value) => ({ value, text: equipmentNames[value] }))}
        onChange={(equipment) => setDraft({ ...draft, equipment, count: equipment === 'dumbbell' ? 2 : 1 })}
      />
      <Choice label={words.unit} value={draft.unit} options={units} onChange={(unit) => setDraft({ ...draft, unit })} />
      <Field
        label={`${words.weight} (${draft.unit})`}
        inputMode="decimal"
        value={text}
        fault={weightKg === undefined ? words.badWeight : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <Choice
        label={words.sides}
        value={draft.sides}
        options={[
          { value: 2, text: words.bothSides },
          { value: 1, text: words.oneSide },
        ]}
        onChange={(sides) => setDraft({ ...draft, sides })}
      />
      {draft.equipment === 'dumbbell' && (
        <Choice
          label={words.handles}
          value={draft.count}
          options={[
            { value: 1, text: '1' },
            { value: 2, text: '2' },
          ]}
          onChange={(count) => setDraft({ ...draft, count })}
        />
      )}
      <NameField name={draft.name} onName={(name) => setDraft(withName(draft, name))} />
      <MovementsField ids={draft.movementIds} onChange={(movementIds) => setDraft({ ...draft, movementIds })} />
      <AvailabilityChoice value={draft.availability} onChange={(availability) => setDraft({ ...draft, availability })} />
    </ItemForm>
  )
}

const MOST_PINS = 80
const MOST_SMALL = 4

/** A stack by its pins: a row by its lightest, its heaviest and its step, then any of them taken away or added. */
export function StackForm({
  stack,
  onSave,
  onRemove,
}: {
  readonly stack: GymStack
  readonly onSave: (stack: GymStack) => void
  readonly onRemove?: (() => void) | undefined
}) {
  const [draft, setDraft] = useState(stack)
  const [row, setRow] = useState(rowTexts(stack))
  const made = rowOf(...numbersIn(row), draft.unit)
  const isRow = made !== undefined && made.length <= MOST_PINS
  /** A new row takes the place of all pins; one that is no row yet leaves them as they are. */
  const sayRow = (next: RowTexts, unit: LoadUnit) => {
    setRow(next)
    const pinsKg = rowOf(...numbersIn(next), unit)
    setDraft({ ...draft, unit, ...(pinsKg !== undefined && pinsKg.length <= MOST_PINS && { pinsKg }) })
  }
  return (
    <ItemForm canSave={draft.pinsKg.length > 0} onSave={() => onSave(draft)} onRemove={onRemove}>
      <Choice
        label={words.what}
        value={draft.equipment}
        options={stackEquipment.map((value) => ({ value, text: equipmentNames[value] }))}
        onChange={(equipment) => setDraft({ ...draft, equipment })}
      />
      <Choice label={words.unit} value={draft.unit} options={units} onChange={(unit) => sayRow(row, unit)} />
      <RowFields unit={draft.unit} row={row} onRow={(next) => sayRow(next, draft.unit)} fault={isRow ? undefined : words.badPins} />
      <div>
        <p className="mb-2 text-note text-soft">{words.pinsText}</p>
        <WeightChips
          label={words.onePin}
          weights={draft.pinsKg}
          unit={draft.unit}
          most={MOST_PINS}
          onChange={(pinsKg) => setDraft({ ...draft, pinsKg })}
        />
      </div>
      <WeightChips
        label={words.micro}
        hint={words.microHint}
        weights={draft.microKg}
        unit={draft.unit}
        most={MOST_SMALL}
        onChange={(microKg) => setDraft({ ...draft, microKg })}
      />
      <Switch label={words.assistance} checked={draft.isAssistance} onChange={(isAssistance) => setDraft({ ...draft, isAssistance })} />
      <NameField name={draft.name} onName={(name) => setDraft(withName(draft, name))} />
      <MovementsField ids={draft.movementIds} onChange={(movementIds) => setDraft({ ...draft, movementIds })} />
      <AvailabilityChoice value={draft.availability} onChange={(availability) => setDraft({ ...draft, availability })} />
    </ItemForm>
  )
}

export interface RowTexts {
  readonly from: string
  readonly to: string
  readonly step: string
}

export const numbersIn = ({ from, to, step }: RowTexts): [number, number, number] =>
  [from, to, step].map((text) => Number(text.trim().replace(',', '.') || Number.NaN)) as [number, number, number]

const rowTexts = ({ pinsKg, unit }: GymStack): RowTexts => ({
  from: marked(pinsKg[0] ?? 5, unit),
  to: marked(pinsKg.at(-1) ?? 100, unit),
  step: marked((pinsKg[1] ?? 10) - (pinsKg[0] ?? 5), unit),
})

export function RowFields({
  unit,
  row,
  onRow,
  fault,
}: {
  readonly unit: LoadUnit
  readonly row: RowTexts
  readonly onRow: (row: RowTexts) => void
  readonly fault?: string | undefined
}) {
  return (
    <div>
      <div className="grid grid-cols-3 gap-2">
        {(['from', 'to', 'step'] as const).map((name) => (
          <Field
            key={name}
            label={`${words[name]} (${unit})`}
            inputMode="decimal"
            value={row[name]}
            onChange={(event) => onRow({ ...row, [name]: event.target.value })}
          />
        ))}
      </div>
      {fault !== undefined && <p className="mt-1 text-note text-danger">{fault}</p>}
    </div>
  )
}

/** What the lifter calls it; without a name it is called what it is. */
const NameField = ({ name, onName }: { readonly name: string | undefined; readonly onName: (name: string) => void }) => (
  <Field
    label={words.itsName}
    hint={words.itsNameHint}
    maxLength={60}
    value={name ?? ''}
    onChange={(event) => onName(event.target.value)}
  />
)

const withName = <Item extends GymBar | GymStack>(item: Item, name: string): Item => ({
  ...item,
  name: name.trim() === '' ? undefined : name,
})

export const AvailabilityChoice = ({
  value,
  onChange,
}: {
  readonly value: GymBar['availability']
  readonly onChange: (value: GymBar['availability']) => void
}) => (
  <Choice
    label={words.availability}
    value={value}
    options={availabilities.map((one) => ({ value: one, text: words.availabilities[one] }))}
    onChange={onChange}
  />
)

function ItemForm({
  canSave,
  onSave,
  onRemove,
  children,
}: {
  readonly canSave: boolean
  readonly onSave: () => void
  readonly onRemove?: (() => void) | undefined
  readonly children: ReactNode
}) {
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (canSave) onSave()
      }}
    >
      {children}
      <Button type="submit" look="primary" big disabled={!canSave}>
        {words.save}
      </Button>
      {onRemove !== undefined && (
        <Button look="danger" onClick={onRemove}>
          {words.remove}
        </Button>
      )}
    </form>
  )
}
