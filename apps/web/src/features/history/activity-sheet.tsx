import { activities, type ActivityMetric, type Instant, isoOf, knownActivities, type KnownActivity, seconds } from '@gymgenius/domain'
import { useState } from 'react'
import { timeNow } from '../../lib/clock.ts'
import { instantOfLocalInput, localInput } from '../../lib/dates.ts'
import { write } from '../../lib/logbook.ts'
import type { EntryOf } from '../../lib/view/body-masses.ts'
import { deleteFromDiary, noteInDiary } from '../../lib/view/diary.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, Field } from '../../ui/field.tsx'
import { inputNumber, parseNumber } from '../../ui/numbers.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { words } from './activity-words.ts'

const EFFORTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
const DAY_MINUTES = 1440
const MOST_KM = 1000

interface Props {
  /** One said before, to correct. */
  readonly entry?: EntryOf<'custom'>
  readonly onClose: () => void
}

/** What was done beside lifting. Only what is usual for it is asked. */
export function ActivitySheet({ entry, onClose }: Props) {
  const toast = useToast()
  const [said, setSaid] = useState(() => wordsOf(entry))
  const say = (part: Partial<Said>) => setSaid({ ...said, ...part })
  const asks = (metric: ActivityMetric) => (activities[said.kind] as readonly ActivityMetric[]).includes(metric)
  const fields = fieldsOf(said, asks)

  const save = async () => {
    if (fields === undefined) return
    if (entry === undefined) await noteInDiary({ kind: 'custom', ...fields })
    else await write([{ entity: 'diary', entityId: entry.id, kind: 'patch', fields }])
    onClose()
  }
  const guarded = (act: () => Promise<unknown>) => void act().catch(() => toast({ text: words.notSaved }))

  return (
    <Sheet title={words.title} open onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          guarded(save)
        }}
      >
        <Choice
          label={words.what}
          value={said.kind}
          options={knownActivities.map((value) => ({ value, text: words.names[value] }))}
          onChange={(kind) => say({ kind })}
        />
        {said.kind === 'other' && (
          <Field label={words.name} value={said.name} maxLength={60} onChange={(event) => say({ name: event.target.value })} />
        )}
        <Field label={words.when} type="datetime-local" value={said.when} onChange={(event) => say({ when: event.target.value })} />
        <div className="flex gap-3">
          {asks('durationSeconds') && (
            <Amount label={words.minutes} text={said.minutes} most={DAY_MINUTES} onText={(minutes) => say({ minutes })} />
          )}
          {asks('distanceMeters') && (
            <Amount label={words.kilometres} text={said.distance} most={MOST_KM} onText={(distance) => say({ distance })} />
          )}
        </div>
        {asks('effort') && (
          <Choice
            label={words.effort}
            value={said.effort}
            options={EFFORTS.map((value) => ({ value, text: String(value) }))}
            onChange={(effort) => say({ effort })}
          />
        )}
        <Field label={words.note} value={said.note} maxLength={2000} onChange={(event) => say({ note: event.target.value })} />
        <Button type="submit" look="primary" big disabled={fields === undefined}>
          {words.save}
        </Button>
        {entry !== undefined && (
          <Button look="danger" onClick={() => guarded(() => deleteFromDiary(entry.id).then(onClose))}>
            {words.remove}
          </Button>
        )}
      </form>
    </Sheet>
  )
}

interface Said {
  readonly kind: KnownActivity
  readonly name: string
  readonly when: string
  readonly minutes: string
  readonly distance: string
  readonly effort: number | undefined
  readonly note: string
}

function wordsOf(entry: EntryOf<'custom'> | undefined): Said {
  if (entry === undefined)
    return { kind: 'run', name: '', when: localInput(timeNow()), minutes: '', distance: '', effort: undefined, note: '' }
  const { activity, at, durationSeconds, distanceMeters, effort, note = '' } = entry
  const isKnown = activity in activities
  return {
    kind: isKnown ? (activity as KnownActivity) : 'other',
    name: isKnown ? '' : activity,
    when: localInput(Date.parse(at)),
    minutes: durationSeconds === undefined ? '' : inputNumber(durationSeconds / 60, 1),
    distance: distanceMeters === undefined ? '' : inputNumber(distanceMeters / 1000, 2),
    effort,
    note,
  }
}

/** Undefined while something said is no such number. */
function fieldsOf({ kind, name, when, minutes, distance, effort, note }: Said, asks: (metric: ActivityMetric) => boolean) {
  const [length, km] = [numberIn(minutes, DAY_MINUTES), numberIn(distance, MOST_KM)]
  const at = instantOfLocalInput(when)
  if (length === undefined || km === undefined || Number.isNaN(at)) return undefined
  return {
    activity: kind === 'other' && name.trim() !== '' ? name.trim() : kind,
    at: isoOf(at as Instant),
    ...(asks('durationSeconds') && length !== null && { durationSeconds: seconds(Math.round(length * 60)) }),
    ...(asks('distanceMeters') && km !== null && { distanceMeters: Math.round(km * 1000) }),
    ...(asks('effort') && effort !== undefined && { effort }),
    ...(note.trim() !== '' && { note: note.trim() }),
  }
}

interface AmountProps {
  readonly label: string
  readonly text: string
  readonly most: number
  readonly onText: (text: string) => void
}

const Amount = ({ label, text, most, onText }: AmountProps) => (
  <Field
    className="min-w-0 flex-1"
    label={label}
    inputMode="decimal"
    autoComplete="off"
    value={text}
    fault={numberIn(text, most) === undefined ? words.notNumber : undefined}
    onChange={(event) => onText(event.target.value)}
  />
)

/** Null where nothing was said, undefined where it is no such number. */
function numberIn(text: string, most: number): number | null | undefined {
  if (text.trim() === '') return null
  const value = parseNumber(text)
  return value !== undefined && value >= 0 && value <= most ? value : undefined
}
