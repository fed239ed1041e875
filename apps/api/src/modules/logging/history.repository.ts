import type { SnapshotSet } from '@gymgenius/engine'
import { type AthleteId, dateOf, evidenceOf, type Instant, instant, type Kilograms, type MovementId } from '@gymgenius/domain'
import type { Reps, Rir, SetKind, WorkoutId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

/** How often, and when last, a movement was trained. */
export interface TrainedMovement {
  readonly movementId: MovementId
  readonly sets: number
  readonly lastPerformedAt: Instant
}

/** The newest sets of a movement, newest first. Sets whose time is not believable wait for the lifter. Relies on `performed_set_recent`. */
export async function newestSets(db: Db, athleteId: AthleteId, movementId: MovementId, limit?: number): Promise<SnapshotSet[]> {
  let query = db
    .selectFrom('performed_set')
    .select(['workout_id', 'performed_at', 'kind', 'load_kg', 'reps', 'rir', 'to_failure'])
    .where('athlete_id', '=', athleteId)
    .where('movement_id', '=', movementId)
    .where('deleted_at', 'is', null)
    .where('needs_confirmation', '=', false)
    .orderBy('performed_at', 'desc')
    .orderBy('position', 'desc')
  if (limit !== undefined) query = query.limit(limit)
  const rows = await query.execute()
  return rows.map((row) => ({
    workoutId: row.workout_id as WorkoutId,
    at: instant(row.performed_at),
    kind: evidenceOf(row.kind as SetKind),
    load: row.load_kg as Kilograms | null,
    reps: row.reps as Reps | null,
    rir: row.rir as Rir | null,
    toFailure: row.to_failure,
  }))
}

/** The movements with a set since then, most recent first. */
export async function movementsSince(db: Db, athleteId: AthleteId, since: Instant): Promise<TrainedMovement[]> {
  const rows = await db
    .selectFrom('performed_set')
    .select((q) => ['movement_id', q.fn.countAll<number>().as('sets'), q.fn.max('performed_at').as('last_at')])
    .where('athlete_id', '=', athleteId)
    .where('deleted_at', 'is', null)
    .where('needs_confirmation', '=', false)
    .where('performed_at', '>=', dateOf(since))
    .groupBy('movement_id')
    .orderBy('last_at', 'desc')
    .execute()
  return rows.map((row) => ({ movementId: row.movement_id as MovementId, sets: Number(row.sets), lastPerformedAt: instant(row.last_at) }))
}

/** Every movement that a routine plans, in the order of the routines. */
export async function plannedMovements(db: Db, athleteId: AthleteId): Promise<MovementId[]> {
  const { rows } = await sql<{ movement_id: string }>`
    select item ->> 'movementId' as movement_id
    from routine r, lateral jsonb_array_elements(r.items) with ordinality as items(item, place)
    where r.athlete_id = ${athleteId}::uuid and r.deleted_at is null
    order by r.position, r.id, place`.execute(db)
  return [...new Set(rows.map((row) => row.movement_id as MovementId))]
}
