import type { Today } from '@gymgenius/contracts'
import type { AthleteId } from '@gymgenius/domain'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { usualName } from './names.ts'
import type { RoutineRecord } from './records.ts'
import { planOf } from './routines.planning.ts'
import { lastPerformedRoutine, findRoutine, listRoutineRecords } from './routines.repository.ts'
import { setsOfWorkouts } from './sets.repository.ts'
import { endSilentWorkouts } from './workouts.going-on.ts'
import { listWorkoutTotals, openWorkouts } from './workouts.repository.ts'
import { withSets } from './workouts.service.ts'

/** What to train today: what is going on, else the next routine in order, else the last workout again, else nothing planned. */
export async function today(ctx: Ctx, { athleteId }: Athlete): Promise<Today> {
  await endSilentWorkouts(ctx, athleteId)
  return (
    (await inProgress(ctx, athleteId)) ??
    (await nextRoutine(ctx, athleteId)) ??
    (await lastWorkoutAgain(ctx, athleteId)) ?? {
      basis: 'empty',
      name: await usualName(ctx, athleteId, ctx.clock.now()),
      items: [],
    }
  )
}

async function inProgress(ctx: Ctx, athleteId: AthleteId): Promise<Today | undefined> {
  const open = (await openWorkouts(ctx.db, athleteId)).at(-1)
  if (open === undefined) return undefined
  const routine = open.routineId === null ? undefined : await findRoutine(ctx.db, athleteId, open.routineId)
  return {
    basis: 'in_progress',
    name: open.name,
    workout: await withSets(ctx, athleteId, open.id),
    ...(routine !== undefined && { routineId: routine.id }),
    items: [...(routine?.items ?? [])],
  }
}

async function nextRoutine(ctx: Ctx, athleteId: AthleteId): Promise<Today | undefined> {
  const all = await listRoutineRecords(ctx.db, athleteId)
  // Sessions of a program are done once, in their order, and come before the routines that go round.
  const session = all.find(({ record, lastPerformedAt }) => record.program !== null && lastPerformedAt === undefined)?.record
  if (session !== undefined) return { basis: 'next_routine', name: session.name, routineId: session.id, items: [...session.items] }
  const routines = all.map(({ record }) => record).filter(({ program }) => program === null)
  const last = await lastPerformedRoutine(ctx.db, athleteId)
  const next: RoutineRecord | undefined = routines[(routines.findIndex(({ id }) => id === last) + 1) % routines.length]
  return next && { basis: 'next_routine', name: next.name, routineId: next.id, items: [...next.items] }
}

async function lastWorkoutAgain(ctx: Ctx, athleteId: AthleteId): Promise<Today | undefined> {
  const last = (await listWorkoutTotals(ctx.db, athleteId, 10)).find((workout) => workout.setCount > 0)
  return last && { basis: 'repeat_last', name: last.name, items: planOf(await setsOfWorkouts(ctx.db, athleteId, [last.id])) }
}
