import { DAY_MS, dateOf, type Instant, type WorkoutId } from '@gymgenius/domain'
import { type RawBuilder, sql } from 'kysely'
import { SILENCE_MS } from './closing.ts'

/** Where a new set goes, and when it counts as done: its own time, or its arrival where that is not believable. */
export interface Place {
  /** The workout in progress of this id · this workout, whatever its state · whichever is in progress at that time. */
  readonly where: { readonly named: WorkoutId } | { readonly given: WorkoutId } | 'in progress'
  readonly at: Instant
}

/** Which workouts take a set. Relies on `workout_recent`: no workout that is still in progress started more than a day before. */
export function takes({ where, at }: Place, now: Instant): RawBuilder<boolean> {
  if (where !== 'in progress' && 'given' in where) return sql<boolean>`w.id = ${where.given}::uuid`
  const inProgress = sql<boolean>`w.deleted_at is null and w.ended_at is null and ${silentSince} >`
  if (where !== 'in progress') return sql<boolean>`w.id = ${where.named}::uuid and ${inProgress} ${before(now, SILENCE_MS)}`
  return sql<boolean>`w.started_at between ${before(at, DAY_MS)} and ${after(at)} and ${inProgress} ${before(at, SILENCE_MS)}`
}

/** Which workouts were going on at this time: also one that silence ended no more than half an hour before. */
export const goingOnAt = (at: Instant): RawBuilder<boolean> => sql<boolean>`
  w.deleted_at is null and w.started_at between ${before(at, DAY_MS)} and ${after(at)} and (
    (w.ended_at is null and ${silentSince} > ${before(at, SILENCE_MS)}) or (w.ended_by = 'silence' and w.ended_at > ${before(at, SILENCE_MS)}))`

const silentSince = sql`coalesce(w.last_set_at, least(w.started_at, w.created_at))`
const before = (at: Instant, ms: number) => dateOf((at - ms) as Instant)
const after = (at: Instant) => dateOf((at + SILENCE_MS) as Instant)

/** What a set done at `at` does to its workout. A start that nobody said is corrected by it. */
const started = (at: Instant) => sql`
  last_set_at = greatest(w.last_set_at, ${dateOf(at)}),
  started_at = case when jsonb_exists(w.field_clocks, 'startedAt') then w.started_at else least(w.started_at, ${dateOf(at)}) end`

/** So is an end that silence guessed; and where the new one lies less than half an hour ago, the workout goes on. */
function ended(at: Instant, now: Instant) {
  const goesOn = sql<boolean>`w.ended_by = 'silence' and ${at > now - SILENCE_MS}::boolean and not exists (
    select from workout o where o.athlete_id = w.athlete_id and o.id <> w.id and o.ended_at is null and o.deleted_at is null)`
  return sql`
    ended_at = case when ${goesOn} then null when w.ended_by = 'silence' then greatest(w.ended_at, ${dateOf(at)}) else w.ended_at end,
    ended_by = case when ${goesOn} then null else w.ended_by end`
}

/** How a workout moves along with a set. Only one that is given may have ended; planning that for every set would cost more than the set. */
export const alongWith = ({ where, at }: Place, now: Instant): RawBuilder<unknown> =>
  where !== 'in progress' && 'given' in where ? sql`${started(at)}, ${ended(at, now)}` : started(at)
