import type { AthleteId } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import { announce, type Ctx } from '../../platform/context.ts'
import { merge, type Stamp } from './clocks.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import type { SetFields, SetRecord } from './records.ts'
import { refuseUnmeasured } from './sets.changes.ts'
import { updateSet } from './sets.repository.ts'
import { touchWorkout } from './workouts.repository.ts'

/** Writes what of `change` is newer than what the set has seen. */
export async function mergeSet(
  ctx: Ctx,
  athleteId: AthleteId,
  before: SetRecord,
  change: Partial<SetFields>,
  stamp: Stamp,
): Promise<Outcome> {
  const { fields, clocks } = merge(before.clocks, change, stamp)
  if (Object.keys(fields).length === 0) return 'superseded'
  const after = { ...before, ...fields, clocks }
  refuseUnmeasured(after)

  const seq = await nextChangeSeq(ctx, athleteId, 2)
  await updateSet(ctx.db, athleteId, after, seq, ctx.clock.now())
  const { workoutId } = after
  const isOver = await touchWorkout(ctx.db, athleteId, workoutId, seq - 1, ctx.clock.now())
  if (isOver) await announce(ctx, 'logging.workout_corrected', { athleteId, workoutId })
  return outcomeOf(after, fields)
}
