import type { GymBar, GymItem, GymStack, LoadUnit } from '@gymgenius/domain'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EquipmentIcon } from '../../ui/equipment/equipment-icon.tsx'
import { equipmentNames } from '../../ui/movement-words.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { BarForm, StackForm } from './item-sheets.tsx'
import { freshId, inKg, marked, withItem, withoutItem } from './items.ts'
import { newBar } from './templates.ts'
import { words } from './words.ts'

interface CardOf {
  readonly items: readonly GymItem[]
  readonly unit: LoadUnit
  readonly onItems: (items: readonly GymItem[]) => void
}

/** Bars, and machines that take plates. */
export function BarsCard({ items, unit, onItems }: CardOf) {
  const [asked, setAsked] = useState<GymBar>()
  const bars = items.filter((item) => item.kind === 'bar')
  const close = () => setAsked(undefined)
  return (
    <Card title={words.bars}>
      <Rows
        items={bars}
        textOf={({ equipment, name, weightKg, unit }) => [name ?? equipmentNames[equipment], `${marked(weightKg, unit)} ${unit}`]}
        onAsk={setAsked}
      />
      <Button look="quiet" onClick={() => setAsked(newBar(unit, freshId(items, 'bar')))}>
        {words.addBar}
      </Button>
      <Sheet title={words.bars} open={asked !== undefined} onClose={close}>
        {asked !== undefined && (
          <BarForm
            key={asked.id}
            bar={asked}
            onSave={(bar) => {
              onItems(withItem(items, bar))
              close()
            }}
            onRemove={
              bars.some(({ id }) => id === asked.id)
                ? () => {
                    onItems(withoutItem(items, asked.id))
                    close()
                  }
                : undefined
            }
          />
        )}
      </Sheet>
    </Card>
  )
}

export function StacksCard({ items, unit, onItems }: CardOf) {
  const [asked, setAsked] = useState<GymStack>()
  const stacks = items.filter((item) => item.kind === 'stack')
  const close = () => setAsked(undefined)
  return (
    <Card title={words.stacks}>
      <Rows
        items={stacks}
        textOf={({ equipment, name, pinsKg, unit }) => [
          name ?? equipmentNames[equipment],
          words.stackText(marked(pinsKg[0] ?? 0, unit), `${marked(pinsKg.at(-1) ?? 0, unit)} ${unit}`),
        ]}
        onAsk={setAsked}
      />
      <Button look="quiet" onClick={() => setAsked(newStack(unit, freshId(items, 'stack')))}>
        {words.addStack}
      </Button>
      <Sheet title={words.stacks} open={asked !== undefined} onClose={close}>
        {asked !== undefined && (
          <StackForm
            key={asked.id}
            stack={asked}
            onSave={(stack) => {
              onItems(withItem(items, stack))
              close()
            }}
            onRemove={
              stacks.some(({ id }) => id === asked.id)
                ? () => {
                    onItems(withoutItem(items, asked.id))
                    close()
                  }
                : undefined
            }
          />
        )}
      </Sheet>
    </Card>
  )
}

function Rows<Item extends GymBar | GymStack>({
  items,
  textOf,
  onAsk,
}: {
  readonly items: readonly Item[]
  readonly textOf: (item: Item) => readonly [name: string, weight: string]
  readonly onAsk: (item: Item) => void
}) {
  return (
    <ul className="divide-y divide-line">
      {items.map((item) => {
        const [name, weight] = textOf(item)
        return (
          <li key={item.id}>
            <button
              type="button"
              onClick={() => onAsk(item)}
              className="flex min-h-12 w-full items-center gap-3 text-left active:bg-raised"
            >
              <EquipmentIcon of={item.equipment} className="shrink-0 text-soft" />
              <span className="flex-1">{name}</span>
              <span className="text-soft tabular">{item.availability === 'there' ? weight : words.availabilities[item.availability]}</span>
              <ChevronRight aria-hidden size={18} className="shrink-0 text-soft" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

const newStack = (unit: LoadUnit, id: string): GymStack => ({
  id,
  kind: 'stack',
  availability: 'there',
  equipment: 'cable',
  unit,
  pinsKg: Array.from({ length: 20 }, (_, i) => inKg(unit === 'kg' ? 5 + 5 * i : 10 + 10 * i, unit)),
  microKg: [],
  isAssistance: false,
})
