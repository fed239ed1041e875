import { DAY_MS, instantOf, MINUTE_MS, type MovementId, type RecommendationId } from '@gymgenius/domain'
import { type KnownStrength, type LoggedSet, prescribe, priorFor, strengthsAfter, type TrainingSnapshot } from '@gymgenius/engine'
import type { Ctx } from '../../platform/context.ts'
import { aMovement, anAthlete } from '../../testing/builders.ts'
import { type Caller, expect, test } from '../../testing/test.ts'
import { catchUp } from '../learning/index.ts'
import { replay } from './index.ts'

const url = '/v1/recommendations'

/** Six weeks of bench press, twice a week: five repetitions with two left of about 134 kg. */
async function benches(api: Caller, ctx: Ctx, movementId: MovementId) {
  for (let daysAgo = 42; daysAgo > 0; daysAgo -= 3) {
    const performedAt = new Date(ctx.clock.now() - daysAgo * DAY_MS).toISOString()
    for (const reps of [5, 5, 5]) await api.post('/v1/sets', { movementId, loadKg: 110, reps, rir: 2, performedAt })
  }
}

const barbell = { name: 'Bench of these tests', pattern: 'horizontal_push', equipment: 'barbell' } as const
const dumbbell = { name: 'Dumbbells of these tests', pattern: 'horizontal_push', equipment: 'dumbbell' } as const

test('who benches 134 kg and never pressed dumbbells begins with a load that makes sense, and is told whose word it is', async ({
  api,
  ctx,
}) => {
  const [bench, dumbbells] = [await aMovement(ctx, barbell), await aMovement(ctx, dumbbell)]
  const before = (await api.post(url, { movementId: dumbbells, setNumber: 1 })).json()
  expect(before.flags).toContain('guided_test')
  await benches(api, ctx, bench)
  await catchUp(ctx, api.athleteId)

  const first = (await api.post(url, { movementId: dumbbells, setNumber: 1 })).json()
  expect(first.loadKg).toBeGreaterThan(20)
  expect(first.loadKg).toBeLessThan(45)
  expect(first.loadKg).toBeGreaterThan(1.5 * before.loadKg)
  expect(first).toMatchObject({ repLow: 8, repHigh: 10, rir: 3, flags: ['transfer'] })
  expect(first.reasons[0]).toMatchObject({ code: 'transfer', movementId: bench, isAkin: true, movements: 1 })
  expect(first.explanation).toContain(`your ${barbell.name} suggests a maximum of about`)
  expect(first.interval.high - first.interval.low).toBeGreaterThan(15)
  expect(await replay(ctx, first.id as RecommendationId)).toMatchObject({ isSame: true })

  await api.post('/v1/sets', {
    movementId: dumbbells,
    loadKg: first.loadKg,
    reps: 10,
    rir: 2,
    performedAt: new Date(ctx.clock.now()).toISOString(),
  })
  const second = (await api.post(url, { movementId: dumbbells, setNumber: 2 })).json()
  expect(second.flags).not.toContain('transfer')
  expect(second.interval.high - second.interval.low).toBeLessThan((first.interval.high - first.interval.low) / 2)
})

