import type { PerformedSet, Routine, Workout } from '@gymgenius/contracts'
import type { AthleteId, Instant, RoutineId, SetId, WorkoutId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import type { Clocks } from './clocks.ts'
import { routineChangesSince } from './routines.repository.ts'
import { setChangesSince } from './sets.repository.ts'
import { routineShown, setShown, workoutShown } from './shown.ts'
import { dropTombstones } from './tombstones.repository.ts'
import { workoutChangesSince } from './workouts.repository.ts'

interface Gone<Id> {
  readonly id: Id
  readonly deleted: true
}

/** One row as it is now, under the number of its newest change. */
export type Change = { readonly seq: number; readonly clocks: Clocks } & (
  | { readonly of: 'workouts'; readonly row: Workout | Gone<WorkoutId> }
  | { readonly of: 'sets'; readonly row: PerformedSet | Gone<SetId> }
  | { readonly of: 'routines'; readonly row: Routine | Gone<RoutineId> }
)

/** The rows of this room that changed after `seq`: of each kind the first `limit`, in the order of their changes. */
export async function changesSince(ctx: Ctx, athleteId: AthleteId, seq: number, limit: number): Promise<Change[]> {
  const workouts = await workoutChangesSince(ctx.db, athleteId, seq, limit)
  const sets = await setChangesSince(ctx.db, athleteId, seq, limit)
  const routines = await routineChangesSince(ctx.db, athleteId, seq, limit)
  return [
    ...workouts.map(({ seq, record }): Change => ({
      seq,
      clocks: record.clocks,
      of: 'workouts',
      row: gone(record) ?? workoutShown(record),
    })),
    ...sets.map(({ seq, record }): Change => ({ seq, clocks: record.clocks, of: 'sets', row: gone(record) ?? setShown(record) })),
    ...routines.map(({ seq, record, lastPerformedAt }): Change => {
      return { seq, clocks: record.clocks, of: 'routines', row: gone(record) ?? routineShown(record, lastPerformedAt) }
    }),
  ]
}

function gone<Id>({ id, deletedAt }: { readonly id: Id; readonly deletedAt: Instant | null }): Gone<Id> | undefined {
  return deletedAt === null ? undefined : { id, deleted: true }
}

/** Throws away what was deleted before then. Tells, for each lifter concerned, the newest change that went with it. */
export const forgetTombstones = (ctx: Ctx, before: Instant): Promise<{ athleteId: AthleteId; seq: number }[]> =>
  dropTombstones(ctx.db, before)
