import { type AthleteId, dateOf, type Instant, instant, type MovementId, type WorkoutId } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

/** What one workout showed of one movement. */
export interface Sign {
  readonly workoutId: WorkoutId
  readonly movementId: MovementId
  readonly at: Instant
  readonly strength: number
  readonly variance: number
  readonly sets: number
  readonly missed: number
  readonly readiness: number | null
}

export async function saveSign(db: Db, athleteId: AthleteId, { workoutId, movementId, at, ...shown }: Sign): Promise<void> {
  const columns = { at: dateOf(at), ...shown }
  await db
    .insertInto('training_sign')
    .values({ workout_id: workoutId, movement_id: movementId, athlete_id: athleteId, ...columns })
    .onConflict((conflict) => conflict.columns(['workout_id', 'movement_id']).doUpdateSet(columns))
    .execute()
}

/** Oldest first. */
export async function signsSince(db: Db, athleteId: AthleteId, since: Instant): Promise<Sign[]> {
  const rows = await db
    .selectFrom('training_sign')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('at', '>=', dateOf(since))
    .orderBy('at')
    .orderBy('movement_id')
    .execute()
  return rows.map((row) => ({
    workoutId: row.workout_id as WorkoutId,
    movementId: row.movement_id as MovementId,
    at: instant(row.at),
    strength: row.strength,
    variance: row.variance,
    sets: row.sets,
    missed: row.missed,
    readiness: row.readiness,
  }))
}
