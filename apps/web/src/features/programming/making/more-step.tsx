import { disciplines as allDisciplines, trackedMuscles } from '@gymgenius/domain'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { toggled } from '../../../lib/toggled.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Choice, Field, Switch } from '../../../ui/field.tsx'
import { disciplineNames, muscleGroupNames } from '../../../ui/movement-words.ts'
import { Chips } from '../chips.tsx'
import { splitNames } from '../words.ts'
import { ActivitySheet } from './activity-sheet.tsx'
import { Fault, named, type StepProps } from './step.tsx'
import { makingWords as words } from './words.ts'

const MOST_SPECIAL = 3
const likings = ([1, 3, 5] as const).map((value) => ({ value, text: words.likings[value] }))
/** Of those that a program is made for; the rest are said by goals. */
const asked = allDisciplines.filter((discipline) => discipline !== 'rehabilitation' && discipline !== 'mobility')

/** Nothing here has to be answered. */
export function MoreStep(props: StepProps) {
  const { answers, draft, change } = props
  const { faults = {} } = draft
  return (
    <>
      <Card>
        <Choice
          label={words.split}
          value={answers.split}
          options={[{ value: 'auto', text: words.splitAuto }, ...named(splitNames)]}
          onChange={(split) => change({ split })}
        />
        <p className="mt-1 text-note text-soft">{words.splitHint}</p>
        <Fault>{faults.split}</Fault>
      </Card>
      <Activities {...props} />
      <Peak {...props} />
      <Card>
        <Chips
          label={words.specialise}
          hint={words.specialiseHint}
          fault={faults.specialise}
          options={trackedMuscles.map((value) => ({ value, text: muscleGroupNames[value] }))}
          chosen={answers.specialise}
          most={MOST_SPECIAL}
          onToggle={(muscle) => change({ specialise: toggled(answers.specialise, muscle) })}
        />
        <div className="mt-4">
          <Switch
            label={words.finishers}
            hint={words.finishersHint}
            checked={answers.finishers}
            onChange={(finishers) => change({ finishers })}
          />
        </div>
      </Card>
      <Card>
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-medium">{words.disciplines}</summary>
          <p className="mb-3 text-note text-soft">{words.disciplinesHint}</p>
          <div className="flex flex-col gap-3">
            {asked.map((discipline) => (
              <Choice
                key={discipline}
                label={disciplineNames[discipline]}
                value={answers.disciplines[discipline] ?? 3}
                options={likings}
                onChange={(liking) => change({ disciplines: { ...answers.disciplines, [discipline]: liking } })}
              />
            ))}
          </div>
          <Fault>{faults.disciplines}</Fault>
        </details>
      </Card>
    </>
  )
}

function Activities({ answers: { activities }, draft, change }: StepProps) {
  const [isAdding, setAdding] = useState(false)
  return (
    <Card title={words.activities}>
      <p className="-mt-2 mb-2 text-note text-soft">{words.activitiesHint}</p>
      <ul className="mb-2 divide-y divide-line">
        {activities.map(({ name, timesPerWeek, minutes, effort = 2 }, place) => (
          <li key={`${name} ${place}`} className="flex min-h-12 items-center justify-between gap-2">
            <span>
              {name}
              <span className="block text-note text-soft tabular">{words.activityLine(timesPerWeek, minutes, words.efforts[effort])}</span>
            </span>
            <IconButton label={words.remove(name)} onClick={() => change({ activities: activities.filter((_, i) => i !== place) })}>
              <X aria-hidden size={20} />
            </IconButton>
          </li>
        ))}
      </ul>
      <Fault>{draft.faults?.activities}</Fault>
      <Button icon={<Plus aria-hidden size={20} />} onClick={() => setAdding(true)}>
        {words.addActivity}
      </Button>
      {isAdding && (
        <ActivitySheet
          onClose={() => setAdding(false)}
          onKeep={(activity) => {
            change({ activities: [...activities, activity] })
            setAdding(false)
          }}
        />
      )}
    </Card>
  )
}

function Peak({ answers: { peakOn }, draft, hindrances, change }: StepProps) {
  const hindrance = hindrances.find((one) => one === 'test_passed' || one === 'test_too_near')
  return (
    <Card>
      <Field
        type="date"
        label={words.peak}
        hint={words.peakHint}
        value={peakOn ?? ''}
        fault={draft.faults?.peakOn ?? (hindrance && words.hindrances[hindrance])}
        onChange={(event) => change({ peakOn: event.target.value })}
        {...(peakOn !== undefined && {
          action: (
            <IconButton label={words.noPeak} onClick={() => change({ peakOn: '' })}>
              <X aria-hidden size={20} />
            </IconButton>
          ),
        })}
      />
    </Card>
  )
}
