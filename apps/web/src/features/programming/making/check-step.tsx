import type { TrainingGoal } from '@gymgenius/domain'
import { Pencil } from 'lucide-react'
import { dateText } from '../../../lib/dates.ts'
import { Link } from '../../../lib/router.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field, Switch } from '../../../ui/field.tsx'
import { jointNames, muscleGroupNames } from '../../../ui/movement-words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { experienceNames, goalNames, splitNames, words as programWords } from '../words.ts'
import type { Answers, Known } from './answers.ts'
import type { Answer } from './draft.ts'
import type { StepProps } from './step.tsx'
import { type Step, stepOf } from './steps.ts'
import { weekdayNames } from './weekdays.ts'
import { makingWords as words } from './words.ts'

/** Everything that the program is made from, each a tap away from being said anew. */
export function CheckStep({ answers, draft, known, hindrances, change }: StepProps) {
  const { faults = {} } = draft
  const atStep = (step: Step) =>
    (Object.entries(faults) as [Answer, string][]).flatMap(([answer, text]) => (stepOf[answer] === step ? [text] : []))
  return (
    <>
      {Object.keys(faults).length > 0 && <Notice tone="danger">{words.refused}</Notice>}
      {hindrances.map((hindrance) => (
        <Notice key={hindrance} tone="caution">
          {words.hindrances[hindrance]}
        </Notice>
      ))}
      <Card>
        <ul className="divide-y divide-line">
          {rowsOf(answers, known).map(({ row, step, text }, place, rows) => (
            <li key={row} className="flex items-center gap-2 py-1">
              <div className="min-w-0 flex-1 py-1">
                <span className="block text-note text-soft">{words.rows[row]}</span>
                <span className="block break-words">{text}</span>
                {rows.findIndex((other) => other.step === step) === place &&
                  atStep(step).map((fault) => (
                    <span key={fault} className="block text-note text-danger">
                      {fault}
                    </span>
                  ))}
              </div>
              <Link
                {...placeOf(step)}
                aria-label={words.change(words.rows[row]!)}
                title={words.change(words.rows[row]!)}
                className="inline-flex size-11 shrink-0 items-center justify-center rounded-chip text-soft active:bg-raised"
              >
                <Pencil aria-hidden size={18} />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <Field
          label={words.name}
          hint={words.nameHint}
          maxLength={100}
          autoComplete="off"
          value={answers.name ?? ''}
          fault={faults.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <div className="mt-3">
          <Switch
            label={words.remembers}
            hint={words.remembersHint}
            checked={answers.remembers}
            onChange={(remembers) => change({ remembers })}
          />
        </div>
      </Card>
    </>
  )
}

/** The address of a step. */
export const placeOf = (step: Step) => ({ to: '/programs/new/$step', params: { step } }) as const

interface Row {
  readonly row: string
  readonly step: Step
  readonly text: string
}

const list = (texts: readonly string[]) => (texts.length === 0 ? words.nothing : texts.join(', '))

function rowsOf(answers: Answers, { gyms }: Known): readonly Row[] {
  const { purse, weekdays, place, injuries, never, activities, specialise, split, peakOn } = answers
  const days = weekdays.length === 0 ? '' : ` (${weekdays.map((day) => weekdayNames()[day]!.short).join(', ')})`
  return [
    {
      row: 'purse',
      step: 'goals',
      text: list((Object.entries(purse) as [TrainingGoal, number][]).map(([goal, dollars]) => words.dollarsFor(goalNames[goal], dollars))),
    },
    { row: 'week', step: 'week', text: words.daysAndMinutes(answers.daysPerWeek, answers.minutes) + days },
    { row: 'length', step: 'week', text: programWords.weeks(answers.weeks) },
    {
      row: 'place',
      step: 'place',
      text: gyms.find(({ id }) => id === place)?.name ?? words.places[place as keyof typeof words.places] ?? '',
    },
    { row: 'experience', step: 'you', text: experienceNames[answers.experience] },
    {
      row: 'injuries',
      step: 'you',
      text: list(injuries.map(({ joint, severity }) => `${jointNames[joint]} (${words.severities[severity]})`)),
    },
    { row: 'never', step: 'you', text: never.length === 0 ? words.nothing : words.movements(never.length) },
    { row: 'split', step: 'more', text: split === 'auto' ? words.splitAuto : splitNames[split] },
    ...(activities.length > 0 ? [{ row: 'activities', step: 'more', text: list(activities.map(({ name }) => name)) } as const] : []),
    ...(specialise.length > 0
      ? [{ row: 'specialise', step: 'more', text: list(specialise.map((one) => muscleGroupNames[one])) } as const]
      : []),
    ...(peakOn === undefined ? [] : [{ row: 'peak', step: 'more', text: dateText(Date.parse(`${peakOn}T12:00`)) } as const]),
  ]
}
