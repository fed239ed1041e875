import type { GymItem, GymSteps } from '@gymgenius/domain'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { parseLoad } from '../../ui/load.tsx'
import { equipmentNames } from '../../ui/movement-words.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { marked, withItem, withoutItem } from './items.ts'
import { words } from './words.ts'

/** What was told in even steps alone, before gyms had an inventory or by another program. Shown only where there is such. */
export function StepsCard({
  items,
  onItems,
}: {
  readonly items: readonly GymItem[]
  readonly onItems: (items: readonly GymItem[]) => void
}) {
  const [asked, setAsked] = useState<GymSteps>()
  const steps = items.filter((item) => item.kind === 'steps')
  if (steps.length === 0) return null
  const close = () => setAsked(undefined)
  return (
    <Card title={words.short}>
      <ul className="divide-y divide-line">
        {steps.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              onClick={() => setAsked(item)}
              className="flex min-h-12 w-full items-center justify-between gap-3 text-left active:bg-raised"
            >
              <span>{equipmentNames[item.equipment]}</span>
              <span className="text-note text-soft tabular">
                {words.shortText(`${marked(item.minKg, item.unit)} ${item.unit}`, `${marked(item.stepKg, item.unit)} ${item.unit}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Sheet title={asked === undefined ? '' : equipmentNames[asked.equipment]} open={asked !== undefined} onClose={close}>
        {asked !== undefined && (
          <StepsForm
            key={asked.id}
            steps={asked}
            onSave={(item) => {
              onItems(withItem(items, item))
              close()
            }}
            onRemove={() => {
              onItems(withoutItem(items, asked.id))
              close()
            }}
          />
        )}
      </Sheet>
    </Card>
  )
}

function StepsForm({
  steps,
  onSave,
  onRemove,
}: {
  readonly steps: GymSteps
  readonly onSave: (steps: GymSteps) => void
  readonly onRemove: () => void
}) {
  const [lightest, setLightest] = useState(marked(steps.minKg, steps.unit))
  const [step, setStep] = useState(marked(steps.stepKg, steps.unit))
  const [minKg, stepKg] = [parseLoad(lightest, steps.unit), parseLoad(step, steps.unit)]
  const isGood = minKg !== undefined && stepKg !== undefined && stepKg >= 0.1
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isGood) onSave({ ...steps, minKg, stepKg })
      }}
    >
      <Field
        label={`${words.from} (${steps.unit})`}
        inputMode="decimal"
        value={lightest}
        fault={minKg === undefined ? words.badWeight : undefined}
        onChange={(event) => setLightest(event.target.value)}
      />
      <Field
        label={`${words.step} (${steps.unit})`}
        inputMode="decimal"
        value={step}
        fault={stepKg === undefined || stepKg < 0.1 ? words.badWeight : undefined}
        onChange={(event) => setStep(event.target.value)}
      />
      <Button type="submit" look="primary" big disabled={!isGood}>
        {words.save}
      </Button>
      <Button look="danger" onClick={onRemove}>
        {words.remove}
      </Button>
    </form>
  )
}
