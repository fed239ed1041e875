import type { Movement, PerformedSet } from '@gymgenius/contracts'
import { useState } from 'react'
import type { CircuitUnderWay, Draft } from '../../../lib/view/schema.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice, Field } from '../../../ui/field.tsx'
import { wholeIn } from '../../../ui/numbers.ts'
import { Sheet } from '../../../ui/sheet.tsx'
import { circuitWords as words } from './circuit-words.ts'
import { freeSuperset } from './start-circuit.ts'

type Numbers = 'rounds' | 'every' | 'perRound' | 'workFor' | 'restFor'
const usual: Readonly<Record<Numbers, string>> = { rounds: '8', every: '60', perRound: '5', workFor: '20', restFor: '10' }
const asked = { emom: ['rounds', 'every', 'perRound'], tabata: ['rounds', 'workFor', 'restFor'] } as const
const MOST = 3600

/** The movement on the screen by the clock: every so often, or work and rest. */
export function IntervalSheet({
  movement,
  draft,
  sets,
  last,
  onDraft,
  onClose,
}: {
  readonly movement: Movement
  readonly draft: Draft
  /** Of the workout. */
  readonly sets: readonly PerformedSet[]
  /** Its last set, whose load it begins with. */
  readonly last: PerformedSet | undefined
  readonly onDraft: (draft: Draft) => void
  readonly onClose: () => void
}) {
  const [format, setFormat] = useState<'emom' | 'tabata'>('emom')
  const [typed, setTyped] = useState(usual)
  const read = (name: Numbers) => wholeIn(typed[name], MOST)
  const isGood = asked[format].every((name) => (read(name) ?? 0) >= (name === 'restFor' ? 0 : 1) && read(name) !== undefined)

  function start() {
    const { loadKg } = last ?? {}
    onDraft({
      ...draft,
      circuit: { ...courseOf(), ...(loadKg !== undefined && { stations: stations().map((one) => ({ ...one, loadKg })) }) },
    })
    onClose()
  }

  const stations = () => [{ movementId: movement.id, unit: 'reps' as const, ...(format === 'emom' && { amount: read('perRound') }) }]

  function courseOf(): CircuitUnderWay {
    const rounds = read('rounds')!
    const common = { name: movement.name, superset: freeSuperset(draft, sets), stations: stations(), rounds, logged: [] }
    if (format === 'emom')
      return { ...common, format, intervalSeconds: read('every')!, capSeconds: rounds * read('every')!, score: 'finished' }
    const [workSeconds, restSeconds] = [read('workFor')!, read('restFor')!]
    return { ...common, format, workSeconds, restSeconds, capSeconds: rounds * (workSeconds + restSeconds), score: 'lowest_round' }
  }

  return (
    <Sheet title={words.interval} open onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (isGood) start()
        }}
      >
        <p className="text-note text-soft">{words.intervalText}</p>
        <Choice
          label={words.format}
          value={format}
          onChange={setFormat}
          options={(['emom', 'tabata'] as const).map((value) => ({ value, text: words.formats[value] }))}
        />
        {asked[format].map((name) => (
          <Field
            key={name}
            label={words.fields[name]}
            inputMode="numeric"
            autoComplete="off"
            value={typed[name]}
            fault={read(name) === undefined ? words.fault : undefined}
            onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
          />
        ))}
        <Button type="submit" look="primary" big disabled={!isGood}>
          {words.start}
        </Button>
      </form>
    </Sheet>
  )
}
