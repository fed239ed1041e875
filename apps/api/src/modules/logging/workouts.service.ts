import {
  type createWorkout,
  type changeWorkout,
  invalidRequest,
  type OutputOf,
  Problem,
  type Workout,
  type WorkoutWithSets,
} from '@gymgenius/contracts'
import { type AthleteId, type GymId, type Instant, instantOf, type WorkoutId } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import { announce, type Athlete, type Ctx } from '../../platform/context.ts'
import { refuseUnbelievableId } from '../../platform/new-ids.ts'
import { hasGym } from '../equipment/index.ts'
import { clocksOf, serverStamp } from './clocks.ts'
import { isSameRequest } from './ids.ts'
import { usualName } from './names.ts'
import { type Page, pageOf } from '../../platform/pages.ts'
import type { WorkoutFields, WorkoutRecord } from './records.ts'
import { findRoutine } from './routines.repository.ts'
import { setsOfWorkouts } from './sets.repository.ts'
import { setShown, workoutShown } from './shown.ts'
import { endOtherWorkouts, endSilentWorkouts, workoutNow } from './workouts.going-on.ts'
import { mergeWorkout } from './workouts.merging.ts'
import { findWorkoutTotals, insertWorkout, listWorkoutTotals } from './workouts.repository.ts'

type NewWorkout = OutputOf<typeof createWorkout, 'body'>
type WorkoutChange = OutputOf<typeof changeWorkout, 'body'>

/** Starts a workout, which ends the one in progress; or, where an end is given, adds one of the past. */
export async function startWorkout(ctx: Ctx, { athleteId }: Athlete, said: NewWorkout): Promise<WorkoutWithSets> {
  refuseUnbelievableId(ctx, said.id)
  const now = ctx.clock.now()
  const seq = await nextChangeSeq(ctx, athleteId)
  const id = said.id ?? ctx.ids.next<WorkoutId>()
  const before = await workoutNow(ctx, athleteId, id)
  const fields = await newWorkout(ctx, athleteId, said, before)
  if (before !== undefined) {
    if (!isSameRequest(before, fields)) throw new Problem('logging.id_taken')
    return withSets(ctx, athleteId, before.id)
  }

  await endSilentWorkouts(ctx, athleteId)
  if (!(await insertWorkout(ctx.db, athleteId, { ...fields, id, mergedInto: null, clocks: clocksOf(fields, serverStamp(now)) }, seq, now)))
    throw new Problem('logging.workout_not_found') // somebody else's id: no more is said
  if (fields.endedAt === null) await endOtherWorkouts(ctx, athleteId, id)
  else await announce(ctx, 'logging.workout_finished', { athleteId, workoutId: id })
  return withSets(ctx, athleteId, id)
}

async function newWorkout(ctx: Ctx, athleteId: AthleteId, said: NewWorkout, before?: WorkoutRecord): Promise<WorkoutFields> {
  const startedAt = said.startedAt === undefined ? (before?.startedAt ?? ctx.clock.now()) : instantOf(said.startedAt)
  const endedAt = said.endedAt === undefined ? (before?.endedAt ?? null) : instantOf(said.endedAt)
  refuseEndBeforeStart(startedAt, endedAt)
  const routine = said.routineId === undefined ? undefined : await findRoutine(ctx.db, athleteId, said.routineId)
  if (said.routineId !== undefined && (routine === undefined || routine.deletedAt !== null) && before === undefined)
    throw new Problem('logging.routine_not_found')
  const name = said.name ?? before?.name ?? routine?.name ?? (await usualName(ctx, athleteId, startedAt))
  return {
    name,
    routineId: said.routineId ?? null,
    gymId: (await ownGym(ctx, athleteId, said.gymId)) ?? null,
    note: said.note ?? null,
    sessionRpe: said.sessionRpe ?? null,
    startedAt,
    endedAt,
    endedBy: endedAt === null ? null : said.endedAt === undefined ? (before?.endedBy ?? null) : 'athlete',
    deletedAt: null,
  }
}

