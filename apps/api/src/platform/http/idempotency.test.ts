import { endpoint, idOf, nothing, Problem } from '@gymgenius/contracts'
import type { AthleteId, MovementId } from '@gymgenius/domain'
import { dateOf } from '@gymgenius/domain'
import { inject } from 'vitest'
import { z } from 'zod'
import { anAthlete } from '../../testing/builders.ts'
import { openTestDatabase } from '../../testing/global-setup.ts'
import { anApp } from '../../testing/server.ts'
import { expect, stillWorld, test } from '../../testing/test.ts'
import type { Ctx } from '../context.ts'
import { type App, serve } from '../http.ts'
import { houseRoom } from '../housekeeping.ts'
import { takesIdempotencyKey } from './possible-problems.ts'

const invent = endpoint({
  name: 'testing.invent',
  method: 'POST',
  path: '/v1/inventions',
  aliases: ['/inventions'],
  summary: 'Make a movement and say which',
  access: 'athlete',
  body: z.strictObject({ name: z.string(), note: z.string().optional() }),
  reply: z.strictObject({ id: idOf<'movement'>(), z: z.number(), a: z.string() }),
  status: 201,
  problems: ['auth.forbidden'],
})

const forget = endpoint({
  name: 'testing.forget',
  method: 'DELETE',
  path: '/v1/inventions',
  summary: '',
  access: 'athlete',
  reply: nothing,
  status: 204,
  problems: [],
})

function inventions(ctx: Ctx): App {
  const app = anApp(ctx)
  serve(app, invent, async ({ ctx, actor, body }) => {
    const id = ctx.ids.next<MovementId>()
    await ctx.db
      .insertInto('outbox')
      .values(anEffect(ctx, id, actor.athleteId))
      .execute()
    if (body.name === 'forbidden') throw new Problem('auth.forbidden')
    return { id, z: 1, a: 'in this order' }
  })
  serve(app, forget, async () => undefined)
  return app
}

/** The outbox is the one table of the house that any actor may write to. */
const anEffect = (ctx: Ctx, id: string, athleteId: AthleteId) => ({
  id,
  topic: `testing:${athleteId}`,
  payload: '{}',
  announced_at: dateOf(ctx.clock.now()),
  due_at: dateOf(ctx.clock.now()),
  attempts: 0,
})

const effects = async (ctx: Ctx) => (await ctx.db.selectFrom('outbox').select('id').where('topic', 'like', 'testing:%').execute()).length

const asking = (app: App, athleteId: AthleteId, key: string, payload: object = { name: 'Zercher squat' }, url = '/v1/inventions') =>
  app.http.inject({ method: 'POST', url, headers: { 'x-test-athlete': athleteId, 'idempotency-key': key }, payload })

test('a request that is sent again changes nothing, and is answered as it was', async ({ ctx }) => {
  const app = inventions(ctx)
  const ann = await anAthlete(ctx)
  const first = await asking(app, ann, 'k1')
  const second = await asking(app, ann, 'k1')
  expect(first.statusCode).toBe(201)
  expect(first.headers).not.toHaveProperty('idempotent-replayed')
  expect([second.statusCode, second.body]).toEqual([201, first.body])
  expect(second.headers).toMatchObject({ 'idempotent-replayed': 'true', 'content-type': 'application/json; charset=utf-8' })
  expect(await effects(ctx)).toBe(1)
})

test('the same request by another path, and with its fields in another order, is the same request', async ({ ctx }) => {
  const app = inventions(ctx)
  const ann = await anAthlete(ctx)
  await asking(app, ann, 'k1', { name: 'Jefferson curl', note: 'slow' })
  const second = await asking(app, ann, 'k1', { note: 'slow', name: 'Jefferson curl' }, '/inventions')
  expect(second.headers).toHaveProperty('idempotent-replayed', 'true')
  expect(await effects(ctx)).toBe(1)
})

test('B51 a key used for another request is refused', async ({ ctx }) => {
  const app = inventions(ctx)
  const ann = await anAthlete(ctx)
  await asking(app, ann, 'k1')
  expect((await asking(app, ann, 'k1', { name: 'Sissy squat' })).json()).toMatchObject({
    status: 422,
    code: 'request.idempotency_mismatch',
  })
  const headers = { 'x-test-athlete': ann, 'idempotency-key': 'k1' }
  const dropped = await app.http.inject({ method: 'DELETE', url: '/v1/inventions', headers })
  expect(dropped.json()).toMatchObject({ code: 'request.idempotency_mismatch' })
  expect(await effects(ctx)).toBe(1)
})

