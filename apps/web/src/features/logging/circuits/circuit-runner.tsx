import type { Movement } from '@gymgenius/contracts'
import { kg, limits, type Kilograms, type Reps, type Seconds } from '@gymgenius/domain'
import { useState } from 'react'
import { timeNow } from '../../../lib/clock.ts'
import { newId } from '../../../lib/ids.ts'
import { useNow } from '../../../lib/now.ts'
import type { CircuitUnderWay, Draft } from '../../../lib/view/schema.ts'
import { Button } from '../../../ui/button.tsx'
import { NumberStepper } from '../../../ui/number-stepper.tsx'
import { wholeIn } from '../../../ui/numbers.ts'
import { useLoadText } from '../../../ui/load.tsx'
import { deleteSet, logSet } from '../actions.ts'
import { stepped } from '../entry.ts'
import { endRest } from '../use-rest.ts'
import type { WorkoutUnderWay } from '../use-workout.ts'
import { CircuitClock } from './circuit-clock.tsx'
import { CircuitOver } from './circuit-over.tsx'
import { CircuitReady } from './circuit-ready.tsx'
import { circuitWords as words } from './circuit-words.ts'
import { COUNT_IN_MS, isByClock, missedIn, phaseAt, stepAt, stepsIn, type Step, withSetsOf } from './course.ts'

export interface CircuitProps {
  readonly circuit: CircuitUnderWay
  readonly current: WorkoutUnderWay
  readonly onDraft: (draft: Draft) => void
}

/** A circuit in the set screen's place: what is on, how long still, and under the thumb the one thing to press. */
export function CircuitRunner({ circuit: kept, current, onDraft }: CircuitProps) {
  const [isSaving, setSaving] = useState(false)
  const circuit = withSetsOf(
    kept,
    current.sets.filter(({ id }) => !current.saving.has(id)),
  )
  const now = useNow(200)
  const phase = phaseAt(circuit, now)
  const become = (change: Partial<CircuitUnderWay>) => onDraft({ ...current.draft, circuit: { ...circuit, ...change } })
  const leave = () => onDraft({ ...current.draft, circuit: undefined })

  if (phase.state === 'ready')
    return (
      <CircuitReady
        circuit={circuit}
        movements={current.movements}
        onStations={(stations) => become({ stations })}
        onStart={() => {
          endRest()
          become({ startedAt: timeNow() + COUNT_IN_MS })
        }}
        onLeave={leave}
      />
    )
  if (phase.state === 'over') return <CircuitOver circuit={circuit} workout={current.workout} onMissed={logMissed} onOver={leave} />

  const index = phase.state === 'counting' ? 0 : phase.index
  const step = stepAt(circuit, index)!
  return (
    <Station
      key={index}
      circuit={circuit}
      step={step}
      isLogged={phase.state !== 'counting' && circuit.logged.some((entry) => entry.index === index)}
      movements={current.movements}
      next={stepAt(circuit, index + 1)}
      clock={<CircuitClock circuit={circuit} phase={phase} now={now} round={step.round} />}
      canLog={phase.state !== 'counting' && !isSaving}
      onLog={(amount) => void log([{ index, amount }])}
      onBack={takeBack}
      onStop={() => become({ endedAt: timeNow() })}
    />
  )

  /** Each is a set of its own. The screen goes on when it is on the disk, and not before. */
  async function log(done: readonly { readonly index: number; readonly amount: number | undefined }[]) {
    setSaving(true)
    const entries = done.map(({ index, amount }) => {
      const { station } = stepAt(circuit, index)!
      const { movementId, unit, loadKg } = circuit.stations[station]!
      const setId = newId<'performed_set'>()
      const counted = countedAs(circuit, unit, amount)
      const written = logSet(setId, {
        workoutId: current.workout.id,
        movementId,
        kind: 'circuit',
        loadKg: loadKg ?? kg(0),
        superset: circuit.superset,
        ...counted,
      })
      return { written, entry: { index, setId, ...('reps' in counted && { reps: counted.reps }) } }
    })
    navigator.vibrate?.(10)
    const outcomes = await Promise.allSettled(entries.map(({ written }) => written)) // the notice on the screen says what is not saved
    setSaving(false)
    const logged = [...circuit.logged, ...entries.flatMap(({ entry }, i) => (outcomes[i]!.status === 'fulfilled' ? [entry] : []))]
    const isDone = !isByClock(circuit) && logged.length >= stepsIn(circuit)
    become({ logged, ...(isDone && { endedAt: timeNow() }) })
  }

  function logMissed() {
    void log(missedIn(circuit, now).map((index) => ({ index, amount: stepAt(circuit, index)?.amount })))
  }

  function takeBack() {
    const last = circuit.logged.at(-1)
    if (last === undefined) return
    deleteSet(last.setId as Parameters<typeof deleteSet>[0]).catch(() => undefined)
    become({ logged: circuit.logged.slice(0, -1) })
  }
}

