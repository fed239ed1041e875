import { ChevronRight } from 'lucide-react'
import { faultText } from '../../lib/api.ts'
import { Link } from '../../lib/router.tsx'
import { useChangeSettings, useSettings, type Settings } from '../../lib/settings.ts'
import { Card } from '../../ui/card.tsx'
import { Choice, Switch } from '../../ui/field.tsx'
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
        <Link to="/body-weight" className="flex min-h-12 items-center justify-between">
          <span>
            <span className="block">{words.bodyMass}</span>
            <span className="block text-note text-soft">{words.bodyMassHint}</span>
          </span>
          <ChevronRight aria-hidden size={20} className="shrink-0 text-soft" />
        </Link>
        <Switch label={words.novice} hint={words.noviceHint} checked={settings.isNovice} onChange={(isNovice) => void keep({ isNovice })} />
      </div>
    </Card>
  )
}

const nearestGoal = (value: number) => GOALS.reduce((best, goal) => (Math.abs(goal - value) < Math.abs(best - value) ? goal : best))
