import type { Movement } from '@gymgenius/contracts'
import { limits } from '@gymgenius/domain'
import { useState } from 'react'
import type { CircuitUnderWay } from '../../../lib/view/schema.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { loadInput, parseLoad, useUnit } from '../../../ui/load.tsx'
import { inRange } from '../../../ui/numbers.ts'
import { setWords } from '../../../ui/set-words.ts'
import { warmUpSound } from '../rest-alarm.ts'
import { circuitWords as words } from './circuit-words.ts'

type Station = CircuitUnderWay['stations'][number]

/** Before it begins: the stations, with the load of each that takes one. */
export function CircuitReady({
  circuit,
  movements,
  onStations,
  onStart,
  onLeave,
}: {
  readonly circuit: CircuitUnderWay
  readonly movements: ReadonlyMap<string, Movement>
  readonly onStations: (stations: readonly Station[]) => void
  readonly onStart: () => void
  readonly onLeave: () => void
}) {
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto pb-3">
        <h2 className="pt-2 text-title font-bold">{circuit.name}</h2>
        <ol className="divide-y divide-line rounded-card bg-surface px-4 ring-1 ring-line">
          {circuit.stations.map((station, place) => {
            const movement = movements.get(station.movementId)
            return (
              <li key={`${station.movementId} ${String(place)}`} className="flex flex-col gap-1 py-2">
                <p className="flex justify-between gap-3">
                  <span className="min-w-0">{movement?.name}</span>
                  <span className="shrink-0 text-soft tabular">
                    {station.amount !== undefined && words.amountText[station.unit](station.amount)}
                  </span>
                </p>
                {movement !== undefined && movement.loadKind !== 'body_weight' && (
                  <StationLoad
                    station={station}
                    name={movement.name}
                    onStation={(changed) => onStations(circuit.stations.with(place, changed))}
                  />
                )}
              </li>
            )
          })}
        </ol>
        <p className="text-note text-soft">{words.onThisPhone}</p>
        <Button look="quiet" onClick={onLeave}>
          {words.leave}
        </Button>
      </div>
      <div className="shrink-0 bg-ground pt-1 pb-3">
        <Button
          look="primary"
          big
          onClick={() => {
            warmUpSound()
            onStart()
          }}
        >
          {words.start}
        </Button>
      </div>
    </>
  )
}

function StationLoad({
  station,
  name,
  onStation,
}: {
  readonly station: Station
  readonly name: string
  readonly onStation: (station: Station) => void
}) {
  const unit = useUnit()
  const [text, setText] = useState(station.loadKg === undefined ? '' : loadInput(station.loadKg, unit))
  const loadKg = inRange(parseLoad(text, unit), limits.loadKg)
  return (
    <Field
      label={`${words.load(name)} (${unit})`}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      fault={text === '' || loadKg !== undefined ? undefined : setWords.loadFault}
      onChange={(event) => {
        setText(event.target.value)
        const said = inRange(parseLoad(event.target.value, unit), limits.loadKg)
        if (said !== undefined) onStation({ ...station, loadKg: said })
      }}
    />
  )
}
