import type { AthleteId } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import type { Ctx } from '../../platform/context.ts'
import { merge, type Stamp } from './clocks.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import type { RoutineFields, RoutineRecord } from './records.ts'
import { updateRoutine } from './routines.repository.ts'

/** Writes what of `change` is newer than what the routine has seen. Its items are one field: two plans are not mixed. */
export async function mergeRoutine(
  ctx: Ctx,
  athleteId: AthleteId,
  before: RoutineRecord,
  change: Partial<RoutineFields>,
  stamp: Stamp,
): Promise<Outcome> {
  const { fields, clocks } = merge(before.clocks, change, stamp)
  if (Object.keys(fields).length === 0) return 'superseded'
  const after = { ...before, ...fields, clocks }
  await updateRoutine(ctx.db, athleteId, after, await nextChangeSeq(ctx, athleteId), ctx.clock.now())
  return outcomeOf(after, fields)
}
