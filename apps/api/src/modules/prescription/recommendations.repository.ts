import { type AthleteId, dateOf, type Instant, type MovementId, type RecommendationId } from '@gymgenius/domain'
import type { Prescription, Target } from '@gymgenius/engine'
import type { Db } from '../../platform/database.ts'

/** A recommendation as it is kept: what was asked, what was known, what was answered, each as the JSON text it was. */
export interface KeptRecommendation {
  readonly id: RecommendationId
  readonly movementId: MovementId
  readonly madeAt: Instant
  readonly target: string
  readonly snapshot: string
  readonly prescription: string
  readonly engineVersion: string
}

export async function insertRecommendation(db: Db, athleteId: AthleteId, kept: KeptRecommendation): Promise<void> {
  const { id, movementId, madeAt, target, snapshot, prescription, engineVersion } = kept
  await db
    .insertInto('recommendation')
    .values({
      id,
      athlete_id: athleteId,
      movement_id: movementId,
      made_at: dateOf(madeAt),
      target,
      snapshot,
      prescription,
      engine_version: engineVersion,
    })
    .execute()
}

/** Any athlete's recommendation, for replaying it: the caller answers to row-level security, not to an owner. */
export async function recommendationById(db: Db, id: RecommendationId) {
  const row = await db
    .selectFrom('recommendation')
    .select(['target', 'snapshot', 'prescription', 'engine_version'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { target: row.target, snapshot: row.snapshot, prescription: row.prescription, engineVersion: row.engine_version }
}

/** A page of an athlete's recommendations, newest first, for their copy: those made before the one that ended the last page. */
export async function recommendationsOf(db: Db, athleteId: AthleteId, limit: number, before: { at: Date; id: string } | undefined) {
  const rows = await db
    .selectFrom('recommendation')
    .select(['id', 'movement_id', 'made_at', 'target', 'prescription', 'engine_version'])
    .where('athlete_id', '=', athleteId)
    .$if(before !== undefined, (query) =>
      query.where((where) => where(where.refTuple('made_at', 'id'), '<', where.tuple(before!.at, before!.id))),
    )
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    movementId: row.movement_id,
    madeAt: row.made_at.toISOString(),
    target: JSON.parse(row.target) as unknown,
    prescription: JSON.parse(row.prescription) as unknown,
    engineVersion: row.engine_version,
  }))
}

/** What a recommendation said, as far as its set can be held against it. */
export interface Advised {
  readonly id: RecommendationId
  /** Which set it was for: two that name the same place are answers to one question. */
  readonly place: string
  readonly loadKg: number
  readonly repLow: number
  readonly repHigh: number
  readonly rir: number
  readonly interval: { readonly low: number; readonly high: number; readonly probability: number }
}

/** The newest recommendations, newest first. Relies on `recommendation_recent`. */
export async function newestAdvice(db: Db, athleteId: AthleteId, movementId: MovementId | undefined, limit: number): Promise<Advised[]> {
  const rows = await db
    .selectFrom('recommendation')
    .select(['id', 'movement_id', 'made_at', 'target', 'prescription'])
    .where('athlete_id', '=', athleteId)
    .$if(movementId !== undefined, (query) => query.where('movement_id', '=', movementId!))
    .orderBy('made_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => {
    const { setNumber, workoutId } = JSON.parse(row.target) as Target
    const { load, repLow, repHigh, rir, interval } = JSON.parse(row.prescription) as Prescription
    const when = workoutId ?? row.made_at.toISOString().slice(0, 'yyyy-mm-dd'.length)
    return {
      id: row.id as RecommendationId,
      place: `${row.movement_id} ${when} ${setNumber}`,
      loadKg: load,
      repLow,
      repHigh,
      rir,
      interval,
    }
  })
}
