import { kg, limits, type EffortScale, type LoadKind, type Reps, type Seconds } from '@gymgenius/domain'
import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { EffortChips } from './effort-chips.tsx'
import { Field } from './field.tsx'
import { KindChoice } from './kind-choice.tsx'
import { loadInput, parseLoad, useUnit } from './load.tsx'
import { Notice } from './notice.tsx'
import { wholeIn } from './numbers.ts'
import { saidOf, type SaidOfSet, type SetValues } from './set-fields.ts'
import { loadLabel, setWords as words } from './set-words.ts'

export interface SetFormProps {
  readonly set: SetValues
  /** Undefined where the movement is not known here. */
  readonly loadKind: LoadKind | undefined
  readonly scale: EffortScale
  /** What was wrong the last time it was tried. */
  readonly fault?: string | undefined
  readonly onSave: (said: SaidOfSet, before: SaidOfSet) => void
  /** What else can be done with the set, below the button; and what else can be said of it, above. */
  readonly acts?: ReactNode
  readonly children?: ReactNode
}

/** A set as fields, to enter or to mend it. */
export function SetForm({ set, loadKind, scale, fault, onSave, acts, children }: SetFormProps) {
  const unit = useUnit()
  const isTimed = set.reps === undefined && set.durationSeconds !== undefined
  const before = saidOf(set)
  const loadBefore = set.loadKg === undefined ? '' : loadInput(kg(set.loadKg), unit)
  const [load, setLoad] = useState(loadBefore)
  const [count, setCount] = useState(String((isTimed ? set.durationSeconds : set.reps) ?? ''))
  const [effort, setEffort] = useState(before.effort)
  const [kind, setKind] = useState(set.kind)
  const [note, setNote] = useState(set.note ?? '')

  // The very load, not its rounded text: 45 lb stays 20.41165665 kg.
  const loadKg = load === loadBefore ? set.loadKg : parseLoad(load, unit)
  const isLoadGood = loadKg === undefined ? load === loadBefore : loadKg <= limits.loadKg
  const counted = wholeIn(count, isTimed ? limits.durationSeconds : limits.reps)
  const isCountGood = counted !== undefined || (count === '' && set.distanceMeters !== undefined)

  function save() {
    const said = { kind, loadKg, effort, note: note === '' ? undefined : note, reps: set.reps, durationSeconds: set.durationSeconds }
    onSave({ ...said, ...(isTimed ? { durationSeconds: counted as Seconds } : { reps: counted as Reps | undefined }) }, before)
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isLoadGood && isCountGood) save()
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        {(loadKind !== 'body_weight' || (set.loadKg ?? 0) > 0) && (
          <Field
            label={`${loadLabel(loadKind)} (${unit})`}
            inputMode="decimal"
            autoComplete="off"
            value={load}
            fault={isLoadGood ? undefined : words.loadFault}
            onChange={(event) => setLoad(event.target.value)}
          />
        )}
        <Field
          label={isTimed ? words.seconds : words.reps}
          inputMode="numeric"
          autoComplete="off"
          value={count}
          fault={counted !== undefined || count === '' ? undefined : isTimed ? words.secondsFault : words.repsFault}
          onChange={(event) => setCount(event.target.value)}
        />
      </div>
      <EffortChips scale={scale} effort={effort} isPlanned={false} onChange={setEffort} />
      <KindChoice value={kind} onChange={setKind} />
      <Field label={words.note} value={note} maxLength={limits.noteGraphemes} onChange={(event) => setNote(event.target.value)} />
      {children}
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      <Button type="submit" look="primary" big disabled={!isLoadGood || !isCountGood}>
        {words.save}
      </Button>
      {acts}
    </form>
  )
}
