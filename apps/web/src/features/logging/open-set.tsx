import type { Movement, PerformedSet, SetPart } from '@gymgenius/contracts'
import { limits, type Reps } from '@gymgenius/domain'
import { gridOf, loadAbove, loadBelow, type Loadable } from '@gymgenius/engine'
import { useState, type ReactNode } from 'react'
import { inRange, wholeIn } from '../../ui/numbers.ts'
import { Button } from '../../ui/button.tsx'
import { loadInput, parseLoad, useUnit } from '../../ui/load.tsx'
import { NumberStepper } from '../../ui/number-stepper.tsx'
import { useSetText } from '../../ui/set-text.tsx'
import { loadLabel, setWords } from '../../ui/set-words.ts'
import { stepped } from './entry.ts'
import { NUDGE_KG } from './nearest-loads.ts'
import { breathsOf } from './breaths.ts'
import { nextPart } from './next-part.ts'
import { openSetWords as words } from './open-set-words.ts'
import { RestBar } from './rest-bar.tsx'
import { startRest, useRest } from './use-rest.ts'

/** A set that goes on: drops, rest-pause, myo-reps, clusters. Each press adds a part to the same row, until the lifter says it is over. */
export function OpenSet({
  set,
  movement,
  loads,
  onParts,
  onOver,
  children,
}: {
  readonly set: PerformedSet
  readonly movement: Movement
  readonly loads: Loadable
  readonly onParts: (parts: readonly SetPart[]) => void
  readonly onOver: () => void
  readonly children: (card: ReactNode, bar: ReactNode) => ReactNode
}) {
  const unit = useUnit()
  const setText = useSetText()
  const rest = useRest(set.workoutId)
  const [typed, setTyped] = useState<{ readonly load?: string; readonly reps?: string }>({})
  const offered = nextPart(set, loads)
  const loadText = typed.load ?? loadInput(offered.loadKg, unit)
  const repsText = typed.reps ?? String(offered.reps)
  const loadKg = typed.load === undefined ? offered.loadKg : inRange(parseLoad(typed.load, unit), limits.loadKg)
  const reps = wholeIn(repsText, limits.reps) as Reps | undefined

  function add() {
    if (loadKg === undefined || reps === undefined) return
    const breaths = breathsOf(set.kind)
    onParts([...(set.parts ?? []), { loadKg, reps, ...(breaths !== undefined && { restSeconds: breaths }) }])
    setTyped({})
    navigator.vibrate?.(10)
    if (breaths !== undefined) startRest(set.workoutId, breaths)
  }

  function stepLoad(direction: 1 | -1) {
    const from = loadKg ?? offered.loadKg
    const to = direction === 1 ? loadAbove(gridOf(loads), from + NUDGE_KG) : loadBelow(gridOf(loads), Math.max(0, from - NUDGE_KG))
    setTyped({ ...typed, load: loadInput(to, unit) })
  }

  return children(
    <section
      aria-label={words.again}
      className="@container flex flex-col gap-2 rounded-card bg-surface p-3 pb-2 shadow-card ring-1 ring-line"
    >
      <h3 className="text-center font-semibold">{words.title[set.kind] ?? words.again}</h3>
      <p className="text-center text-note text-soft">
        {words.soFar} <span className="tabular">{setText(set)}</span>
      </p>
      {movement.loadKind !== 'body_weight' && (
        <NumberStepper
          size="load"
          keys={['ArrowDown', 'ArrowUp']}
          decimal
          label={loadLabel(movement.loadKind)}
          unit={unit}
          text={loadText}
          onText={(load) => setTyped({ ...typed, load })}
          onStep={stepLoad}
          fault={loadKg === undefined ? setWords.loadFault : undefined}
        />
      )}
      <NumberStepper
        size="huge"
        keys={['ArrowLeft', 'ArrowRight']}
        label={setWords.reps}
        text={repsText}
        onText={(text) => setTyped({ ...typed, reps: text })}
        onStep={(direction) => setTyped({ ...typed, reps: stepped(repsText, direction, limits.reps) })}
        fault={reps === undefined ? setWords.repsFault : undefined}
      />
    </section>,
    <div className="flex shrink-0 flex-col gap-2 bg-ground pt-1 pb-3">
      {rest !== undefined && <RestBar rest={rest} />}
      <Button data-key="e" onClick={onOver}>
        {words.over}
      </Button>
      <Button data-key="Enter" look="primary" big disabled={loadKg === undefined || reps === undefined} onClick={add}>
        {words.add(setText({ ...(loadKg !== undefined && { loadKg }), ...(reps !== undefined && { reps }) }))}
      </Button>
    </div>,
  )
}
