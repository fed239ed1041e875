import type { TrainingGoal } from '@gymgenius/domain'
import { settleGoals } from '@gymgenius/engine/goals'
import { TriangleAlert } from 'lucide-react'
import { Card } from '../../../ui/card.tsx'
import { Choice } from '../../../ui/field.tsx'
import { midSentence } from '../../../ui/locale.ts'
import { GoalPurse, type Purse } from '../goal-purse.tsx'
import { goalNames } from '../words.ts'
import { Fault, named, type StepProps } from './step.tsx'
import { makingWords as words } from './words.ts'

const purses: Readonly<Record<string, Purse>> = {
  both: { strength: 5, hypertrophy: 5 },
  strength: { strength: 7, hypertrophy: 3 },
  muscle: { hypertrophy: 7, strength: 3 },
  lean: { fat_loss: 5, hypertrophy: 3, endurance: 2 },
  fit: { endurance: 4, mobility: 3, hypertrophy: 3 },
  power: { explosiveness: 5, speed: 3, strength: 2 },
}

const isSame = (a: Purse, b: Purse) =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([goal, dollars]) => b[goal as TrainingGoal] === dollars)

/** What for: one tap, or ten dollars shared by hand. What stands in each other's way is told while they are shared. */
export function GoalsStep({ answers: { purse }, draft, hindrances, change }: StepProps) {
  const quick = Object.entries(purses).find(([, one]) => isSame(one, purse))?.[0]
  const goals = (Object.entries(purse) as [TrainingGoal, number][]).map(([goal, weight]) => ({ goal, weight }))
  const { notices, slider } = settleGoals(goals)
  return (
    <>
      <Card>
        <Choice label={words.quick} value={quick} options={named(words.purses)} onChange={(name) => change({ purse: purses[name]! })} />
      </Card>
      <Card title={words.orShare}>
        <GoalPurse purse={purse} onChange={(purse) => change({ purse })} />
        <Fault>{draft.faults?.purse ?? (hindrances.includes('dollars_left') ? words.hindrances.dollars_left : undefined)}</Fault>
        <ul aria-live="polite" className="mt-3 flex flex-col gap-1 text-note text-soft">
          {goals.length > 0 && <li>{words.slider(Math.round(slider * 100))}</li>}
          {notices.map(({ facts = {} }) => (
            <li key={`${facts['goal']} ${facts['other']}`} className="flex gap-2">
              <TriangleAlert aria-hidden size={18} className="mt-0.5 shrink-0 text-caution" />
              {words.conflict(goalName(facts['goal']), midSentence(goalName(facts['other'])), Number(facts['percent']))}
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}

const goalName = (goal: string | number | undefined) => goalNames[goal as TrainingGoal]
