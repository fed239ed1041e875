import type { AthleteId, Instant, MovementId, RecommendationId, WorkoutId } from '@gymgenius/domain'
import type { SnapshotSet } from '@gymgenius/engine'
import type { Ctx } from '../../platform/context.ts'
import {
  type AdvisedSet,
  advisedSets,
  type ChangedSet,
  type DoneSet,
  doneSetsAfter,
  type SetPlace,
  setsChangedSince,
} from './done-sets.repository.ts'
import { movementsSince, newestSets, plannedMovements, type TrainedMovement } from './history.repository.ts'
import type { SetRecord } from './records.ts'
import { setsOfWorkouts } from './sets.repository.ts'
import { listWorkoutTotals } from './workouts.repository.ts'

const NEWEST_SETS = 120
const WHOLE_WORKOUTS = 4
/** A workout with hundreds of sets of one movement is a stuck button or a load test; advice must stay quick through it. */
const MOST_SETS = 240
const MOST_WORKOUTS = 100

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

/** All sets of some workouts, each workout's in their order. */
export const setsOfThese = (ctx: Ctx, athleteId: AthleteId, workouts: readonly WorkoutId[]): Promise<SetRecord[]> =>
  setsOfWorkouts(ctx.db, athleteId, workouts)

/** What is over of the workouts since then, oldest first; the latest hundred at most. */
export async function finishedWorkouts(
  ctx: Ctx,
  athleteId: AthleteId,
  since: Instant,
): Promise<{ readonly id: WorkoutId; readonly startedAt: Instant; readonly endedAt: Instant }[]> {
  const workouts = await listWorkoutTotals(ctx.db, athleteId, MOST_WORKOUTS, { from: since })
  return workouts.flatMap(({ id, startedAt, endedAt }) => (endedAt === null ? [] : [{ id, startedAt, endedAt }])).toReversed()
}

/** The movements trained since then, most recent first. */
export const trainedMovements = (ctx: Ctx, athleteId: AthleteId, since: Instant): Promise<TrainedMovement[]> =>
  movementsSince(ctx.db, athleteId, since)

/** The movements that the lifter's routines plan, in the order of the routines. */
export const routineMovements = (ctx: Ctx, athleteId: AthleteId): Promise<MovementId[]> => plannedMovements(ctx.db, athleteId)

/** Sets that changed after `seq`, tombstones included, in the order of their changes. */
export const changedSets = (ctx: Ctx, athleteId: AthleteId, seq: number, limit: number): Promise<ChangedSet[]> =>
  setsChangedSince(ctx.db, athleteId, seq, limit)

/** The next sets of all movements after a place, oldest first. */
export const nextSets = (ctx: Ctx, athleteId: AthleteId, after: SetPlace | null, limit: number): Promise<DoneSet[]> =>
  doneSetsAfter(ctx.db, athleteId, after, limit)

/** The working sets that came of these pieces of advice. */
export const setsAdvisedBy = (ctx: Ctx, athleteId: AthleteId, advice: readonly RecommendationId[]): Promise<AdvisedSet[]> =>
  advisedSets(ctx.db, athleteId, advice)
