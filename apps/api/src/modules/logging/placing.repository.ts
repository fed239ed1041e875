import { DAY_MS, dateOf, type Instant, type WorkoutId } from '@gymgenius/domain'
import { type RawBuilder, sql } from 'kysely'
import { SILENCE_MS } from './closing.ts'

/** Where a new set goes, and when it counts as done: its own time, or its arrival where that is not believable. */
export interface Place {
  /** named: into this open workout · given: into this workout, whatever its state · nearby: the workout going on at `at` */
  readonly where: { readonly named: WorkoutId } | { readonly given: WorkoutId } | 'nearby'
  readonly at: Instant
}

/** Which workouts take a set. Relies on `workout_recent`: no workout that is still going started more than a day before. */
export function takes({ where, at }: Place, now: Instant): RawBuilder<boolean> {
  const silentSince = sql`coalesce(w.last_set_at, least(w.started_at, w.created_at))`
  if (where === 'nearby') {
    const [dayBefore, before, after] = [
      dateOf((at - DAY_MS) as Instant),
      dateOf((at - SILENCE_MS) as Instant),
      dateOf((at + SILENCE_MS) as Instant),
    ]
    return sql<boolean>`w.deleted_at is null and w.started_at between ${dayBefore} and ${after} and (
      (w.ended_at is null and ${silentSince} > ${before}) or (w.ended_by = 'silence' and w.ended_at > ${before}))`
  }
  if ('given' in where) return sql<boolean>`w.id = ${where.given}::uuid`
  return sql<boolean>`w.id = ${where.named}::uuid and w.deleted_at is null and w.ended_at is null
    and ${silentSince} > ${dateOf((now - SILENCE_MS) as Instant)}`
}

/**
 * What a set done at `at` does to its workout. A start that nobody said, and an end that silence guessed, are
 * corrected by it; an end that is corrected to less than half an hour ago was none.
 */
export function alongWith(at: Instant, now: Instant): RawBuilder<unknown> {
  const goesOn = sql<boolean>`w.ended_by = 'silence' and ${at > now - SILENCE_MS}::boolean and not exists (
    select from workout o where o.athlete_id = w.athlete_id and o.id <> w.id and o.ended_at is null and o.deleted_at is null)`
  return sql`
    last_set_at = greatest(w.last_set_at, ${dateOf(at)}),
    started_at = case when jsonb_exists(w.field_clocks, 'startedAt') then w.started_at else least(w.started_at, ${dateOf(at)}) end,
    ended_at = case when ${goesOn} then null when w.ended_by = 'silence' then greatest(w.ended_at, ${dateOf(at)}) else w.ended_at end,
    ended_by = case when ${goesOn} then null else w.ended_by end`
}