test('an answer without a body is remembered as one', async ({ ctx }) => {
  const app = inventions(ctx)
  const headers = { 'x-test-athlete': await anAthlete(ctx), 'idempotency-key': 'k1' }
  for (const replayed of [undefined, 'true']) {
    const reply = await app.http.inject({ method: 'DELETE', url: '/v1/inventions', headers })
    expect([reply.statusCode, reply.body, reply.headers['idempotent-replayed']]).toEqual([204, '', replayed])
  }
})

test('a request that failed left nothing, and may be tried again with its key', async ({ ctx }) => {
  const app = inventions(ctx)
  const ann = await anAthlete(ctx)
  expect((await asking(app, ann, 'k1', { name: 'forbidden' })).statusCode).toBe(403)
  expect(await effects(ctx)).toBe(0)
  expect((await asking(app, ann, 'k1')).statusCode).toBe(201)
})

test('two lifters may choose the same key', async ({ ctx }) => {
  const app = inventions(ctx)
  const [ann, bob] = [await anAthlete(ctx), await anAthlete(ctx)]
  const [first, second] = [await asking(app, ann, 'k1'), await asking(app, bob, 'k1')]
  expect(second.json()).not.toEqual(first.json())
  expect(await effects(ctx)).toBe(2)
})

test('a key is 1 to 128 visible characters', async ({ ctx }) => {
  const app = inventions(ctx)
  const ann = await anAthlete(ctx)
  expect((await asking(app, ann, '!'.repeat(128))).statusCode).toBe(201)
  for (const key of ['', '!'.repeat(129), 'a b', 'ä']) {
    expect((await asking(app, ann, key)).json()).toMatchObject({ status: 422, facts: { errors: [{ code: 'invalid_key' }] } })
  }
})

test('a request is remembered for a week', async ({ ctx }) => {
  const app = inventions(ctx)
  const ann = await anAthlete(ctx)
  const forgetOld = houseRoom.chores!['house.forget_old_requests']!.run
  await asking(app, ann, 'k1')
  ctx.clock.advance(7 * 86_400_000)
  await forgetOld(ctx)
  expect((await asking(app, ann, 'k1')).headers).toHaveProperty('idempotent-replayed', 'true')
  ctx.clock.advance(1)
  await forgetOld(ctx)
  expect((await asking(app, ann, 'k1')).headers).not.toHaveProperty('idempotent-replayed')
})

test('fifty requests with one key at once make exactly one effect', async () => {
  const { database, close } = await openTestDatabase(inject('database'), 20)
  try {
    const ctx = stillWorld(database)
    const app = inventions(ctx)
    const ann = await anAthlete(ctx)
    const replies = await Promise.all(Array.from({ length: 50 }, () => asking(app, ann, 'k1')))
    const fresh = replies.filter((reply) => reply.statusCode === 201 && reply.headers['idempotent-replayed'] === undefined)
    const replayed = replies.filter((reply) => reply.statusCode === 201 && reply.headers['idempotent-replayed'] === 'true')
    const inFlight = replies.filter((reply) => reply.statusCode === 409)
    expect(fresh).toHaveLength(1)
    expect(replayed.length + inFlight.length).toBe(49)
    for (const reply of replayed) expect(reply.body).toBe(fresh[0]!.body)
    for (const reply of inFlight) expect(reply.json()).toMatchObject({ code: 'request.in_progress', facts: { retryAfter: 1 } })
    expect(await effects(ctx)).toBe(1)
    expect((await asking(app, ann, 'k1')).body).toBe(fresh[0]!.body)
  } finally {
    await close()
  }
})

test('an endpoint that works in units of its own cannot promise to remember a key', ({ ctx }) => {
  const app = anApp(ctx)
  const own = { unit: 'own' } as const
  expect(() => serve(app, forget, async () => undefined, own)).toThrow('testing.forget promises')
  serve(app, { ...forget, repeatsSafely: true }, async () => undefined, own)
  expect(takesIdempotencyKey({ ...forget, repeatsSafely: true })).toBe(false)
})
