import type { GymItem, GymWeights, LoadUnit, WeightEquipment } from '@gymgenius/domain'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/field.tsx'
import { freshId, marked, rowOf, withItem, withoutItem } from './items.ts'
import { AvailabilityChoice, numbersIn, RowFields } from './item-sheets.tsx'
import { Chips } from './weight-chips.tsx'
import { words } from './words.ts'

const FIRST_ROW: Readonly<Record<LoadUnit, { from: string; to: string; step: string }>> = {
  kg: { from: '2', to: '30', step: '2' },
  lb: { from: '5', to: '60', step: '5' },
}
const MOST_WEIGHTS = 100

/** A rack of weights of their own: rows are added by range and step, odd ones taken away with a tap. */
export function WeightsCard({
  title,
  equipment,
  items,
  unit: first,
  onItems,
}: {
  readonly title: string
  readonly equipment: WeightEquipment
  readonly items: readonly GymItem[]
  readonly unit: LoadUnit
  readonly onItems: (items: readonly GymItem[]) => void
}) {
  const racks = items.filter((item) => item.kind === 'weights' && item.equipment === equipment) as GymWeights[]
  const [unit, setUnit] = useState(racks[0]?.unit ?? first)
  const [row, setRow] = useState(FIRST_ROW[unit])
  const [isOpen, setOpen] = useState(false)
  const weights = rowOf(...numbersIn(row), unit)

  function add() {
    if (weights === undefined) return
    const rack = racks.find((one) => one.unit === unit)
    const id = rack?.id ?? freshId(items, equipment)
    const all = [...(rack?.weightsKg ?? []), ...weights]
    const weightsKg = [...new Map(all.map((weight) => [marked(weight, unit), weight])).values()]
      .sort((a, b) => a - b)
      .slice(0, MOST_WEIGHTS)
    onItems(
      withItem(items, {
        ...(rack ?? { kind: 'weights', availability: 'there', equipment, unit, each: equipment === 'dumbbell' ? 2 : 1 }),
        id,
        weightsKg,
      }),
    )
    setOpen(false)
  }
  function take(rack: GymWeights, weight: number) {
    const weightsKg = rack.weightsKg.filter((one) => one !== weight)
    onItems(weightsKg.length === 0 ? withoutItem(items, rack.id) : withItem(items, { ...rack, weightsKg }))
  }

  return (
    <Card
      title={title}
      aside={
        !isOpen && (
          <Button look="quiet" onClick={() => setOpen(true)}>
            {words.addRow}
          </Button>
        )
      }
    >
      {racks.length > 0 && <p className="mb-2 text-note text-soft">{words.tapToRemove}</p>}
      {racks.map((rack) => (
        <div key={rack.id} className="mb-3">
          <Chips weights={rack.weightsKg} unit={rack.unit} onTake={(weight) => take(rack, weight)} />
          <div className="flex flex-col gap-3">
            {(equipment === 'dumbbell' || equipment === 'kettlebell') && (
              <Choice
                label={words.pairOf}
                value={rack.each}
                options={[
                  { value: 2, text: words.two },
                  { value: 1, text: words.one },
                ]}
                onChange={(each) => onItems(withItem(items, { ...rack, each }))}
              />
            )}
            <AvailabilityChoice
              value={rack.availability}
              onChange={(availability) => onItems(withItem(items, { ...rack, availability }))}
            />
          </div>
        </div>
      ))}
      {isOpen && (
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <Choice
            label={words.unit}
            value={unit}
            options={[
              { value: 'kg', text: 'kg' },
              { value: 'lb', text: 'lb' },
            ]}
            onChange={(next) => {
              setUnit(next)
              setRow(FIRST_ROW[next])
            }}
          />
          <RowFields unit={unit} row={row} onRow={setRow} fault={weights === undefined ? words.badRow : undefined} />
          <Button type="submit" disabled={weights === undefined}>
            {words.addRow}
          </Button>
        </form>
      )}
    </Card>
  )
}
