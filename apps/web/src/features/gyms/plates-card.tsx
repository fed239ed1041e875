import type { GymItem, Kilograms, LoadUnit } from '@gymgenius/domain'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice, Field } from '../../ui/field.tsx'
import { parseLoad } from '../../ui/load.tsx'
import { inKg, marked, platesIn, withPairs } from './items.ts'
import { plateColour, plateHeight, SIZES } from './plate-colours.ts'
import { words } from './words.ts'

const HIGHEST_PX = 112

/** The plates that are owned, standing on a bar, and all sizes to take from. One tap is one pair. */
export function PlatesCard({
  items,
  unit: first,
  onItems,
}: {
  readonly items: readonly GymItem[]
  readonly unit: LoadUnit
  readonly onItems: (items: readonly GymItem[]) => void
}) {
  const [unit, setUnit] = useState(first)
  const [size, setSize] = useState('')
  const owned = platesIn(items)
  const other = parseLoad(size, unit)
  const change = (weightKg: Kilograms, of: LoadUnit, by: 1 | -1) => onItems(withPairs(items, weightKg, of, by))

  return (
    <Card title={words.plates}>
      <p className="mb-3 text-note text-soft">{words.platesText}</p>
      <div className="mb-4 flex min-h-32 items-center overflow-x-auto rounded-card bg-ground px-2 py-2">
        <span aria-hidden className="h-3 w-6 shrink-0 rounded-l bg-control" />
        {owned.length === 0 && <p className="px-3 text-note text-soft">{words.noPlates}</p>}
        {owned.map(({ id, weightKg, unit, pairs }) => {
          const { face, figure } = plateColour(weightKg, unit)
          const text = `${marked(weightKg, unit)} ${unit}`
          const title = words.removePair(text, pairs ?? 1)
          return (
            <button
              key={id}
              type="button"
              aria-label={title}
              title={title}
              onClick={() => change(weightKg, unit, -1)}
              className="mx-0.5 inline-flex min-h-11 w-12 shrink-0 flex-col items-center justify-center rounded-md text-small leading-tight font-bold ring-1 ring-line tabular active:brightness-90"
              style={{ height: plateHeight(weightKg) * HIGHEST_PX, background: face, color: figure }}
            >
              <span>{marked(weightKg, unit)}</span>
              <span className="font-medium">{unit}</span>
              <span className="font-medium">{pairs === undefined ? '∞' : `×${pairs}`}</span>
            </button>
          )
        })}
        <span aria-hidden className="h-3 min-w-6 flex-1 rounded-r bg-control" />
      </div>
      <div className="mb-3">
        <Choice
          label={words.unit}
          value={unit}
          options={[
            { value: 'kg', text: 'kg' },
            { value: 'lb', text: 'lb' },
          ]}
          onChange={setUnit}
        />
      </div>
      <ul className="flex flex-wrap gap-2">
        {SIZES[unit].map((size) => {
          const weightKg = inKg(size, unit)
          const { face, figure } = plateColour(weightKg, unit)
          const title = words.addPair(`${size} ${unit}`)
          return (
            <li key={size}>
              <button
                type="button"
                aria-label={title}
                title={title}
                onClick={() => change(weightKg, unit, 1)}
                className="inline-flex size-14 items-center justify-center rounded-full text-note font-bold ring-1 ring-line tabular active:brightness-90"
                style={{ background: `radial-gradient(circle at center, var(--ground) 0 11%, transparent 12%), ${face}`, color: figure }}
              >
                <span className="mb-7">{size}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <form
        className="mt-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (other === undefined || other < 0.05) return
          change(other, unit, 1)
          setSize('')
        }}
      >
        <Field
          label={`${words.otherPlate} (${unit})`}
          inputMode="decimal"
          value={size}
          fault={size !== '' && (other === undefined || other < 0.05) ? words.badWeight : undefined}
          onChange={(event) => setSize(event.target.value)}
          action={
            <Button type="submit" className="shrink-0" disabled={other === undefined || other < 0.05}>
              {words.addPlate}
            </Button>
          }
        />
      </form>
    </Card>
  )
}
