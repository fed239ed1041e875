import { type NewSet, Problem, type SetChange } from '@gymgenius/contracts'
import type { AthleteId, Instant, SetId, WorkoutId } from '@gymgenius/domain'
import { announce, type Ctx } from '../../platform/context.ts'
import { clocksOf, type Stamp } from './clocks.ts'
import type { Applied, DeviceChange } from './devices.ts'
import { refuseUnknownMovements, settled } from './ids.ts'
import type { SetRecord } from './records.ts'
import { newSet, setChange } from './sets.changes.ts'
import { mergeSet } from './sets.merging.ts'
import { findSet, insertSet, setsThere } from './sets.repository.ts'
import { workoutForSet } from './workouts.devices.ts'
import { workoutNow } from './workouts.going-on.ts'

type SetOp = DeviceChange<SetId, NewSet, SetChange>

/** Which of these sets the athlete has, tombstones included. */
export const knownSets = (ctx: Ctx, athleteId: AthleteId, ids: readonly SetId[]): Promise<Set<SetId>> => setsThere(ctx.db, athleteId, ids)

/** Applies what a device says of a set. Sets are facts: a new one is never refused for being late. */
export async function applySetOp(ctx: Ctx, athleteId: AthleteId, op: SetOp): Promise<Applied> {
  const before = op.isUnknown ? undefined : await findSet(ctx.db, athleteId, op.id)
  const { change } = op
  const stamp = op.stamp(before?.clocks ?? {})
  if (change.kind === 'delete') {
    return before === undefined
      ? { outcome: 'applied' }
      : { outcome: await mergeSet(ctx, athleteId, before, { deletedAt: ctx.clock.now() }, stamp) }
  }
  const { movementId: asked } = change.fields
  const movementId = asked === undefined ? undefined : (await settled(ctx, athleteId, { movementId: asked })).movementId
  if (movementId !== undefined) await refuseUnknownMovements(ctx, athleteId, [movementId])
  if (before === undefined) {
    if (change.kind === 'patch') throw new Problem('logging.set_not_found')
    return create(ctx, athleteId, op.id, { ...change.fields, movementId: movementId! }, stamp, change.isDeletedAlready)
  }
  const said = setChange(movementId === undefined ? change.fields : { ...change.fields, movementId }, ctx.clock.now(), before)
  const revived = change.kind === 'patch' && change.takesDeletionBack && (await isWorkoutThere(ctx, athleteId, before.workoutId))
  const outcome = await mergeSet(ctx, athleteId, before, revived ? { ...said, deletedAt: null } : said, stamp)
  return { outcome, ...(said.needsConfirmation === true && { needsConfirmation: true }) }
}

async function create(ctx: Ctx, athleteId: AthleteId, id: SetId, said: NewSet, stamp: Stamp, isDeletedAlready: boolean): Promise<Applied> {
  const now = ctx.clock.now()
  const fields = newSet(said, now)
  const at = fields.needsConfirmation ? now : (Math.min(fields.performedAt, now) as Instant)
  const workout = await workoutForSet(ctx, athleteId, said.workoutId, at)
  // A set of a workout that was deleted meanwhile goes the way of the workout's other sets, and comes back with them.
  const gone = workout.deletedAt ?? (isDeletedAlready ? now : null)
  const deletion = gone === null ? {} : { deleted: workout.deletedAt === null ? stamp : (workout.clocks['deleted'] ?? stamp) }
  const clocks = { ...clocksOf({ ...fields, deletedAt: undefined, position: said.position }, stamp), ...deletion }
  const set = { ...fields, id, position: said.position ?? null, deletedAt: gone, clocks }
  const performed = await insertSet(ctx.db, athleteId, set, { where: { given: workout.id }, at }, now)
  if (performed === undefined) throw new Problem('logging.id_taken')
  if (gone === null) await announceSet(ctx, athleteId, performed)
  if (workout.endedAt !== null) await announce(ctx, 'logging.workout_corrected', { athleteId, workoutId: workout.id })
  return { outcome: gone === null ? 'applied' : 'superseded', ...(fields.needsConfirmation && { needsConfirmation: true }) }
}

const announceSet = (ctx: Ctx, athleteId: AthleteId, { id, movementId }: SetRecord) =>
  announce(ctx, 'logging.set_performed', { athleteId, movementId, setId: id })

async function isWorkoutThere(ctx: Ctx, athleteId: AthleteId, id: WorkoutId): Promise<boolean> {
  const workout = await workoutNow(ctx, athleteId, id)
  return workout !== undefined && workout.deletedAt === null
}
