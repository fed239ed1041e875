import { type TrainingGoal, trainingGoals } from '@gymgenius/domain'
import { Minus, Plus } from 'lucide-react'
import { IconButton } from '../../ui/button.tsx'
import { goalNames, words } from './words.ts'

/** Dollars by goal; what is not there has none. */
export type Purse = Partial<Readonly<Record<TrainingGoal, number>>>

export const PURSE = 10
const MOST_GOALS = 3

export const spent = (purse: Purse): number => Object.values(purse).reduce((sum, dollars) => sum + dollars, 0)

/** A step up or down of one goal; nothing changes where the purse is empty, or a fourth goal would begin. */
export function paid(purse: Purse, goal: TrainingGoal, by: 1 | -1): Purse {
  const now = purse[goal] ?? 0
  if (!mayPay(purse, goal, by)) return purse
  const { [goal]: _, ...others } = purse
  return now + by === 0 ? others : { ...others, [goal]: now + by }
}

export function mayPay(purse: Purse, goal: TrainingGoal, by: 1 | -1): boolean {
  const now = purse[goal] ?? 0
  if (by < 0) return now > 0
  return spent(purse) < PURSE && (now > 0 || Object.keys(purse).length < MOST_GOALS)
}

/** Ten dollars on up to three goals. */
export function GoalPurse({ purse, onChange }: { readonly purse: Purse; readonly onChange: (purse: Purse) => void }) {
  return (
    <fieldset>
      <legend className="mb-1 text-note font-medium">{words.goals}</legend>
      <p className="text-note text-soft">
        {words.goalsHint} <span aria-live="polite">{words.left(PURSE - spent(purse))}</span>
      </p>
      <ul className="divide-y divide-line">
        {trainingGoals.map((goal) => (
          <li key={goal} className="flex min-h-12 flex-wrap items-center justify-end gap-x-2">
            <span className="grow">{goalNames[goal]}</span>
            <IconButton
              label={words.less(goalNames[goal])}
              disabled={!mayPay(purse, goal, -1)}
              onClick={() => onChange(paid(purse, goal, -1))}
            >
              <Minus aria-hidden size={20} />
            </IconButton>
            <output className="w-9 text-center font-semibold tabular">{words.dollars(purse[goal] ?? 0)}</output>
            <IconButton
              label={words.more(goalNames[goal])}
              disabled={!mayPay(purse, goal, 1)}
              onClick={() => onChange(paid(purse, goal, 1))}
            >
              <Plus aria-hidden size={20} />
            </IconButton>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
