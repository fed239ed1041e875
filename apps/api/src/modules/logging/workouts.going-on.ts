import { type AthleteId, type Instant, type WorkoutId } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import { actingAs, announce, type Ctx, system } from '../../platform/context.ts'
import { SILENCE_MS } from './closing.ts'
import { usualName } from './names.ts'
import type { WorkoutRecord } from './records.ts'
import {
  athletesWithSilentWorkouts,
  findWorkout,
  insertWorkout,
  lastSetAt,
  openWorkouts,
  silentWorkouts,
  updateWorkout,
} from './workouts.repository.ts'

/** A workout by its id; where it was merged into another, that one. */
export async function workoutNow(ctx: Ctx, athleteId: AthleteId, id: WorkoutId): Promise<WorkoutRecord | undefined> {
  const workout = await findWorkout(ctx.db, athleteId, id)
  return workout === undefined || workout.mergedInto === null ? workout : workoutNow(ctx, athleteId, workout.mergedInto)
}

/**
 * Starts the workout that a set implies. Its start and name are guesses: no stamp, so whatever is said later wins.
 * Undefined when the id is somebody else's.
 */
export async function startUnasked(ctx: Ctx, athleteId: AthleteId, id: WorkoutId, at: Instant): Promise<WorkoutId | undefined> {
  const over = at + SILENCE_MS <= ctx.clock.now() // a set of the past starts a workout that is over already
  const isNew = await insertWorkout(
    ctx.db,
    athleteId,
    {
      id,
      name: await usualName(ctx, athleteId, at),
      routineId: null,
      gymId: null,
      note: null,
      sessionRpe: null,
      startedAt: at,
      endedAt: over ? at : null,
      endedBy: over ? 'silence' : null,
      deletedAt: null,
      mergedInto: null,
      clocks: {},
    },
    await nextChangeSeq(ctx, athleteId),
    ctx.clock.now(),
  )
  return isNew ? id : undefined
}

/** Ends a workout at its last set, or where it has none at its start. */
export async function endAtLastSet(ctx: Ctx, athleteId: AthleteId, workout: WorkoutRecord, endedBy: 'athlete' | 'silence'): Promise<void> {
  const last = await lastSetAt(ctx.db, athleteId, workout.id)
  const endedAt = Math.max(workout.startedAt, last ?? workout.startedAt) as Instant
  const seq = await nextChangeSeq(ctx, athleteId)
  await updateWorkout(ctx.db, athleteId, { ...workout, endedAt, endedBy }, seq, ctx.clock.now())
  await announce(ctx, 'logging.workout_finished', { athleteId, workoutId: workout.id })
}

/** Ends every workout in progress but `keep`, because the lifter went on to another. */
export async function endOtherWorkouts(ctx: Ctx, athleteId: AthleteId, keep: WorkoutId): Promise<void> {
  for (const workout of await openWorkouts(ctx.db, athleteId)) {
    if (workout.id !== keep) await endAtLastSet(ctx, athleteId, workout, 'athlete')
  }
}

/** Thirty minutes without a set: the workout is over, as of its last set. */
export async function endSilentWorkouts(ctx: Ctx, athleteId: AthleteId): Promise<void> {
  if ((await silentWorkouts(ctx.db, athleteId, ctx.clock.now())).length === 0) return
  await nextChangeSeq(ctx, athleteId, 0) // a set being logged this moment goes first
  for (const workout of await silentWorkouts(ctx.db, athleteId, ctx.clock.now())) {
    await endAtLastSet(ctx, athleteId, workout, 'silence')
  }
}

/** The chore: everybody's silent workouts, one unit for each lifter. */
export async function endEverySilentWorkout(ctx: Ctx): Promise<void> {
  const athletes = await actingAs(ctx, system, (ctx) => athletesWithSilentWorkouts(ctx.db, ctx.clock.now()))
  for (const athleteId of athletes) {
    await actingAs(ctx, system, (ctx) => endSilentWorkouts(ctx, athleteId))
  }
}

/** The workout in progress that one started at `at` on another phone is a part of: one lifter, one workout at a time. */
export async function workoutGoingOnAt(ctx: Ctx, athleteId: AthleteId, at: Instant): Promise<WorkoutRecord | undefined> {
  const near = (workout: WorkoutRecord) => {
    const silentSince = workout.lastSetAt ?? workout.startedAt
    return at >= workout.startedAt - SILENCE_MS && at <= silentSince + SILENCE_MS
  }
  return (await openWorkouts(ctx.db, athleteId)).find(near)
}
