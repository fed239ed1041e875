import { type changeRoutine, type createRoutine, type OutputOf, Problem } from '@gymgenius/contracts'
import type { AthleteId, RoutineId } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import type { Ctx } from '../../platform/context.ts'
import { clocksOf } from './clocks.ts'
import type { Applied, DeviceChange } from './devices.ts'
import { refuseUnknownMovements, settledItems } from './ids.ts'
import { mergeRoutine } from './routines.merging.ts'
import { findRoutine, insertRoutine, lastPosition } from './routines.repository.ts'
import { movementsIn, routineChange } from './routines.service.ts'

type RoutineOp = DeviceChange<
  RoutineId,
  Omit<OutputOf<typeof createRoutine, 'body'>, 'fromWorkoutId'>,
  Omit<OutputOf<typeof changeRoutine, 'body'>, 'fromWorkoutId'>
>

/** Applies what a device says of a routine. */
export async function applyRoutineOp(ctx: Ctx, athleteId: AthleteId, { id, change, ...op }: RoutineOp): Promise<Applied> {
  const before = await findRoutine(ctx.db, athleteId, id)
  const stamp = op.stamp(before?.clocks ?? {})
  const now = ctx.clock.now()
  if (change.kind === 'delete') {
    return before === undefined
      ? { outcome: 'applied' }
      : { outcome: await mergeRoutine(ctx, athleteId, before, { deletedAt: now }, stamp) }
  }
  const said = await settledItems(ctx, athleteId, routineChange(change.fields))
  if (said.items !== undefined) await refuseUnknownMovements(ctx, athleteId, movementsIn(said.items))
  if (before !== undefined) {
    const revived = change.kind === 'patch' && change.takesDeletionBack
    return { outcome: await mergeRoutine(ctx, athleteId, before, revived ? { ...said, deletedAt: null } : said, stamp) }
  }
  if (change.kind === 'patch') throw new Problem('logging.routine_not_found')
  const unsaid = { name: '', folder: null, items: [], program: null, position: (await lastPosition(ctx.db, athleteId)) + 1 }
  const clocks = { ...clocksOf(said, stamp), ...(change.isDeletedAlready && { deleted: stamp }) }
  const routine = { ...unsaid, ...said, id, clocks, deletedAt: change.isDeletedAlready ? now : null }
  if (!(await insertRoutine(ctx.db, athleteId, routine, await nextChangeSeq(ctx, athleteId), now))) throw new Problem('logging.id_taken')
  return { outcome: change.isDeletedAlready ? 'superseded' : 'applied' }
}
