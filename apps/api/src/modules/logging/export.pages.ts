import type { PerformedSet, WorkoutWithSets } from '@gymgenius/contracts'
import type { AthleteId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import type { PageOfData } from '../../platform/room.ts'
import { movementsFor } from '../movements/index.ts'
import { pageOf } from '../../platform/pages.ts'
import { listRoutineRecords } from './routines.repository.ts'
import { setsOfWorkouts } from './sets.repository.ts'
import { routineShown, setShown, workoutShown } from './shown.ts'
import { listWorkoutTotals } from './workouts.repository.ts'

const WORKOUTS_A_PAGE = 100

/** A set that says what its movement is called: an id means nothing in another house. */
export type NamedSet = PerformedSet & { readonly movement: string }
export type NamedWorkout = Omit<WorkoutWithSets, 'sets'> & { readonly sets: readonly NamedSet[] }

export interface WorkoutsPage extends PageOfData {
  readonly items: readonly NamedWorkout[]
}

/** A page of all workouts with their sets, newest first. */
export async function workoutsPage(
  ctx: Ctx,
  athleteId: AthleteId,
  after: string | undefined,
  limit = WORKOUTS_A_PAGE,
): Promise<WorkoutsPage> {
  const { items, nextCursor } = await pageOf(
    { limit, cursor: after },
    (limit, before) => listWorkoutTotals(ctx.db, athleteId, limit, { before }),
    ({ startedAt, id }) => ({ at: startedAt, id }),
  )
  const done = await setsOfWorkouts(
    ctx.db,
    athleteId,
    items.map((workout) => workout.id),
  )
  const movements = await movementsFor(
    ctx,
    athleteId,
    done.map((set) => set.movementId),
  )
  const sets = Map.groupBy(
    done.map((set) => ({ ...setShown(set), movement: movements.get(set.movementId)?.name ?? set.movementId })),
    (set) => set.workoutId,
  )
  const shown = items.map((workout) => ({ ...workoutShown(workout), sets: sets.get(workout.id) ?? [] }))
  return { items: shown, next: nextCursor }
}

export async function routinesCopy(ctx: Ctx, athleteId: AthleteId) {
  const routines = await listRoutineRecords(ctx.db, athleteId)
  return { routines: routines.map(({ record, lastPerformedAt }) => routineShown(record, lastPerformedAt)) }
}
