import { isChain, kg, limits, type EffortScale, type LoadKind, type Reps, type Seconds } from '@gymgenius/domain'
import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { EffortChips } from './effort-chips.tsx'
import { Field } from './field.tsx'
import { KindChoice } from './kind-choice.tsx'
import { loadInput, parseLoad, useUnit } from './load.tsx'
import { Notice } from './notice.tsx'
import { wholeIn } from './numbers.ts'
import { PartFields, partsTyped, typedParts } from './part-fields.tsx'
import { setFormWords as formWords } from './set-form-words.ts'
import { saidOf, type SaidOfSet, type SetValues } from './set-fields.ts'
import { loadLabel, setWords as words } from './set-words.ts'
import { isTempo } from './tempo.ts'

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
  const asks = measuresOf(set)
  const before = saidOf(set)
  const loadBefore = set.loadKg === undefined ? '' : loadInput(kg(set.loadKg), unit)
  const [load, setLoad] = useState(loadBefore)
  const [reps, setReps] = useState(String(set.reps ?? ''))
  const [time, setTime] = useState(String(set.durationSeconds ?? ''))
  const [metres, setMetres] = useState(String(set.distanceMeters ?? ''))
  const [effort, setEffort] = useState(before.effort)
  const [kind, setKind] = useState(set.kind)
  const [note, setNote] = useState(set.note ?? '')
  const [tempo, setTempo] = useState(set.tempo ?? '')
  const [typed, setTyped] = useState(() => typedParts(set.parts ?? [], unit))

  // The very load, not its rounded text: 45 lb stays 20.41165665 kg.
  const loadKg = load === loadBefore ? set.loadKg : parseLoad(load, unit)
  const isLoadGood = loadKg === undefined ? load === loadBefore : loadKg <= limits.loadKg
  const counted = {
    reps: wholeIn(reps, limits.reps) as Reps | undefined,
    durationSeconds:
      time === String(set.durationSeconds) ? set.durationSeconds : (wholeIn(time, limits.durationSeconds) as Seconds | undefined),
    distanceMeters: metres === String(set.distanceMeters) ? set.distanceMeters : wholeIn(metres, limits.distanceMeters),
  }
  const isRead = { reps: counted.reps !== undefined || reps === '', time: counted.durationSeconds !== undefined || time === '' }
  const isWayRead = counted.distanceMeters !== undefined || metres === ''
  const isCountGood = isRead.reps && isRead.time && isWayRead && Object.values(counted).some((count) => count !== undefined)
  const parts = partsTyped(typed, unit)
  const isTempoGood = tempo === '' || isTempo(tempo)
  const isGood = isLoadGood && isCountGood && parts !== undefined && isTempoGood

  function save() {
    const more = { note: note === '' ? undefined : note, tempo: tempo === '' ? undefined : tempo }
    onSave({ kind, loadKg, effort, ...counted, ...more, parts: parts?.length === 0 ? undefined : parts }, before)
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isGood) save()
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
        {asks.reps && (
          <Field
            label={words.reps}
            inputMode="numeric"
            autoComplete="off"
            value={reps}
            fault={isRead.reps ? undefined : words.repsFault}
            onChange={(event) => setReps(event.target.value)}
          />
        )}
        {asks.metres && (
          <Field
            label={formWords.metres}
            inputMode="decimal"
            autoComplete="off"
            value={metres}
            fault={isWayRead ? undefined : formWords.metresFault}
            onChange={(event) => setMetres(event.target.value)}
          />
        )}
        {asks.time && (
          <Field
            label={words.seconds}
            inputMode="numeric"
            autoComplete="off"
            value={time}
            fault={isRead.time ? undefined : words.secondsFault}
            onChange={(event) => setTime(event.target.value)}
          />
        )}
      </div>
      <EffortChips scale={scale} effort={effort} isPlanned={false} onChange={setEffort} />
      <KindChoice value={kind} onChange={setKind} />
      {(isChain(kind) || typed.length > 0) && <PartFields typed={typed} onTyped={setTyped} />}
      <Field label={words.note} value={note} maxLength={limits.noteGraphemes} onChange={(event) => setNote(event.target.value)} />
      {set.tempo !== undefined && (
        <Field
          label={formWords.tempo}
          autoComplete="off"
          value={tempo}
          fault={isTempoGood ? undefined : formWords.tempoFault}
          onChange={(event) => setTempo(event.target.value.toUpperCase().trim())}
        />
      )}
      {children}
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      <Button type="submit" look="primary" big disabled={!isGood}>
        {words.save}
      </Button>
      {acts}
    </form>
  )
}

/** What a set is measured by; a way also takes its time. */
const measuresOf = ({ reps, durationSeconds, distanceMeters }: SetValues) => ({
  reps: reps !== undefined || (durationSeconds === undefined && distanceMeters === undefined),
  time: durationSeconds !== undefined || distanceMeters !== undefined,
  metres: distanceMeters !== undefined,
})
