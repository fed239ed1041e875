import { DAY_MS, type MovementId, type RecommendationId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { aMovement, anAthlete } from '../../testing/builders.ts'
import { type Caller, expect, test } from '../../testing/test.ts'
import { replay } from './index.ts'

const url = '/v1/recommendations'
const target = { setNumber: 1, repLow: 6, repHigh: 8, rir: 2 }

async function lifted(api: Caller, ctx: Ctx, set: { movementId: MovementId; daysAgo: number; loadKg: number; reps: number; rir?: number }) {
  const { daysAgo, ...said } = set
  const performedAt = new Date(ctx.clock.now() - daysAgo * DAY_MS).toISOString()
  const reply = await api.post('/v1/sets', { ...said, performedAt })
  expect(reply.statusCode).toBe(201)
}

test('the top of the range with one more left than asked brings a heavier load, and says why', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  await lifted(api, ctx, { movementId, daysAgo: 7, loadKg: 80, reps: 8, rir: 3 })

  const reply = await api.post(url, { movementId, ...target })
  expect(reply.statusCode).toBe(201)
  expect(reply.json()).toMatchObject({ movementId, setNumber: 1, loadKg: 82.5, repLow: 6, repHigh: 8, rir: 2, restSeconds: 180, flags: [] })
  expect(reply.json().explanation).toContain('Your estimated maximum is 109.9 kg ± 5.6 from 1 workout')
  expect(reply.json().reasons[0]).toMatchObject({ code: 'strength', workouts: 1 })
})

test('a set that went badly today brings a lighter next one', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  await lifted(api, ctx, { movementId, daysAgo: 7, loadKg: 80, reps: 7, rir: 2 })
  const before = (await api.post(url, { movementId, ...target })).json().loadKg
  await lifted(api, ctx, { movementId, daysAgo: 0, loadKg: before, reps: 4, rir: 0 })
  const after = (await api.post(url, { movementId, ...target, setNumber: 2 })).json()
  expect(after.loadKg).toBeLessThan(before)
  expect(after.reasons.map(({ code }: { code: string }) => code)).toContain('today')
})

test('a lifter without history is offered the guided test, a novice an easy start', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const first = (await api.post(url, { movementId, setNumber: 1 })).json()
  expect(first.flags).toContain('guided_test')
  expect(first.reasons[0]).toMatchObject({ code: 'guided_test', protocol: 'ramp', step: 1, of: 4 })
  await api.patch('/v1/settings', { isNovice: true })
  const novice = (await api.post(url, { movementId, setNumber: 1 })).json()
  expect(novice).toMatchObject({ repLow: 8, repHigh: 10, rir: 3 })
})

test("the goal, the gym and the unit are the lifter's own", async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  await lifted(api, ctx, { movementId, daysAgo: 7, loadKg: 80, reps: 8, rir: 2 })
  await api.patch('/v1/settings', { goalStrength: 1, unit: 'lb' })
  const inPounds = (await api.post(url, { movementId, setNumber: 1 })).json()
  expect(inPounds).toMatchObject({ repLow: 3, repHigh: 5, rir: 2.5 })
  expect((Math.round((inPounds.loadKg / 0.45359237) * 1e6) / 1e6) % 5).toBe(0)
  expect(inPounds.explanation).toMatch(/^\d+ lb for 3–5 reps/)
  await api.put('/v1/equipment/load-steps', { items: [{ equipment: 'barbell', unit: 'kg', minKg: 20, stepKg: 20 }] })
  expect((await api.post(url, { movementId, setNumber: 1 })).json().loadKg % 20).toBe(0)
})

test('zero is a goal: all hypertrophy is not the same as nothing said', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  await lifted(api, ctx, { movementId, daysAgo: 7, loadKg: 80, reps: 8, rir: 2 })
  expect((await api.post(url, { movementId, setNumber: 1, goalStrength: 0 })).json()).toMatchObject({ repLow: 8, repHigh: 12, rir: 1 })
})

test('the snake_case of the written design gives the same answer, with the log or with the same history sent along', async ({
  api,
  ctx,
}) => {
  const movementId = await aMovement(ctx)
  const sets = [
    { daysAgo: 7, loadKg: 80, reps: 8, rir: 2 },
    { daysAgo: 4, loadKg: 82.5, reps: 7, rir: 1 },
  ]
  for (const set of sets) await lifted(api, ctx, { movementId, ...set })
  const history = sets.map((set) => ({
    w: set.loadKg,
    r: set.reps,
    rir: set.rir,
    timestamp: new Date(ctx.clock.now() - set.daysAgo * DAY_MS).toISOString(),
  }))

  const camel = (await api.post(url, { movementId, setNumber: 1, goalStrength: 0.3 })).json()
  for (const extra of [{ movement_id: movementId }, { exercise_id: movementId, history, user_id: api.athleteId }]) {
    const reply = await api.post('/v1/recommendation', { set_number: 1, goal_strength: 0.3, ...extra })
    expect(reply.statusCode).toBe(201)
    expect(reply.json()).toEqual({
      id: expect.any(String),
      weight: camel.loadKg,
      weight_exact: camel.exactLoadKg,
      rep_low: camel.repLow,
      rep_high: camel.repHigh,
      rir: camel.rir,
      rest_seconds: camel.restSeconds,
      confidence: camel.confidence,
      explanation: camel.explanation,
      flags: camel.flags,
    })
  }
})