test('the phone works out the same bytes from what it was sent, for a movement it has no snapshot of', async ({ api, ctx }) => {
  const [bench, dumbbells] = [await aMovement(ctx, barbell), await aMovement(ctx, dumbbell)]
  await benches(api, ctx, bench)
  await catchUp(ctx, api.athleteId)
  const { items, strengths } = (await api.get('/v1/snapshots')).json() as {
    items: { movementId: string; snapshot: TrainingSnapshot }[]
    strengths: KnownStrength[]
  }
  expect(items.map(({ movementId }) => movementId)).toEqual([bench])

  const { id } = (await api.post(url, { movementId: dumbbells, setNumber: 1 })).json()
  const kept = await ctx.db.selectFrom('recommendation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const told = JSON.parse(kept.snapshot) as TrainingSnapshot
  const { muscles } = (await api.get(`/v1/movements/${dumbbells}`)).json()
  const prior = priorFor(strengths, { ...told.movement, key: told.movement.id, muscles, baseKey: null })
  expect(JSON.stringify(prior)).toBe(JSON.stringify(told.prior))
  expect(JSON.stringify(prescribe({ ...told, prior: prior! }, JSON.parse(kept.target)))).toBe(kept.prescription)
})

test('a phone reads on from what it was told, in the middle of a workout too, and says what the server says when it has read as far', async ({
  api,
  ctx,
}) => {
  const movements = [
    await aMovement(ctx, barbell),
    await aMovement(ctx, { ...barbell, name: 'Row of these tests', pattern: 'horizontal_pull' }),
  ]
  await api.put('/v1/settings', { bodyMassKg: 82 })
  const logs = async (minutesAgo: number, movement: number, reps: number) =>
    api.post('/v1/sets', {
      movementId: movements[movement],
      loadKg: 80 + 10 * movement,
      reps,
      rir: 2,
      restSeconds: 120,
      performedAt: new Date(ctx.clock.now() - minutesAgo * MINUTE_MS).toISOString(),
    })
  for (const minutesAgo of [9000, 8995, 8990, 60, 55]) await logs(minutesAgo, 0, 6)
  await catchUp(ctx, api.athleteId)
  const told = (await api.get('/v1/snapshots')).json()

  const newer = [await logs(50, 0, 9), await logs(40, 1, 10), await logs(35, 1, 9), await logs(30, 1, 8)]
  const facts = await Promise.all(movements.map(async (id) => (await api.get(`/v1/movements/${id}`)).json()))
  const sets = newer.map((reply): LoggedSet => {
    const { movementId, workoutId, performedAt, kind, loadKg, reps, rir, restSeconds, toFailure } = reply.json()
    const { id, pattern, loadKind, equipment, muscles } = facts.find((fact) => fact.id === movementId)
    const movement = { key: id, pattern, loadKind, equipment, muscles, baseKey: null }
    const [at, rest] = [instantOf(performedAt), restSeconds]
    return {
      movement,
      at,
      workoutKey: workoutId,
      setNumber: 1,
      kind,
      load: loadKg,
      reps,
      rir,
      rest,
      toFailure,
      bodyMass: told.reading.bodyMassKg,
    }
  })
  expect(strengthsAfter(told.reading.belief, [])).toEqual(told.strengths)
  await catchUp(ctx, api.athleteId)
  const read = (await api.get('/v1/snapshots')).json()
  expect(read.strengths).toHaveLength(2)
  expect(JSON.stringify(strengthsAfter(told.reading.belief, sets))).toBe(JSON.stringify(read.strengths))
})

test('a history that was sent along stands for the whole log: nothing else that was lifted is looked at', async ({ api, ctx }) => {
  const [bench, dumbbells] = [await aMovement(ctx, barbell), await aMovement(ctx, dumbbell)]
  await benches(api, ctx, bench)
  await catchUp(ctx, api.athleteId)
  const reply = await api.post('/v1/recommendation', { movement_id: dumbbells, set_number: 1, history: [] })
  expect(reply.json().flags).toEqual(['guided_test'])
})

test("somebody else's bench press says nothing of my dumbbells", async ({ api, ctx }) => {
  const dumbbells = await aMovement(ctx, dumbbell)
  const other = await anAthlete(ctx)
  await ctx.db
    .insertInto('lifter_belief')
    .values({
      athlete_id: other,
      engine_version: 'x',
      seen_seq: 0,
      has_more: false,
      sets_read: 0,
      state: '',
      revision: 1,
      updated_at: new Date(),
      strengths: '[]',
    })
    .execute()
  expect((await api.get('/v1/snapshots')).json().strengths).toEqual([])
  expect((await api.post(url, { movementId: dumbbells, setNumber: 1 })).json().flags).toEqual(['guided_test'])
})
