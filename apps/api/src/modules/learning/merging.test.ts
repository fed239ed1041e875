import { library } from '@gymgenius/catalog'
import type { Movement } from '@gymgenius/contracts'
import { type AthleteId, DAY_MS, isoOf, type Instant } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { type Caller, expect, test } from '../../testing/test.ts'
import { readOn } from './reading.service.ts'

const bench = library().movements.find(({ slug }) => slug === 'bench-press-barbell')!
const said = { pattern: 'horizontal_push', equipment: 'barbell', laterality: 'bilateral', loadKind: 'external' }

const own = async (api: Caller, more: object = {}) =>
  (await api.post('/v1/movements', { name: 'Nonno press', ...said, ...more })).json() as Movement

async function logged(api: Caller, movementId: string, days: readonly number[], now: Instant): Promise<void> {
  for (const day of days) {
    const performedAt = isoOf((now - day * DAY_MS) as Instant)
    const { id: workoutId } = (await api.post('/v1/workouts', { startedAt: performedAt, endedAt: performedAt })).json() as { id: string }
    const reply = await api.post('/v1/sets', { movementId, workoutId, performedAt, loadKg: 80, reps: 8, rir: 2 })
    expect(reply.statusCode).toBe(201)
  }
}

async function beliefs(ctx: Ctx, athleteId: AthleteId): Promise<unknown> {
  while (await readOn(ctx, athleteId, { portion: 3, changes: 3, milestoneEvery: 2 }));
  const { rows } = await sql`select
    (select state from lifter_belief where athlete_id = ${athleteId}) as lifter,
    (select jsonb_agg(jsonb_build_array(movement_id, state) order by movement_id) from movement_belief where athlete_id = ${athleteId}) as movements,
    (select jsonb_agg(movement_id order by performed_at) from set_forecast where athlete_id = ${athleteId}) as forecasts`.execute(ctx.db)
  return rows[0]
}

test('after a merge the belief is that of a lifter who had logged the bench press all along', async ({ api, ctx }) => {
  const now = ctx.clock.now()
  const { id } = await own(api)
  await logged(api, id, [21, 14], now)
  await logged(api, bench.id, [7, 3], now)
  await beliefs(ctx, api.athleteId)
  await api.post(`/v1/movements/${id}/merge`, { into: bench.id })
  const merged = await beliefs(ctx, api.athleteId)
  for (const table of ['lifter_belief', 'movement_belief', 'belief_milestone', 'set_forecast'] as const)
    await ctx.db.deleteFrom(table).where('athlete_id', '=', api.athleteId).execute()
  expect(merged).toEqual(await beliefs(ctx, api.athleteId))
})
