import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Choice, Field } from '../../../ui/field.tsx'
import { wholeIn } from '../../../ui/numbers.ts'
import { Sheet } from '../../../ui/sheet.tsx'
import type { Activity } from './draft.ts'
import { named, numbers } from './step.tsx'
import { makingWords as words } from './words.ts'

const OTHER = 'other'
const DAY_MINUTES = 1440
const efforts = ([1, 2, 3] as const).map((value) => ({ value, text: words.efforts[value] }))

/** What is done beside the gym, how often, how long and how hard. */
export function ActivitySheet({ onClose, onKeep }: { readonly onClose: () => void; readonly onKeep: (activity: Activity) => void }) {
  const [kind, setKind] = useState('running')
  const [called, setCalled] = useState('')
  const [timesPerWeek, setTimes] = useState(2)
  const [minutes, setMinutes] = useState('60')
  const [effort, setEffort] = useState<1 | 2 | 3>(2)
  const name = kind === OTHER ? called.trim() : words.activityNames[kind]!
  const length = wholeIn(minutes, DAY_MINUTES) ?? 0
  return (
    <Sheet title={words.addActivity} open onClose={onClose}>
      <div className="flex flex-col gap-4">
        <Choice
          label={words.activity}
          value={kind}
          options={[...named(words.activityNames), { value: OTHER, text: words.otherActivity }]}
          onChange={setKind}
        />
        {kind === OTHER && (
          <Field label={words.activityName} maxLength={60} value={called} onChange={(event) => setCalled(event.target.value)} />
        )}
        <Choice label={words.times} value={timesPerWeek} options={numbers(1, 2, 3, 4, 5, 6, 7)} onChange={setTimes} />
        <Field
          label={words.activityMinutes}
          inputMode="numeric"
          autoComplete="off"
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <Choice label={words.effort} value={effort} options={efforts} onChange={setEffort} />
        <Button
          look="primary"
          big
          disabled={name === '' || length < 1}
          onClick={() => onKeep({ name, timesPerWeek, minutes: length, effort })}
        >
          {words.keep}
        </Button>
      </div>
    </Sheet>
  )
}
