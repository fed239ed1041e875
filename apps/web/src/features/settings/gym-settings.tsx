import type { Api } from '@gymgenius/contracts'
import { kg } from '@gymgenius/domain'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { fetchLoads } from '../../lib/logbook.ts'
import { loadStepsKey } from '../../lib/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Load, loadInput, parseLoad } from '../../ui/load.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { words } from './words.ts'

type LoadSteps = Api['GET /v1/equipment/load-steps']['reply']['items'][number]

export function GymSettings() {
  const steps = useQuery({ queryKey: loadStepsKey, queryFn: () => call('GET /v1/equipment/load-steps', {}) })
  return steps.data === undefined ? null : <Gym items={steps.data.items} />
}

function Gym({ items }: { readonly items: readonly LoadSteps[] }) {
  const queries = useQueryClient()
  const toast = useToast()
  const [asked, setAsked] = useState<LoadSteps>()

  async function keep(changed: LoadSteps) {
    const next = items.map((item) => (item.equipment === changed.equipment ? changed : item))
    try {
      queries.setQueryData(loadStepsKey, await call('PUT /v1/equipment/load-steps', { body: { items: next } }))
      await fetchLoads()
      setAsked(undefined)
      toast({ text: words.saved })
    } catch (error) {
      toast({ text: faultText(error) })
    }
  }

  return (
    <Card title={words.gym}>
      <p className="mb-2 text-note text-soft">{words.gymText}</p>
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <li key={item.equipment}>
            <button
              type="button"
              onClick={() => setAsked(item)}
              className="flex min-h-12 w-full items-center justify-between gap-3 text-left active:bg-raised"
            >
              <span>{words.equipment[item.equipment]}</span>
              <span className="text-soft">
                <Load kg={item.minKg} /> + <Load kg={item.stepKg} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Sheet
        title={asked === undefined ? '' : words.equipment[asked.equipment]}
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
      >
        {asked !== undefined && <StepsForm key={asked.equipment} steps={asked} onKeep={(changed) => void keep(changed)} />}
      </Sheet>
    </Card>
  )
}

/** Loads of this equipment are read in its own unit, whatever the lifter's: a gym may have both. */
function StepsForm({ steps, onKeep }: { readonly steps: LoadSteps; readonly onKeep: (changed: LoadSteps) => void }) {
  const [lightest, setLightest] = useState(loadInput(steps.minKg, steps.unit))
  const [step, setStep] = useState(loadInput(steps.stepKg, steps.unit))
  const min = parseLoad(lightest, steps.unit)
  const size = parseLoad(step, steps.unit)
  const isGood = min !== undefined && size !== undefined && size >= 0.1
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isGood) onKeep({ ...steps, minKg: kg(min), stepKg: kg(size) })
      }}
    >
      <Field
        label={`${words.lightest} (${steps.unit})`}
        inputMode="decimal"
        value={lightest}
        fault={min === undefined ? words.notNumber : undefined}
        onChange={(event) => setLightest(event.target.value)}
      />
      <Field
        label={`${words.step} (${steps.unit})`}
        inputMode="decimal"
        value={step}
        fault={size === undefined || size < 0.1 ? words.notNumber : undefined}
        onChange={(event) => setStep(event.target.value)}
      />
      <Button type="submit" look="primary" big disabled={!isGood}>
        {words.save}
      </Button>
    </form>
  )
}
