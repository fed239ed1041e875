import { seededRng, type SetId, type WorkoutId } from '@gymgenius/domain'
import { bounded, FIRST_PRIORS, simulateHistory } from '@gymgenius/engine/sampling'
import { expect } from 'vitest'
import type { Ctx } from '../platform/context.ts'
import { aMovement } from './builders.ts'
import type { Caller } from './test.ts'

/**
 * Made-up sets of a lifter who leaves `rirBias` more than they say, a third of them to failure unless they shy away from it: one
 * workout after another until an hour ago. All but the last are put into the log at once.
 */
export async function trained(
  api: Caller,
  ctx: Ctx,
  {
    workouts = 24,
    rirBias = 1.5,
    toFailure = true,
    seed = 3,
  }: { workouts?: number; rirBias?: number; toFailure?: boolean; seed?: number } = {},
) {
  const movementId = await aMovement(ctx)
  const parameters = { ...bounded(FIRST_PRIORS.mean), rirBias }
  const sets = simulateHistory(parameters, { movements: 1, workouts, setsPerWorkout: 4 }, seededRng(seed))
  const workoutIds = new Map(sets.map(({ workoutKey }) => [workoutKey, ctx.ids.next<WorkoutId>()]))
  const began = ctx.clock.now() - sets.at(-1)!.at - 3_600_000
  const rows = sets.map(({ at, workoutKey, total, reps, rir }, i) => ({
    id: ctx.ids.next<SetId>(),
    athlete_id: api.athleteId,
    workout_id: workoutIds.get(workoutKey)!,
    movement_id: movementId,
    kind: 'working',
    position: i,
    performed_at: new Date(began + at + (i % 4) * 180_000),
    load_kg: Math.round(4 * total) / 4,
    reps,
    rir,
    to_failure: toFailure && rir === 0,
    created_at: new Date(began),
    updated_at: new Date(began),
    change_seq: 1,
  }))
  const log = toFailure ? rows : rows.map((row) => ({ ...row, rir: row.rir === 0 ? null : row.rir }))
  await ctx.db
    .insertInto('workout')
    .values(
      [...workoutIds.values()].map((id) => ({
        id,
        athlete_id: api.athleteId,
        name: 'Evening',
        started_at: new Date(began),
        ended_at: new Date(began),
        created_at: new Date(began),
        updated_at: new Date(began),
        change_seq: 1,
      })),
    )
    .execute()
  await ctx.db.insertInto('performed_set').values(log).execute()
  const reply = await api.post('/v1/sets', { movementId, loadKg: log.at(-1)!.load_kg, reps: log.at(-1)!.reps })
  expect(reply.statusCode, reply.body).toBe(201)
}