test('nobody asks for somebody else', async ({ api, ctx }) => {
  const movement_id = await aMovement(ctx)
  const reply = await api.post('/v1/recommendation', { movement_id, set_number: 1, user_id: await anAthlete(ctx) })
  expect(reply.json()).toMatchObject({ status: 403, code: 'auth.forbidden' })
})

test("a movement that does not exist, or is another lifter's, is a problem the client can act on", async ({ api, ctx }) => {
  const theirs = await aMovement(ctx, { athleteId: await anAthlete(ctx) })
  for (const movementId of ['01960000-0000-7000-8000-00000000dead', theirs]) {
    const reply = await api.post(url, { movementId, setNumber: 1 })
    expect(reply.json()).toMatchObject({ status: 422, code: 'movements.unknown', facts: { movementId } })
  }
})

test('where even the lightest load is more than a lifter can lift once, the gym is said to have nothing', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  await lifted(api, ctx, { movementId, daysAgo: 3, loadKg: 10, reps: 5, rir: 1 })
  const reply = await api.post(url, { movementId, ...target })
  expect(reply.json()).toMatchObject({ status: 422, code: 'prescription.movement_unavailable', facts: { movementId, lightestKg: 20 } })
})

test('a recommendation can be computed again from what was known then, byte for byte', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  await lifted(api, ctx, { movementId, daysAgo: 7, loadKg: 82.5, reps: 7, rir: 1.5 })
  const { id } = (await api.post(url, { movementId, ...target })).json() as { id: RecommendationId }
  await lifted(api, ctx, { movementId, daysAgo: 0, loadKg: 20, reps: 1, rir: 0 })
  ctx.clock.advance(40 * DAY_MS)
  expect(await replay(ctx, id)).toMatchObject({ isSame: true })

  await ctx.db.updateTable('recommendation').set({ prescription: '{"load":999}' }).where('id', '=', id).execute()
  expect(await replay(ctx, id)).toMatchObject({ isSame: false })
  await expect(replay(ctx, '01960000-0000-7000-8000-00000000dead' as RecommendationId)).rejects.toMatchObject({
    code: 'prescription.not_found',
  })
})

test('a recommendation asks the database at most eight questions', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx, { athleteId: api.athleteId })
  await lifted(api, ctx, { movementId, daysAgo: 7, loadKg: 80, reps: 7, rir: 2 })
  let questions = 0
  const { recommend } = await import('./index.ts')
  const counting = ctx.db.withPlugin({
    transformQuery: ({ node }) => {
      questions += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await recommend(
    { ...ctx, db: counting },
    { kind: 'athlete', athleteId: api.athleteId, loginSessionId: api.athleteId as never },
    { movementId, setNumber: 1 },
  )
  expect(questions).toBeGreaterThan(3)
  expect(questions).toBeLessThanOrEqual(8)
})

test('the phone gets a snapshot of each movement of the routines and of the last 90 days', async ({ api, ctx }) => {
  const [trained, planned, old] = [await aMovement(ctx), await aMovement(ctx), await aMovement(ctx)]
  await lifted(api, ctx, { movementId: trained, daysAgo: 10, loadKg: 80, reps: 7, rir: 2 })
  await lifted(api, ctx, { movementId: old, daysAgo: 200, loadKg: 80, reps: 7, rir: 2 })
  await api.post('/v1/routines', { name: 'A', items: [{ movementId: planned, sets: [{ kind: 'working' }] }] })
  const { items } = (await api.get('/v1/snapshots')).json()
  expect(items.map((item: { movementId: string }) => item.movementId).sort()).toEqual([trained, planned].sort())
  const { snapshot } = items.find((item: { movementId: string }) => item.movementId === trained)
  expect(snapshot).toMatchObject({ movement: { id: trained, loadKind: 'external' }, loads: { min: 20, step: 2.5 } })
  expect(snapshot.sets).toHaveLength(1)
})

test('who lost ten kilograms is advised as much more on the belt, and the phone is told the weight of each day', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx, { loadKind: 'body_weight_plus', equipment: 'body_weight' })
  const weighed = (weightKg: number, daysAgo: number) =>
    api.post('/v1/body-weights', { weightKg, at: new Date(ctx.clock.now() - daysAgo * DAY_MS).toISOString() })
  await weighed(90, 60)
  for (const daysAgo of [28, 21, 14, 7]) await lifted(api, ctx, { movementId, daysAgo, loadKg: 10, reps: 7, rir: 2 })
  const before = (await api.post(url, { movementId, ...target })).json()
  await weighed(80, 1)
  const after = (await api.post(url, { movementId, ...target })).json()
  expect(after.loadKg - before.loadKg).toBe(10)
  expect((await replay(ctx, after.id)).isSame).toBe(true)
  const { snapshot } = (await api.get('/v1/snapshots')).json().items[0]
  expect(snapshot.sets.map(({ bodyMass }: { bodyMass?: number }) => bodyMass)).toEqual([90, 90, 90, 90])
})
