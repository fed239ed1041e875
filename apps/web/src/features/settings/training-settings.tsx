import { kg, type Kilograms } from '@gymgenius/domain'
import { useState } from 'react'
import { faultText } from '../../lib/api.ts'
import { useChangeSettings, useSettings, type Settings } from '../../lib/settings.ts'
import { Card } from '../../ui/card.tsx'
import { Choice, Field, Switch } from '../../ui/field.tsx'
import { loadInput, parseLoad } from '../../ui/load.tsx'
import { useToast } from '../../ui/toast.tsx'
import { words } from './words.ts'

const GOALS = [0, 0.25, 0.5, 0.75, 1]

/** Every change is kept at once; there is no save button to forget. */
export function TrainingSettings() {
  const settings = useSettings()
  const change = useChangeSettings()
  const toast = useToast()
  const keep = async (part: Partial<Settings>) => {
    try {
      await change(part)
    } catch (error) {
      toast({ text: faultText(error) })
    }
  }

  return (
    <Card title={words.training}>
      <div className="flex flex-col gap-5">
        <Choice
          label={words.unit}
          value={settings.unit}
          options={[
            { value: 'kg', text: 'kg' },
            { value: 'lb', text: 'lb' },
          ]}
          onChange={(unit) => void keep({ unit })}
        />
        <div>
          <Choice
            label={words.effort}
            value={settings.effortScale}
            options={[
              { value: 'rir', text: 'RIR' },
              { value: 'rpe', text: 'RPE' },
            ]}
            onChange={(effortScale) => void keep({ effortScale })}
          />
          <p className="mt-1 text-note text-soft">{words.effortHint}</p>
        </div>
        <div>
          <Choice
            label={words.goal}
            value={nearestGoal(settings.goalStrength)}
            options={GOALS.map((value) => ({ value, text: words.goals[value] ?? '' }))}
            onChange={(goalStrength) => void keep({ goalStrength })}
          />
          <p className="mt-1 text-note text-soft">{words.goalHint}</p>
        </div>
        <BodyMass
          key={settings.unit}
          unit={settings.unit}
          bodyMass={settings.bodyMassKg}
          onChange={(bodyMassKg) => void keep({ bodyMassKg })}
        />
        <Switch label={words.novice} hint={words.noviceHint} checked={settings.isNovice} onChange={(isNovice) => void keep({ isNovice })} />
      </div>
    </Card>
  )
}

function BodyMass({
  unit,
  bodyMass,
  onChange,
}: {
  readonly unit: Settings['unit']
  readonly bodyMass: Kilograms | undefined
  readonly onChange: (bodyMass: Kilograms) => void
}) {
  const [text, setText] = useState(bodyMass === undefined ? '' : loadInput(bodyMass, unit))
  const load = parseLoad(text, unit)
  const keep = () => {
    if (load !== undefined && load > 0 && load !== bodyMass) onChange(kg(Math.round(load * 100) / 100))
  }
  return (
    <Field
      label={`${words.bodyMass} (${unit})`}
      hint={words.bodyMassHint}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      fault={text !== '' && load === undefined ? words.notNumber : undefined}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
    />
  )
}

const nearestGoal = (value: number) => GOALS.reduce((best, goal) => (Math.abs(goal - value) < Math.abs(best - value) ? goal : best))
