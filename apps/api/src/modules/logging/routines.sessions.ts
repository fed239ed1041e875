import type { Routine, RoutineItem, RoutineProgram } from '@gymgenius/contracts'
import type { AthleteId, RoutineId, WorkoutId } from '@gymgenius/domain'
import { canonical } from '../../platform/canonical.ts'
import { nextChangeSeq } from '../../platform/changes.ts'
import type { Ctx } from '../../platform/context.ts'
import { clocksOf, serverStamp } from './clocks.ts'
import { mergeRoutine } from './routines.merging.ts'
import { findRoutine, insertRoutine } from './routines.repository.ts'
import { routineShown } from './shown.ts'
import { livingWorkouts } from './workouts.repository.ts'

/** A session of a program, as the plan that a phone holds of it. */
export interface SessionPlan {
  readonly name: string
  /** Its program's name. */
  readonly folder: string
  readonly position: number
  readonly items: readonly RoutineItem[]
  readonly program: RoutineProgram
}

/**
 * Keeps the plan of a session for the phones, new or as it is now, and answers its id. What the lifter deleted comes back under an id of its own:
 * the session is still to be done.
 */
export async function keepSessionPlan(ctx: Ctx, athleteId: AthleteId, known: RoutineId | null, plan: SessionPlan): Promise<RoutineId> {
  await nextChangeSeq(ctx, athleteId, 0)
  const before = known === null ? undefined : await findRoutine(ctx.db, athleteId, known)
  const now = ctx.clock.now()
  if (before !== undefined && before.deletedAt === null) {
    const said = { name: plan.name, folder: plan.folder, position: plan.position, items: plan.items, program: plan.program }
    const change = Object.fromEntries(
      Object.entries(said).filter(([field, value]) => canonical(value) !== canonical(before[field as keyof SessionPlan])),
    )
    if (Object.keys(change).length > 0) await mergeRoutine(ctx, athleteId, before, change, serverStamp(now, before.clocks))
    return before.id
  }
  const id = ctx.ids.next<RoutineId>()
  const fields = { ...plan, deletedAt: null }
  await insertRoutine(
    ctx.db,
    athleteId,
    { ...fields, id, clocks: clocksOf(fields, serverStamp(now)) },
    await nextChangeSeq(ctx, athleteId),
    now,
  )
  return id
}

/** Takes the plan of a session off the phones; workouts done with it stay. */
export async function dropSessionPlan(ctx: Ctx, athleteId: AthleteId, id: RoutineId): Promise<void> {
  await nextChangeSeq(ctx, athleteId, 0)
  const before = await findRoutine(ctx.db, athleteId, id)
  if (before === undefined || before.deletedAt !== null) return
  const now = ctx.clock.now()
  await mergeRoutine(ctx, athleteId, before, { deletedAt: now }, serverStamp(now, before.clocks))
}

export async function sessionPlan(ctx: Ctx, athleteId: AthleteId, id: RoutineId): Promise<Routine | undefined> {
  const routine = await findRoutine(ctx.db, athleteId, id)
  return routine === undefined || routine.deletedAt !== null ? undefined : routineShown(routine)
}

/** Those of some workouts that are still there. */
export const workoutsThatAreThere = (ctx: Ctx, athleteId: AthleteId, ids: readonly WorkoutId[]): Promise<Set<WorkoutId>> =>
  livingWorkouts(ctx.db, athleteId, ids)
