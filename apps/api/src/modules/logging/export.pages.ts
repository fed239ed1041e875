import type { WorkoutWithSets } from '@gymgenius/contracts'
import type { AthleteId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import type { PageOfData } from '../../platform/room.ts'
import { pageOf } from './pages.ts'
import { listRoutineRecords } from './routines.repository.ts'
import { setsOfWorkouts } from './sets.repository.ts'
import { routineShown, setShown, workoutShown } from './shown.ts'
import { listWorkoutTotals } from './workouts.repository.ts'

const WORKOUTS_A_PAGE = 100

export interface WorkoutsPage extends PageOfData {
  readonly items: readonly WorkoutWithSets[]
}

/** A page of all workouts with their sets, newest first. */
export async function workoutsPage(ctx: Ctx, athleteId: AthleteId, after: string | undefined): Promise<WorkoutsPage> {
  const { items, nextCursor } = await pageOf(
    { limit: WORKOUTS_A_PAGE, cursor: after },
    (limit, before) => listWorkoutTotals(ctx.db, athleteId, limit, { before }),
    ({ startedAt, id }) => ({ at: startedAt, id }),
  )
  const sets = Map.groupBy(
    await setsOfWorkouts(
      ctx.db,
      athleteId,
      items.map((workout) => workout.id),
    ),
    (set) => set.workoutId,
  )
  const shown = items.map((workout) => ({ ...workoutShown(workout), sets: (sets.get(workout.id) ?? []).map(setShown) }))
  return { items: shown, next: nextCursor }
}

export async function routinesCopy(ctx: Ctx, athleteId: AthleteId) {
  const routines = await listRoutineRecords(ctx.db, athleteId)
  return { routines: routines.map(({ record, lastPerformedAt }) => routineShown(record, lastPerformedAt)) }
}
