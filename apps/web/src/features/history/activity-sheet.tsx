import { type ActivityMetric, type Instant, isoOf, knownActivities, seconds } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { timeNow } from '../../lib/clock.ts'
import { instantOfLocalInput, localInput } from '../../lib/dates.ts'
import { write } from '../../lib/logbook.ts'
import type { EntryOf } from '../../lib/view/body-masses.ts'
import { deleteFromDiary, diaryQuery, noteInDiary } from '../../lib/view/diary.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, Field, Switch } from '../../ui/field.tsx'
import { inputNumber, parseNumber } from '../../ui/numbers.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { freeName, isKnownActivity, metricsOf } from './activity-names.ts'
import { words } from './activity-words.ts'
import { OwnActivities } from './own-activities.tsx'

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
  const [keeps, setKeeps] = useState(false)
  const [seesOwn, setSeesOwn] = useState(false)
  const own = useQuery(diaryQuery('activity')).data ?? []
  // One that was made up and is corrected here is said by its name, until the list of them has come.
  const chosen = said.kind === 'other' && own.some(({ name }) => name === said.name) ? said.name : said.kind
  const asked = metricsOf(chosen, own)
  const asks = (metric: ActivityMetric) => asked.includes(metric)
  const fields = fieldsOf({ ...said, kind: chosen }, asks)
  const isNew = chosen === 'other' && freeName(said.name, { id: '' as never }, own) !== undefined

  const save = async () => {
    if (fields === undefined) return
    if (isNew && keeps) await noteInDiary({ kind: 'activity', name: said.name.trim(), metrics: told(fields) })
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
          value={chosen}
          options={[
            ...own.flatMap(({ name }) => (isKnownActivity(name) ? [] : [{ value: name, text: name }])),
            ...knownActivities.map((value) => ({ value: value as string, text: words.names[value] })),
          ]}
          onChange={(kind) => say({ kind, name: '' })}
        />
        {own.length > 0 && (
          <Button look="quiet" onClick={() => setSeesOwn(true)}>
            {words.yours}
          </Button>
        )}
        {chosen === 'other' && (
          <Field label={words.name} value={said.name} maxLength={60} onChange={(event) => say({ name: event.target.value })} />
        )}
        {isNew && <Switch label={words.offerAgain} checked={keeps} onChange={setKeeps} />}
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
      {seesOwn && <OwnActivities onClose={() => setSeesOwn(false)} />}
    </Sheet>
  )
}

/** Of what was told this time it will be asked next time; of nothing told, the time. */
function told(fields: { readonly durationSeconds?: unknown; readonly distanceMeters?: unknown; readonly effort?: unknown }) {
  const metrics = (['durationSeconds', 'distanceMeters', 'effort'] as const).filter((metric) => fields[metric] !== undefined)
  return metrics.length > 0 ? metrics : (['durationSeconds'] as const).slice()
}

interface Said {
  /** A known one's key, or the name of one's own. */
  readonly kind: string
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
  const isKnown = isKnownActivity(activity)
  return {
    kind: isKnown ? activity : 'other',
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
