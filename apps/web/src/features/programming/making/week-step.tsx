import { toggled } from '../../../lib/toggled.ts'
import { Card } from '../../../ui/card.tsx'
import { Choice } from '../../../ui/field.tsx'
import { Chips } from '../chips.tsx'
import { words as programWords } from '../words.ts'
import { Fault, numbers, type StepProps } from './step.tsx'
import { weekdayNames } from './weekdays.ts'
import { makingWords as words } from './words.ts'

/** How many days, which ones, how long, for how many weeks. */
export function WeekStep({ answers: { daysPerWeek, weekdays, minutes, weeks }, draft: { faults = {} }, hindrances, change }: StepProps) {
  return (
    <>
      <Card>
        <Choice
          label={programWords.days}
          value={daysPerWeek}
          options={numbers(1, 2, 3, 4, 5, 6, 7, daysPerWeek)}
          onChange={(days) => change({ daysPerWeek: days, ...(weekdays.length > 0 && weekdays.length < days && { weekdays: [] }) })}
        />
        <Fault>{faults.daysPerWeek}</Fault>
        <div className="mt-4">
          <Chips
            label={words.weekdays}
            hint={words.weekdaysHint}
            fault={faults.weekdays ?? (hindrances.includes('few_weekdays') ? words.hindrances.few_weekdays : undefined)}
            options={weekdayNames().map(({ short, long }, value) => ({ value, text: short, title: long }))}
            chosen={weekdays}
            onToggle={(day) => change({ weekdays: [...toggled(weekdays, day)].sort((a, b) => a - b) })}
          />
        </div>
      </Card>
      <Card>
        <Choice
          label={programWords.minutes}
          value={minutes}
          options={numbers(20, 30, 45, 60, 75, 90, 120, minutes)}
          onChange={(minutes) => change({ minutes })}
        />
        <p className="mt-1 text-note text-soft">{words.minutesHint}</p>
        <Fault>{faults.minutes}</Fault>
      </Card>
      <Card>
        <Choice
          label={programWords.length}
          value={weeks}
          options={numbers(4, 6, 8, 10, 12, 16, weeks)}
          onChange={(weeks) => change({ weeks })}
        />
        <p className="mt-1 text-note text-soft">{words.weeksHint}</p>
        <Fault>{faults.weeks}</Fault>
      </Card>
    </>
  )
}
