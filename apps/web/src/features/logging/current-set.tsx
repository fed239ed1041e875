import type { LoadSteps, Movement, PerformedSet } from '@gymgenius/contracts'
import type { GymLoading } from '../../lib/gym-loading.ts'
import { instantOf, kg, limits, type EffortScale, type Kilograms } from '@gymgenius/domain'
import { gridOf, loadAbove, loadBelow, type Loadable } from '@gymgenius/engine'
import { CircleHelp } from 'lucide-react'
import { Suspense } from 'react'
import { dayText } from '../../lib/dates.ts'
import { Button } from '../../ui/button.tsx'
import { loadInput, parseLoad, useLoadText, useUnit } from '../../ui/load.tsx'
import { EffortChips } from '../../ui/effort-chips.tsx'
import { effortOf } from '../../ui/effort.ts'
import { NumberStepper } from '../../ui/number-stepper.tsx'
import { loadLabel, setWords } from '../../ui/set-words.ts'
import { isMeasured, isNew, stepped, type Entry, type Standing } from './entry.ts'
import { NUDGE_KG, stepsOf } from './nearest-loads.ts'
import { IntervalBand, MeasuredEntry, PlatesLine } from './sheets.ts'
import { useSetText } from '../../ui/set-text.tsx'
import type { SetTarget } from './target.ts'
import { words } from './words.ts'

export interface CurrentSetProps {
  readonly movement: Movement
  readonly label: string
  readonly target: SetTarget
  readonly standing: Standing
  readonly entry: Entry
  readonly onEntry: (entry: Entry) => void
  readonly scale: EffortScale
  readonly loads: Loadable
  readonly loadSteps: readonly LoadSteps[]
  readonly gym: GymLoading | undefined
  /** The loads of all sets of this movement, and which of them this is. */
  readonly among: { readonly loads: readonly number[]; readonly index: number }
  readonly previous: PerformedSet | undefined
  /** One side at a time: its reps are those of a side. */
  readonly isPerSide: boolean
  readonly onWhy: () => void
  readonly now: number
}

/** The set to do now: what to load, how often, how hard, what to expect. What is typed here beats every suggestion. */
export function CurrentSet(props: CurrentSetProps) {
  const { movement, label, target, standing, entry, onEntry, scale, loads, previous, onWhy } = props
  const unit = useUnit()
  const setText = useSetText()
  const loadText = useLoadText()
  const { prescription } = target
  const test = prescription?.reasons.find(({ code, protocol }) => code === 'guided_test' && protocol === 'ramp')
  const hasLoad = movement.loadKind !== 'body_weight'

  function stepLoad(direction: 1 | -1) {
    const from = parseLoad(standing.loadText, unit) ?? target.load
    const grid = gridOf(loads)
    const to = direction === 1 ? loadAbove(grid, from + NUDGE_KG) : loadBelow(grid, Math.max(0, from - NUDGE_KG))
    takeLoad(to)
  }

  function takeLoad(load: Kilograms) {
    onEntry({ ...entry, load: loadInput(load, unit) })
  }

  function copy(set: PerformedSet) {
    onEntry({
      ...entry,
      load: loadInput(kg(set.loadKg ?? 0), unit),
      ...(set.reps !== undefined && { reps: String(set.reps) }),
      ...(set.durationSeconds !== undefined && { seconds: String(set.durationSeconds) }),
      effort: effortOf(set) ?? null,
    })
  }

  return (
    <section
      aria-label={words.set(label)}
      className="@container flex flex-col gap-2 rounded-card bg-surface p-3 pb-2 shadow-card ring-1 ring-line"
    >
      {hasLoad && (
        <div>
          <NumberStepper
            size="load"
            keys={['ArrowDown', 'ArrowUp']}
            decimal
            label={loadLabel(movement.loadKind)}
            unit={unit}
            text={standing.loadText}
            onText={(load) => onEntry({ ...entry, load })}
            onStep={stepLoad}
            fault={standing.load === undefined ? setWords.loadFault : undefined}
          />
          <Suspense fallback={<div className="min-h-7" />}>
            <PlatesLine
              load={standing.load}
              loads={loads}
              steps={stepsOf(movement, props.loadSteps)}
              gym={props.gym}
              among={props.among}
              onLoad={takeLoad}
            />
          </Suspense>
          {target.insteadOf !== undefined && standing.load === target.load && (
            <p className="text-center text-note text-soft">{words.fewerPlates(loadText(target.insteadOf))}</p>
          )}
        </div>
      )}
      {isMeasured(target) ? (
        <Suspense>
          <MeasuredEntry target={target} standing={standing} entry={entry} onEntry={onEntry} />
        </Suspense>
      ) : (
        <NumberStepper
          size="huge"
          keys={['ArrowLeft', 'ArrowRight']}
          label={`${props.isPerSide ? words.repsPerSide : setWords.reps} · ${words.target(target.repLow, target.repHigh)}`}
          text={standing.repsText}
          onText={(reps) => onEntry({ ...entry, reps })}
          onStep={(direction) => onEntry({ ...entry, reps: stepped(standing.repsText, direction, limits.reps) })}
          fault={standing.reps === undefined ? setWords.repsFault : undefined}
        />
      )}
      {entry.parts !== undefined && (
        <p className="text-center text-note text-soft tabular">
          {setText({ loadKg: standing.load, reps: standing.reps, parts: entry.parts })}
        </p>
      )}
      {target.tempo !== undefined && <p className="text-center text-note text-soft tabular">{words.tempo(target.tempo)}</p>}
      {prescription !== undefined && isNew(prescription) && (
        <p className="text-center text-note text-soft">
          {test === undefined ? words.firstTime(prescription.flags.includes('transfer')) : words.guidedTest(test['step'] === test['of'])}
        </p>
      )}
      <EffortChips
        scale={scale}
        effort={standing.effort}
        plannedRir={target.rir}
        isPlanned={entry.effort === undefined}
        onChange={(effort) => onEntry({ ...entry, effort: effort ?? null })}
      />
      {prescription !== undefined && (
        <div className="flex items-center gap-2 left-hand:flex-row-reverse">
          <div className="min-w-0 flex-1">
            {/* On the way up, and on the word of other movements, the set stops long before what could be done: a range of that would be read as the target. */}
            {test === undefined && !prescription.flags.includes('transfer') && (
              <Suspense>
                <IntervalBand prescription={prescription} />
              </Suspense>
            )}
          </div>
          <Button look="quiet" data-key="y" className="px-2! text-note!" icon={<CircleHelp aria-hidden size={18} />} onClick={onWhy}>
            {words.why}
          </Button>
        </div>
      )}
      {previous !== undefined && (
        <button
          type="button"
          onClick={() => copy(previous)}
          title={words.copy(setText(previous))}
          className="min-h-11 rounded-card text-note text-soft active:bg-raised"
        >
          {words.previous(setText(previous), dayText(instantOf(previous.performedAt), props.now))}
        </button>
      )}
    </section>
  )
}
