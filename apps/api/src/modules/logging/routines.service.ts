import {
  type changeRoutine,
  type createRoutine,
  type OutputOf,
  Problem,
  type ProposedRoutine,
  type Routine,
  type RoutineItem,
} from '@gymgenius/contracts'
import { type AthleteId, isoOf, type RoutineId, type WorkoutId } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { refuseUnbelievableId } from '../../platform/new-ids.ts'
import { clocksOf, serverStamp } from './clocks.ts'
import { isSameRequest, refuseUnknownMovements, settledItems } from './ids.ts'
import type { RoutineFields, RoutineRecord } from './records.ts'
import { mergeRoutine } from './routines.merging.ts'
import { planOf } from './routines.planning.ts'
import { findRoutine, insertRoutine, lastPosition, listRoutineRecords, performedNames, untouchedRoutines } from './routines.repository.ts'
import { setsOfWorkouts } from './sets.repository.ts'
import { routineShown } from './shown.ts'
import { workoutNow } from './workouts.going-on.ts'

type NewRoutine = OutputOf<typeof createRoutine, 'body'>
type RoutineChange = OutputOf<typeof changeRoutine, 'body'>

export async function listRoutinesOf(ctx: Ctx, { athleteId }: Athlete): Promise<{ items: Routine[] }> {
  const routines = await listRoutineRecords(ctx.db, athleteId)
  return { items: routines.map(({ record, lastPerformedAt }) => routineShown(record, lastPerformedAt)) }
}

export const getRoutineOf = (ctx: Ctx, { athleteId }: Athlete, id: RoutineId) => routineWithHistory(ctx, athleteId, id)

async function routineWithHistory(ctx: Ctx, athleteId: AthleteId, id: RoutineId): Promise<Routine> {
  const found = (await listRoutineRecords(ctx.db, athleteId)).find(({ record }) => record.id === id)
  if (found === undefined) throw new Problem('logging.routine_not_found')
  return routineShown(found.record, found.lastPerformedAt)
}

/** Makes a routine by hand, or of what was done in a workout. It comes last unless its place is said. */
export async function makeRoutine(ctx: Ctx, { athleteId }: Athlete, said: NewRoutine): Promise<Routine> {
  refuseUnbelievableId(ctx, said.id)
  const seq = await nextChangeSeq(ctx, athleteId)
  const id = said.id ?? ctx.ids.next<RoutineId>()
  const before = await findRoutine(ctx.db, athleteId, id)
  const fields = await newRoutine(ctx, athleteId, said, before)
  if (before !== undefined) {
    if (!isSameRequest(before, fields)) throw new Problem('logging.id_taken')
    return routineShown(before)
  }
  const now = ctx.clock.now()
  const routine = { ...fields, id, clocks: clocksOf(fields, serverStamp(now)) }
  if (!(await insertRoutine(ctx.db, athleteId, routine, seq, now))) throw new Problem('logging.routine_not_found') // somebody else's id
  return routineShown(routine)
}

async function newRoutine(ctx: Ctx, athleteId: AthleteId, asked: NewRoutine, before?: RoutineRecord): Promise<RoutineFields> {
  const said = await settledItems(ctx, athleteId, asked)
  const done = said.fromWorkoutId === undefined ? undefined : await whatWasDone(ctx, athleteId, said.fromWorkoutId)
  const items = said.items ?? done?.items ?? []
  if (said.items !== undefined) await refuseUnknownMovements(ctx, athleteId, movementsIn(said.items))
  return {
    name: said.name ?? done?.name ?? '',
    folder: said.folder ?? null,
    position: said.position ?? before?.position ?? (await lastPosition(ctx.db, athleteId)) + 1,
    items: said.items === undefined ? (before?.items ?? items) : items,
    program: before?.program ?? null,
    deletedAt: null,
  }
}

/** Changes a routine; with `fromWorkoutId`, plans what was done there from now on. */
export async function changeRoutineOf(ctx: Ctx, { athleteId }: Athlete, id: RoutineId, asked: RoutineChange): Promise<Routine> {
  const said = await settledItems(ctx, athleteId, asked)
  await nextChangeSeq(ctx, athleteId, 0) // what is read next must not change before it is written
  const before = await findRoutine(ctx.db, athleteId, id)
  if (before === undefined || before.deletedAt !== null) throw new Problem('logging.routine_not_found')
  if (said.items !== undefined) await refuseUnknownMovements(ctx, athleteId, movementsIn(said.items))
  const { fromWorkoutId, ...plain } = said
  const done = fromWorkoutId === undefined ? {} : { items: (await whatWasDone(ctx, athleteId, fromWorkoutId, before.items)).items }
  await mergeRoutine(ctx, athleteId, before, routineChange({ ...plain, ...done }), serverStamp(ctx.clock.now(), before.clocks))
  return routineWithHistory(ctx, athleteId, id)
}

/** What a request says of a routine, in the shape it is kept in. */
export function routineChange(said: Omit<RoutineChange, 'fromWorkoutId'>): Partial<RoutineFields> {
  return {
    ...(said.name !== undefined && { name: said.name }),
    ...(said.folder !== undefined && { folder: said.folder }),
    ...(said.position !== undefined && { position: said.position }),
    ...(said.items !== undefined && { items: said.items }),
  }
}

/** Takes back routines that came in from elsewhere; one that the lifter has changed or trained since is theirs and stays. */
export async function takeRoutinesBack(ctx: Ctx, actor: Athlete, ids: readonly RoutineId[]): Promise<void> {
  await nextChangeSeq(ctx, actor.athleteId, 0)
  for (const id of await untouchedRoutines(ctx.db, actor.athleteId, ids)) await deleteRoutineOf(ctx, actor, id)
}

export async function deleteRoutineOf(ctx: Ctx, { athleteId }: Athlete, id: RoutineId): Promise<void> {
  await nextChangeSeq(ctx, athleteId, 0)
  const before = await findRoutine(ctx.db, athleteId, id)
  if (before === undefined) throw new Problem('logging.routine_not_found')
  if (before.deletedAt !== null) return
  const now = ctx.clock.now()
  await mergeRoutine(ctx, athleteId, before, { deletedAt: now }, serverStamp(now, before.clocks))
}

/** Workouts of one name, done again and again, are a routine that nobody wrote down yet. */
export async function proposeRoutinesFor(ctx: Ctx, { athleteId }: Athlete): Promise<{ items: ProposedRoutine[] }> {
  const names = await performedNames(ctx.db, athleteId, OFTEN_ENOUGH)
  const sets = await setsOfWorkouts(
    ctx.db,
    athleteId,
    names.map((name) => name.newestId),
  )
  return {
    items: names.map(({ name, performed, newestId, lastPerformedAt }) => ({
      name,
      performed,
      lastPerformedAt: isoOf(lastPerformedAt),
      items: planOf(sets.filter((set) => set.workoutId === newestId)),
    })),
  }
}
const OFTEN_ENOUGH = 3

async function whatWasDone(ctx: Ctx, athleteId: AthleteId, id: WorkoutId, before: readonly RoutineItem[] = []) {
  const workout = await workoutNow(ctx, athleteId, id)
  if (workout === undefined || workout.deletedAt !== null) throw new Problem('logging.workout_not_found')
  return { name: workout.name, items: planOf(await setsOfWorkouts(ctx.db, athleteId, [workout.id]), before) }
}

export const movementsIn = (items: readonly RoutineItem[]) => items.map((item) => item.movementId)
