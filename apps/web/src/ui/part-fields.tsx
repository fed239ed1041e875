import { kg, limits, type Reps, type SetPart } from '@gymgenius/domain'
import { Plus, X } from 'lucide-react'
import { Button, IconButton } from './button.tsx'
import { Field } from './field.tsx'
import { loadInput, parseLoad, useUnit } from './load.tsx'
import { inRange, wholeIn } from './numbers.ts'
import { setFormWords as words } from './set-form-words.ts'

/** A part as it is typed. */
export interface TypedPart {
  readonly part: SetPart
  readonly load: string
  readonly reps: string
}

export const typedParts = (parts: readonly SetPart[], unit: 'kg' | 'lb'): readonly TypedPart[] =>
  parts.map((part) => ({ part, load: loadInput(part.loadKg, unit), reps: String(part.reps) }))

/** What was typed; undefined where a part cannot be read. The very load where its text was left alone: 45 lb stays 20.41165665 kg. */
export function partsTyped(typed: readonly TypedPart[], unit: 'kg' | 'lb'): readonly SetPart[] | undefined {
  const parts = typed.flatMap(({ part, load, reps }) => {
    const loadKg = load === loadInput(part.loadKg, unit) ? part.loadKg : inRange(parseLoad(load, unit), limits.loadKg)
    const count = wholeIn(reps, limits.reps) as Reps | undefined
    return loadKg === undefined || count === undefined ? [] : [{ ...part, loadKg, reps: count }]
  })
  return parts.length === typed.length ? parts : undefined
}

/** What a set went on with, part by part. */
export function PartFields({
  typed,
  onTyped,
}: {
  readonly typed: readonly TypedPart[]
  readonly onTyped: (typed: readonly TypedPart[]) => void
}) {
  const unit = useUnit()
  const last = typed.at(-1)
  const more = last ?? { part: { loadKg: kg(0), reps: 1 as Reps }, load: '', reps: '' }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-note font-medium">{words.parts}</legend>
      {typed.map((each, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a part has no name but its place
        <div key={place} className="flex items-end gap-2">
          <Field
            className="flex-1"
            label={words.partLoad(place + 2, unit)}
            inputMode="decimal"
            autoComplete="off"
            value={each.load}
            onChange={(event) => onTyped(typed.with(place, { ...each, load: event.target.value }))}
          />
          <Field
            className="flex-1"
            label={words.partReps(place + 2)}
            inputMode="numeric"
            autoComplete="off"
            value={each.reps}
            onChange={(event) => onTyped(typed.with(place, { ...each, reps: event.target.value }))}
          />
          <IconButton label={words.removePart(place + 2)} onClick={() => onTyped(typed.toSpliced(place, 1))}>
            <X aria-hidden size={20} />
          </IconButton>
        </div>
      ))}
      <Button look="quiet" icon={<Plus aria-hidden size={18} />} onClick={() => onTyped([...typed, more])}>
        {words.addPart}
      </Button>
    </fieldset>
  )
}
