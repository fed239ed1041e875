import type { Workout } from '@gymgenius/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '../../lib/router.tsx'
import { Footprints, History, Plus } from 'lucide-react'
import { useState } from 'react'
import { dayText, lengthText, monthText } from '../../lib/dates.ts'
import { useLogbookStatus } from '../../lib/logbook.ts'
import { MoreComing } from '../../lib/more-coming.tsx'
import { NothingLogged } from '../../lib/nothing-logged.tsx'
import { useNow } from '../../lib/now.ts'
import { useNameOf } from '../../lib/use-name-of.ts'
import { useRowsDrawn } from '../../lib/rows-drawn.ts'
import type { EntryOf } from '../../lib/view/body-masses.ts'
import { diaryQuery } from '../../lib/view/diary.ts'
import { useShownWorkout, useShownWorkouts } from '../../lib/view/shown.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Load } from '../../ui/load.tsx'
import { Page } from '../../ui/page.tsx'
import { ActivityRow } from './activity-row.tsx'
import { ActivitySheet } from './activity-sheet.tsx'
import { words as activityWords } from './activity-words.ts'
import { BackfillSheet } from './backfill-sheet.tsx'
import { summaryOf } from './summary.ts'
import { words } from './words.ts'

const PAGE = 60
const FRESH_MS = 2 * 86_400_000

/** Every workout on this phone, newest first. Read from the phone's own copy, so it needs no network. */
export function HistoryScreen() {
  const workouts = useShownWorkouts()
  const now = useNow()
  const { isComplete } = useLogbookStatus()
  const [shown, setShown] = useState(PAGE)
  const [isBackfilling, setBackfilling] = useState(false)
  const [isMoving, setMoving] = useState(false)
  const activities = useQuery(diaryQuery('custom')).data ?? []
  const all = inOrder(workouts ?? [], activities)
  const nameOf = useNameOf()
  const drawn = useRowsDrawn(shown)

  return (
    <Page
      title={words.title}
      aside={
        <span className="flex">
          <IconButton label={activityWords.log} onClick={() => setMoving(true)}>
            <Footprints aria-hidden size={22} />
          </IconButton>
          <IconButton label={words.backfill} onClick={() => setBackfilling(true)}>
            <Plus aria-hidden size={24} />
          </IconButton>
        </span>
      }
    >
      <MoreComing />
      {workouts !== undefined && all.length === 0 && isComplete && (
        <NothingLogged picture={<History aria-hidden size={40} />} title={words.empty}>
          {words.emptyText}
        </NothingLogged>
      )}
      {byMonth(all.slice(0, drawn)).map(([month, inMonth]) => (
        <Card key={month} title={month}>
          <ul className="divide-y divide-line">
            {inMonth.map((done) =>
              'activity' in done ? (
                <ActivityRow key={done.id} entry={done} now={now} />
              ) : (
                <WorkoutRow key={done.id} workout={done} name={nameOf(done)} now={now} />
              ),
            )}
          </ul>
        </Card>
      ))}
      {all.length > shown && <Button onClick={() => setShown(shown + PAGE)}>{words.more}</Button>}
      {isMoving && <ActivitySheet onClose={() => setMoving(false)} />}
      <BackfillSheet open={isBackfilling} onClose={() => setBackfilling(false)} />
    </Page>
  )
}

interface RowProps {
  readonly workout: Workout
  readonly name: string
  readonly now: number
}

/** The server's count of a workout that is still being written here is behind; of an old one it saves reading the sets. */
const WorkoutRow = (row: RowProps) =>
  row.workout.setCount === 0 || row.now - Date.parse(row.workout.startedAt) < FRESH_MS ? <FreshRow {...row} /> : <Row {...row} />

function FreshRow(row: RowProps) {
  const local = useShownWorkout(row.workout.id)
  return <Row {...row} counted={local ? summaryOf(local.sets) : undefined} />
}

function Row({
  workout,
  name,
  now,
  counted: { setCount, tonnage } = { setCount: workout.setCount, tonnage: workout.tonnageKg },
}: RowProps & { readonly counted?: { readonly setCount: number; readonly tonnage: number } | undefined }) {
  const started = Date.parse(workout.startedAt)
  return (
    <li>
      <Link
        to="/history/$workoutId"
        params={{ workoutId: workout.id }}
        className="flex min-h-16 items-center justify-between gap-3 py-2 active:bg-raised"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{name}</span>
          <span className="block text-note text-soft">
            {dayText(started, now)}
            {workout.endedAt === undefined ? ` · ${words.inProgress}` : ` · ${lengthText(Date.parse(workout.endedAt) - started)}`}
          </span>
        </span>
        <span className="shrink-0 text-right text-note">
          <span className="block tabular">{words.sets(setCount)}</span>
          {tonnage > 0 && (
            <span className="block text-soft">
              <Load kg={tonnage} whole />
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}

type Done = Workout | EntryOf<'custom'>

const timeOf = (done: Done) => Date.parse('activity' in done ? done.at : done.startedAt)

/** Workouts and activities in one list, newest first. */
const inOrder = (workouts: readonly Workout[], activities: readonly EntryOf<'custom'>[]): readonly Done[] =>
  activities.length === 0 ? workouts : [...workouts, ...activities].sort((a, b) => timeOf(b) - timeOf(a))

function byMonth(all: readonly Done[]): [string, Done[]][] {
  const months = new Map<string, Done[]>()
  for (const done of all) {
    const month = monthText(timeOf(done))
    months.set(month, [...(months.get(month) ?? []), done])
  }
  return [...months]
}
