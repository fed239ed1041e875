import type { AthleteId, Instant, MovementId } from '@gymgenius/domain'
import type { SnapshotSet } from '@gymgenius/engine'
import type { Ctx } from '../../platform/context.ts'
import { movementsSince, newestSets, plannedMovements, type TrainedMovement } from './history.repository.ts'

const NEWEST_SETS = 120
const WHOLE_WORKOUTS = 4
/** A workout with hundreds of sets of one movement is a stuck button or a load test; advice must stay quick through it. */
const MOST_SETS = 240

/**
 * What the engine looks at: the newest 120 sets of a movement and at least all of its last four workouts (240 sets at most), oldest first.
 * One indexed query, unless four workouts hold more than 120 sets of it.
 */
export async function recentSets(ctx: Ctx, athleteId: AthleteId, movementId: MovementId): Promise<SnapshotSet[]> {
  const newest = await newestSets(ctx.db, athleteId, movementId, NEWEST_SETS)
  const isEnough = newest.length < NEWEST_SETS || new Set(newest.map((set) => set.workoutId)).size > WHOLE_WORKOUTS
  return (isEnough ? newest : wholeWorkouts(await newestSets(ctx.db, athleteId, movementId, MOST_SETS))).toReversed()
}

function wholeWorkouts(newest: readonly SnapshotSet[]): SnapshotSet[] {
  const last = new Set([...new Set(newest.map((set) => set.workoutId))].slice(0, WHOLE_WORKOUTS))
  return newest.filter((set) => last.has(set.workoutId))
}

/** Every set of a movement, oldest first: for a chart of its whole history. */
export async function setsOf(ctx: Ctx, athleteId: AthleteId, movementId: MovementId): Promise<SnapshotSet[]> {
  return (await newestSets(ctx.db, athleteId, movementId)).toReversed()
}

/** The movements trained since then, most recent first. */
export const trainedMovements = (ctx: Ctx, athleteId: AthleteId, since: Instant): Promise<TrainedMovement[]> =>
  movementsSince(ctx.db, athleteId, since)

/** The movements that the lifter's routines plan, in the order of the routines. */
export const routineMovements = (ctx: Ctx, athleteId: AthleteId): Promise<MovementId[]> => plannedMovements(ctx.db, athleteId)
