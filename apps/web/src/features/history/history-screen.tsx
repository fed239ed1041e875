import type { Workout } from '@gymgenius/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '../../lib/router.tsx'
import { History, Plus } from 'lucide-react'
import { useState } from 'react'
import { dayText, lengthText, monthText } from '../../lib/dates.ts'
import { useLogbookStatus } from '../../lib/logbook.ts'
import { MoreComing } from '../../lib/more-coming.tsx'
import { NothingLogged } from '../../lib/nothing-logged.tsx'
import { workoutQuery, workoutsQuery } from '../../lib/view/read.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Load } from '../../ui/load.tsx'
import { Page } from '../../ui/page.tsx'
import { BackfillSheet } from './backfill-sheet.tsx'
import { summaryOf } from './summary.ts'
import { words } from './words.ts'

const PAGE = 60
const FRESH_MS = 2 * 86_400_000

/** Every workout on this phone, newest first. Read from the phone's own copy, so it needs no network. */
export function HistoryScreen() {
  const workouts = useQuery(workoutsQuery())
  const { isComplete } = useLogbookStatus()
  const [shown, setShown] = useState(PAGE)
  const [isBackfilling, setBackfilling] = useState(false)
  const all = workouts.data ?? []

  return (
    <Page
      title={words.title}
      aside={
        <IconButton label={words.backfill} onClick={() => setBackfilling(true)}>
          <Plus aria-hidden size={24} />
        </IconButton>
      }
    >
      <MoreComing />
      {workouts.data?.length === 0 && isComplete && (
        <NothingLogged picture={<History aria-hidden size={40} />} title={words.empty}>
          {words.emptyText}
        </NothingLogged>
      )}
      {byMonth(all.slice(0, shown)).map(([month, inMonth]) => (
        <Card key={month} title={month}>
          <ul className="divide-y divide-line">
            {inMonth.map((workout) => (
              <WorkoutRow key={workout.id} workout={workout} now={workouts.dataUpdatedAt} />
            ))}
          </ul>
        </Card>
      ))}
      {all.length > shown && <Button onClick={() => setShown(shown + PAGE)}>{words.more}</Button>}
      <BackfillSheet open={isBackfilling} onClose={() => setBackfilling(false)} />
    </Page>
  )
}

function WorkoutRow({ workout, now }: { readonly workout: Workout; readonly now: number }) {
  // The server's count of a workout that is still being written here is behind; of an old one it saves reading the sets.
  const isFresh = workout.setCount === 0 || now - Date.parse(workout.startedAt) < FRESH_MS
  const local = useQuery({ ...workoutQuery(workout.id), enabled: isFresh }).data
  const { setCount, tonnage } =
    isFresh && local !== undefined && local !== null ? summaryOf(local.sets) : { setCount: workout.setCount, tonnage: workout.tonnageKg }
  const started = Date.parse(workout.startedAt)
  return (
    <li>
      <Link
        to="/history/$workoutId"
        params={{ workoutId: workout.id }}
        className="flex min-h-16 items-center justify-between gap-3 py-2 active:bg-raised"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{workout.name}</span>
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

function byMonth(workouts: readonly Workout[]): [string, Workout[]][] {
  const months = new Map<string, Workout[]>()
  for (const workout of workouts) {
    const month = monthText(Date.parse(workout.startedAt))
    months.set(month, [...(months.get(month) ?? []), workout])
  }
  return [...months]
}
