import { type changeWorkout, type createWorkout, type OutputOf, Problem } from '@gymgenius/contracts'
import { type AthleteId, type Instant, type RoutineId, type WorkoutId } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import type { Ctx } from '../../platform/context.ts'
import { clocksOf, type Stamp } from './clocks.ts'
import type { Applied, DeviceChange } from './devices.ts'
import { usualName } from './names.ts'
import type { WorkoutFields, WorkoutRecord } from './records.ts'
import { findRoutine } from './routines.repository.ts'
import { startUnasked, workoutGoingOnAt, workoutNow } from './workouts.going-on.ts'
import { mergeWorkout } from './workouts.merging.ts'
import { findWorkout, insertWorkout, workoutNear } from './workouts.repository.ts'
import { gymChange, workoutChange } from './workouts.service.ts'

type NewWorkout = OutputOf<typeof createWorkout, 'body'>
type WorkoutOp = DeviceChange<WorkoutId, NewWorkout, OutputOf<typeof changeWorkout, 'body'>>

/** Applies what a device says of a workout. */
export async function applyWorkoutOp(ctx: Ctx, athleteId: AthleteId, { id, change, ...op }: WorkoutOp): Promise<Applied> {
  const named = await findWorkout(ctx.db, athleteId, id)
  const before = named && (await workoutNow(ctx, athleteId, id))
  const stamp = op.stamp(before?.clocks ?? {})
  if (change.kind === 'delete') {
    if (before === undefined) return { outcome: 'applied' }
    // To throw away the half that was merged must not take the other half along.
    if (before.id !== id) return { outcome: 'superseded' }
    return { outcome: await mergeWorkout(ctx, athleteId, before, { deletedAt: ctx.clock.now() }, stamp) }
  }
  if (before === undefined) {
    if (change.kind === 'patch') throw new Problem('logging.workout_not_found')
    return create(ctx, athleteId, id, change.fields, stamp, change.isDeletedAlready)
  }
  const said =
    change.kind === 'put'
      ? await fieldsOf(ctx, athleteId, change.fields)
      : { ...workoutChange(change.fields), ...(await gymChange(ctx, athleteId, change.fields)) }
  const revived = change.kind === 'patch' && change.takesDeletionBack
  return { outcome: await mergeWorkout(ctx, athleteId, before, revived ? { ...said, deletedAt: null } : said, stamp) }
}

async function create(
  ctx: Ctx,
  athleteId: AthleteId,
  id: WorkoutId,
  said: NewWorkout,
  stamp: Stamp,
  isDeletedAlready: boolean,
): Promise<Applied> {
  const now = ctx.clock.now()
  const fields = await fieldsOf(ctx, athleteId, said)
  const startedAt = fields.startedAt ?? now
  const goingOn = said.endedAt === undefined && !isDeletedAlready ? await workoutGoingOnAt(ctx, athleteId, startedAt) : undefined
  const unsaid = { name: await usualName(ctx, athleteId, startedAt), ...nothingSaid, startedAt }
  const workout = {
    ...unsaid,
    ...fields,
    id,
    deletedAt: isDeletedAlready || goingOn !== undefined ? now : null,
    mergedInto: goingOn?.id ?? null,
  }
  const clocks = { ...clocksOf(fields, stamp), ...(workout.deletedAt !== null && { deleted: stamp }) }
  const seq = await nextChangeSeq(ctx, athleteId)
  if (!(await insertWorkout(ctx.db, athleteId, { ...workout, clocks }, seq, now))) throw new Problem('logging.id_taken')
  if (goingOn !== undefined) await tellTheOther(ctx, athleteId, goingOn, fields, stamp)
  return { outcome: workout.deletedAt === null ? 'applied' : 'superseded' }
}

/** Two phones began one workout: what only the second one says is said of the one that stays. */
async function tellTheOther(ctx: Ctx, athleteId: AthleteId, goingOn: WorkoutRecord, fields: Partial<WorkoutFields>, stamp: Stamp) {
  const { name, note, sessionRpe, routineId, gymId } = fields
  const only = {
    ...(name !== undefined && goingOn.clocks['name'] === undefined && { name }),
    ...(note !== undefined && goingOn.note === null && { note }),
    ...(sessionRpe !== undefined && goingOn.sessionRpe === null && { sessionRpe }),
    ...(routineId !== undefined && goingOn.routineId === null && { routineId }),
    ...(gymId !== undefined && goingOn.gymId === null && { gymId }),
  }
  await mergeWorkout(ctx, athleteId, goingOn, only, stamp)
}

/**
 * The workout that a set from a device belongs to: the named one, whatever its state, or the one it was merged into; a new
 * one by that id where there is none yet. Where none is named, the one going on when the set was done.
 */
export async function workoutForSet(ctx: Ctx, athleteId: AthleteId, id: WorkoutId | undefined, at: Instant): Promise<WorkoutRecord> {
  const known = id === undefined ? await workoutNear(ctx.db, athleteId, at) : await workoutNow(ctx, athleteId, id)
  if (known !== undefined) return known
  const started = await startUnasked(ctx, athleteId, id ?? ctx.ids.next<WorkoutId>(), at)
  const workout = started && (await findWorkout(ctx.db, athleteId, started))
  if (workout === undefined) throw new Problem('logging.id_taken')
  return workout
}

const nothingSaid = { routineId: null, gymId: null, note: null, sessionRpe: null, endedAt: null, endedBy: null, deletedAt: null }

async function fieldsOf(ctx: Ctx, athleteId: AthleteId, said: NewWorkout): Promise<Partial<WorkoutFields>> {
  return {
    ...workoutChange({ name: said.name, note: said.note, sessionRpe: said.sessionRpe, startedAt: said.startedAt, endedAt: said.endedAt }),
    ...(await gymChange(ctx, athleteId, said)),
    ...(said.routineId !== undefined && { routineId: await ownRoutine(ctx, athleteId, said.routineId) }),
  }
}

/** A routine that is not there is no reason to lose a workout: only the link is dropped. */
const ownRoutine = async (ctx: Ctx, athleteId: AthleteId, id: RoutineId) => (await findRoutine(ctx.db, athleteId, id))?.id ?? null
