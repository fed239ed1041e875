import type { AthleteId, Instant } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import { announce, type Ctx } from '../../platform/context.ts'
import { merge, type Stamp } from './clocks.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import type { WorkoutFields, WorkoutRecord } from './records.ts'
import { endOtherWorkouts } from './workouts.going-on.ts'
import { countSets, updateWorkout } from './workouts.repository.ts'
import { deleteSets, shiftSets, undeleteSets } from './workouts.sets.repository.ts'

/** Writes what of `change` is newer than what the workout has seen; its sets follow where they must. */
export async function mergeWorkout(
  ctx: Ctx,
  athleteId: AthleteId,
  before: WorkoutRecord,
  change: Partial<WorkoutFields>,
  stamp: Stamp,
): Promise<Outcome> {
  const { fields, clocks } = merge(before.clocks, change, stamp)
  if (Object.keys(fields).length === 0) return 'superseded'

  const now = ctx.clock.now()
  // A start that was only guessed is corrected; one that was said is moved, and everything with it.
  const shift = fields.startedAt !== undefined && before.clocks['startedAt'] !== undefined ? fields.startedAt - before.startedAt : 0
  const moved = shift === 0 ? before : { ...before, endedAt: later(before.endedAt, shift), lastSetAt: later(before.lastSetAt, shift) }
  const reopened = fields.endedAt === null && before.endedAt !== null
  const merged = { ...moved, ...fields, clocks, ...(reopened && { endedBy: null, lastSetAt: now }) }
  // Two phones may each have said half of an impossible span; a workout never ends before it starts.
  const after = { ...merged, endedAt: merged.endedAt === null ? null : (Math.max(merged.endedAt, merged.startedAt) as Instant) }

  const sets = await countSets(ctx.db, athleteId, before.id)
  const seq = await nextChangeSeq(ctx, athleteId, sets + 1)
  const write = { workoutId: before.id, stamp, seq, now }
  await updateWorkout(ctx.db, athleteId, after, seq - sets, now)
  if (shift !== 0) await shiftSets(ctx.db, athleteId, write, shift)
  if (before.deletedAt === null && after.deletedAt !== null) await deleteSets(ctx.db, athleteId, write, after.deletedAt)
  if (before.deletedAt !== null && after.deletedAt === null) await undeleteSets(ctx.db, athleteId, write, before.clocks['deleted'] ?? stamp)
  if (reopened) await endOtherWorkouts(ctx, athleteId, before.id)
  if (before.endedAt === null && after.endedAt !== null)
    await announce(ctx, 'logging.workout_finished', { athleteId, workoutId: before.id })
  else if (shift !== 0 || (before.deletedAt === null) !== (after.deletedAt === null))
    await announce(ctx, 'logging.workout_corrected', { athleteId, workoutId: before.id })
  return outcomeOf(after, fields)
}

const later = (at: Instant | null, by: number) => (at === null ? null : ((at + by) as Instant))
