import { DAY_MS, type AthleteId, type ImportId, MINUTE_MS } from '@gymgenius/domain'
import { test as atTheDoor } from '../testing/front-door.ts'
import { expect, test } from '../testing/test.ts'
import { doChore } from './chores.ts'
import { request } from './context.ts'
import { claimDeliveries, handOn } from './outbox.ts'
import { deliverDue } from './queue.ts'
import { countHere, rateRules } from './rate-limit.ts'

// A machine that starts with a wrong clock learns the time from the network a minute later: it steps, and mostly back.
const HOUR_MS = 60 * MINUTE_MS
const work = { athleteId: 'a' as AthleteId, importId: 'i' as ImportId }
const topics = ['job:imports.commit']

test('F52 a clock that is put back by a year keeps nobody out, and lets nobody in sooner', async ({ ctx }) => {
  const rule = rateRules.api(600)
  for (let i = 0; i < 600; i++) countHere(ctx.clock, rule, 'ann')
  ctx.clock.advance(-365 * DAY_MS)
  expect(countHere(ctx.clock, rule, 'ann')).toBeCloseTo(100, 3)
  ctx.clock.advance(100)
  expect(countHere(ctx.clock, rule, 'ann')).toBe(0)
})

test('F52 work that was asked for, begun or told of under a clock that was ahead is done when the clock is right', async ({ ctx }) => {
  await request(ctx, 'imports.commit', work)
  const ahead = ctx.clock.now()
  ctx.clock.advance(-HOUR_MS)
  let done = 0
  const room = { name: 'imports', jobs: { 'imports.commit': async () => void done++ } }
  await handOn(ctx.db, topics, 5, ahead, (ahead + 30_000) as typeof ahead)
  expect(await handOn(ctx.db, topics, 5, ctx.clock.now(), ctx.clock.now())).toHaveLength(1)
  await claimDeliveries(ctx.db, topics, 5, ahead, (ahead + 10_000) as typeof ahead) // by a process that died
  await deliverDue(ctx, { rooms: [room], rng: () => 0.5 })
  expect(done).toBe(1)
})

test('work that is meant for later is not done sooner because a clock was wrong', async ({ ctx }) => {
  await request(ctx, 'imports.commit', work, 2 * HOUR_MS)
  ctx.clock.advance(-HOUR_MS)
  expect(await claimDeliveries(ctx.db, topics, 5, ctx.clock.now(), ctx.clock.now())).toEqual([])
})

test('F52 a chore that was done under a clock that was ahead is done again when it should be', async ({ ctx }) => {
  let count = 0
  const chore = { name: 'logging.close_silent', everySeconds: 60, run: async () => void count++ }
  await doChore(ctx, chore)
  ctx.clock.advance(-MINUTE_MS) // no more than machines may differ by
  await doChore(ctx, chore)
  expect(count).toBe(1)
  ctx.clock.advance(-HOUR_MS)
  await doChore(ctx, chore)
  expect(count).toBe(2)
})

atTheDoor('F52 nobody is signed out because the clock jumped an hour, either way', async ({ ctx, door }) => {
  const ann = await door.lifter('ann@example.test')
  ctx.clock.advance(HOUR_MS)
  const renewed = (await door.refresh(ann.refreshToken)).json<{ accessToken: string; refreshToken: string }>()
  expect((await door.ask('GET', '/v1/me', { token: renewed.accessToken })).statusCode).toBe(200)
  ctx.clock.advance(-2 * HOUR_MS)
  expect((await door.ask('GET', '/v1/me', { token: renewed.accessToken })).statusCode).toBe(200)
  const again = (await door.refresh(renewed.refreshToken)).json<{ accessToken: string }>()
  expect((await door.ask('GET', '/v1/me', { token: again.accessToken })).statusCode).toBe(200)
})

test('F52 sets logged while the clock steps back are all kept, each with a change number after the one before', async ({ ctx, api }) => {
  const movementId = (await api.get('/v1/movements?q=squat&limit=1')).json<{ items: { id: string }[] }>().items[0]!.id
  for (const step of [0, -5 * MINUTE_MS, 1000, -HOUR_MS]) {
    ctx.clock.advance(step)
    expect((await api.post('/v1/sets', { movementId, loadKg: 100, reps: 5 })).statusCode).toBe(201)
  }
  const kept = await ctx.db.selectFrom('performed_set').select(['id', 'change_seq']).orderBy('id').execute()
  expect(kept).toHaveLength(4)
  expect(kept.map(({ change_seq }) => change_seq)).toEqual(kept.map(({ change_seq }) => change_seq).sort((a, b) => Number(a) - Number(b)))
})