export async function listWorkouts(
  ctx: Ctx,
  { athleteId }: Athlete,
  { from, to, ...page }: Page & { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<{ items: Workout[]; nextCursor?: string }> {
  await endSilentWorkouts(ctx, athleteId)
  const span = { from: maybeInstant(from), to: maybeInstant(to) }
  const { items, ...rest } = await pageOf(
    page,
    (limit, before) => listWorkoutTotals(ctx.db, athleteId, limit, { before, ...span }),
    ({ startedAt, id }) => ({ at: startedAt, id }),
  )
  return { items: items.map(workoutShown), ...rest }
}

export async function getWorkout(ctx: Ctx, { athleteId }: Athlete, id: WorkoutId): Promise<WorkoutWithSets> {
  await endSilentWorkouts(ctx, athleteId)
  return withSets(ctx, athleteId, (await ownWorkout(ctx, athleteId, id)).id)
}

/** Renames, re-dates (its sets move along), annotates, finishes or reopens a workout. Reopening one ends any other. */
export async function changeWorkoutOf(ctx: Ctx, { athleteId }: Athlete, id: WorkoutId, said: WorkoutChange): Promise<WorkoutWithSets> {
  await nextChangeSeq(ctx, athleteId, 0) // what is read next must not change before it is written
  const before = await ownWorkout(ctx, athleteId, id)
  const change = { ...workoutChange(said), ...(await gymChange(ctx, athleteId, said)) }
  const startedAt = change.startedAt ?? before.startedAt
  if (change.endedAt !== undefined) refuseEndBeforeStart(startedAt, change.endedAt)
  await mergeWorkout(ctx, athleteId, before, change, serverStamp(ctx.clock.now(), before.clocks))
  return withSets(ctx, athleteId, before.id)
}

/** What a request says of a workout, in the shape it is kept in. */
export function workoutChange(said: WorkoutChange): Partial<WorkoutFields> {
  return {
    ...(said.name !== undefined && { name: said.name }),
    ...(said.note !== undefined && { note: said.note }),
    ...(said.sessionRpe !== undefined && { sessionRpe: said.sessionRpe }),
    ...(said.startedAt !== undefined && { startedAt: instantOf(said.startedAt) }),
    ...(said.endedAt !== undefined && {
      endedAt: said.endedAt === null ? null : instantOf(said.endedAt),
      endedBy: said.endedAt === null ? null : ('athlete' as const),
    }),
  }
}

/** A gym that is not there is no reason to lose a workout: only the link is dropped. */
const ownGym = async (ctx: Ctx, athleteId: AthleteId, id: GymId | null | undefined): Promise<GymId | null | undefined> =>
  id === null || id === undefined ? id : (await hasGym(ctx, athleteId, id)) ? id : null

/** What is said of where a workout was, as it is kept. */
export async function gymChange(
  ctx: Ctx,
  athleteId: AthleteId,
  said: { readonly gymId?: GymId | null | undefined },
): Promise<Partial<WorkoutFields>> {
  const gymId = await ownGym(ctx, athleteId, said.gymId)
  return gymId === undefined ? {} : { gymId }
}

/** Where a workout is done, if that was said of it. */
export const gymOfWorkout = async (ctx: Ctx, athleteId: AthleteId, id: WorkoutId): Promise<GymId | undefined> =>
  (await workoutNow(ctx, athleteId, id))?.gymId ?? undefined

export async function deleteWorkoutOf(ctx: Ctx, { athleteId }: Athlete, id: WorkoutId): Promise<void> {
  await nextChangeSeq(ctx, athleteId, 0)
  const before = await workoutNow(ctx, athleteId, id)
  if (before === undefined) throw new Problem('logging.workout_not_found')
  if (before.deletedAt !== null) return
  const now = ctx.clock.now()
  await mergeWorkout(ctx, athleteId, before, { deletedAt: now }, serverStamp(now, before.clocks))
}

/** A workout as the API tells it, sets in their order. */
export async function withSets(ctx: Ctx, athleteId: AthleteId, id: WorkoutId): Promise<WorkoutWithSets> {
  const workout = await findWorkoutTotals(ctx.db, athleteId, id)
  if (workout === undefined) throw new Problem('logging.workout_not_found')
  const sets = await setsOfWorkouts(ctx.db, athleteId, [id])
  return { ...workoutShown(workout), sets: sets.map(setShown) }
}

async function ownWorkout(ctx: Ctx, athleteId: AthleteId, id: WorkoutId): Promise<WorkoutRecord> {
  const workout = await workoutNow(ctx, athleteId, id)
  if (workout === undefined || workout.deletedAt !== null) throw new Problem('logging.workout_not_found')
  return workout
}

function refuseEndBeforeStart(startedAt: Instant, endedAt: Instant | null): void {
  if (endedAt !== null && endedAt < startedAt)
    throw invalidRequest({ pointer: '/endedAt', code: 'out_of_range', message: 'A workout cannot end before it starts' })
}

const maybeInstant = (iso: string | undefined) => (iso === undefined ? undefined : instantOf(iso))