/** As a set says it. Where the clock says when to stop, the time is what was done, and repetitions only where they were said. */
function countedAs({ workSeconds }: CircuitUnderWay, unit: CircuitUnderWay['stations'][number]['unit'], amount: number | undefined) {
  if (unit === 'metres') return { distanceMeters: amount ?? 0 }
  if (unit === 'seconds' && workSeconds === undefined) return { durationSeconds: (amount ?? 0) as Seconds }
  const time = workSeconds === undefined ? undefined : { durationSeconds: workSeconds as Seconds }
  return {
    ...time,
    ...(amount !== undefined && { reps: amount as Reps }),
    ...(time === undefined && amount === undefined && { reps: 0 as Reps }),
  }
}

function Station({
  circuit,
  step,
  isLogged,
  movements,
  next,
  clock,
  canLog,
  onLog,
  onBack,
  onStop,
}: {
  readonly circuit: CircuitUnderWay
  readonly step: Step
  readonly isLogged: boolean
  readonly movements: ReadonlyMap<string, Movement>
  readonly next: Step | undefined
  readonly clock: React.ReactNode
  readonly canLog: boolean
  readonly onLog: (amount: number | undefined) => void
  readonly onBack: () => void
  readonly onStop: () => void
}) {
  const loadText = useLoadText()
  const [typed, setTyped] = useState<string>()
  const station = circuit.stations[step.station]!
  // By the clock, repetitions are what is worth saying of a station.
  const unit = circuit.workSeconds === undefined ? station.unit : 'reps'
  const text = typed ?? (step.amount === undefined ? '' : String(step.amount))
  const most = unit === 'metres' ? limits.distanceMeters : unit === 'seconds' ? limits.durationSeconds : limits.reps
  const amount = wholeIn(text, most)
  const isGood = amount !== undefined || (text === '' && circuit.workSeconds !== undefined)
  const nameOf = (at: Step) => movements.get(circuit.stations[at.station]!.movementId)?.name ?? ''
  const load = (kilograms: Kilograms | undefined) => (kilograms === undefined || kilograms === 0 ? '' : `, ${loadText(kilograms)}`)
  const said = amount === undefined ? nameOf(step) : words.amountText[unit](amount)

  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto pb-3">
        {clock}
        <section className="flex flex-col gap-2 rounded-card bg-surface p-4 shadow-card ring-1 ring-line">
          <h2 className="text-center text-title leading-tight font-bold">
            {nameOf(step)}
            <span className="font-medium text-soft">{load(station.loadKg)}</span>
          </h2>
          <NumberStepper
            size="huge"
            keys={['ArrowLeft', 'ArrowRight']}
            label={words.amount[unit]}
            text={text}
            placeholder="–"
            onText={setTyped}
            onStep={(direction) => setTyped(stepped(text, direction * (unit === 'reps' ? 1 : 5), most))}
          />
        </section>
        {next !== undefined && <p className="text-center text-note text-soft">{words.next(nameOf(next))}</p>}
        <div className="mt-auto flex flex-wrap justify-between gap-2">
          <Button look="quiet" className="text-note!" disabled={circuit.logged.length === 0} onClick={onBack}>
            {words.back}
          </Button>
          <Button look="quiet" className="text-note!" onClick={onStop}>
            {words.stop}
          </Button>
        </div>
      </div>
      <div className="shrink-0 bg-ground pt-1 pb-3">
        {isLogged ? (
          <output className="flex min-h-14 items-center justify-center text-soft">{words.logged}</output>
        ) : (
          <Button data-key="Enter" look="primary" big disabled={!canLog || !isGood} onClick={() => onLog(amount)}>
            <span className="truncate">{words.done(said)}</span>
          </Button>
        )}
      </div>
    </>
  )
}
