import { type Instant, isoOf } from '@gymgenius/domain'
import { importJWK, jwtVerify } from 'jose'
import { expect } from 'vitest'
import { deliverDue } from '../../platform/queue.ts'
import { openDoor } from '../../testing/front-door.ts'
import { beginWorld, test as base } from '../../testing/test.ts'
import { alertsRoom } from './index.ts'
import { aBrowser, pushService } from './push.testing.ts'

const REST_MS = 120_000
const PHONE_IS_AHEAD_MS = 7 * 60_000

/** Ann's phone, which asked for pushes, and Bob's, in one house; the phones' clocks are seven minutes fast. */
const test = base
  .extend('town', { scope: 'file' }, async ({ database }, { onCleanup }) => {
    const { ctx: still, undo } = await beginWorld(database)
    const push = await pushService()
    onCleanup(async () => {
      await push.close()
      await undo()
    })
    const ctx = { ...still, config: { ...still.config, environment: { ...still.config.environment, PUSH_TO_PRIVATE_NETWORKS: true } } }
    const door = await openDoor(ctx)
    const [ann, bob] = [await door.lifter('ann@example.test'), await door.lifter('bob@example.test')]
    return { ctx, push, door, ann, bob }
  })
  .extend('ann', async ({ town: { ctx, push, door, ann, bob } }) => {
    push.received.length = 0
    const token = (await door.logIn('ann@example.test')).json<{ accessToken: string }>().accessToken
    const browser = aBrowser(`${push.origin}/${ctx.ids.next()}`)
    const said = (body: object, who = token) => door.ask('PUT', '/v1/push/rest', { token: who, body })
    const phoneTime = (afterMs = 0) => isoOf((ctx.clock.now() + PHONE_IS_AHEAD_MS + afterMs) as Instant)
    return {
      token,
      browser,
      subscribe: (subscription: object = browser.subscription) => door.ask('PUT', '/v1/push/subscription', { token, body: subscription }),
      rest: (ms: number | null, sinceMs = 0) => said({ saidAt: phoneTime(sinceMs), endsAt: ms === null ? null : phoneTime(sinceMs + ms) }),
      said,
      deliver: () => deliverDue(ctx, { rooms: [alertsRoom], rng: () => 0.5 }),
      heard: () => push.received.filter(({ path }) => browser.subscription.endpoint.endsWith(path)),
      signedInAgain: ann,
      bob,
    }
  })

test('at the end of the rest, and not before, the phone is told that it is over, and nothing else', async ({ town: { ctx }, ann }) => {
  expect((await ann.subscribe()).statusCode).toBe(204)
  const reply = await ann.rest(REST_MS)
  expect(reply.json()).toEqual({ ringsAt: isoOf((ctx.clock.now() + REST_MS) as Instant) })
  ctx.clock.advance(REST_MS - 1)
  await ann.deliver()
  expect(ann.heard()).toEqual([])
  ctx.clock.advance(1)
  await ann.deliver()
  const [push, ...more] = ann.heard()
  expect(more).toEqual([])
  expect(ann.browser.read(push!.body)).toBe('{"rest":"over"}')
  expect(push!.headers).toMatchObject({ ttl: '60', urgency: 'high', topic: 'rest', 'content-encoding': 'aes128gcm' })
  await ann.deliver()
  expect(ann.heard()).toHaveLength(1)
})

test('the push service can tell who sends, with the key that browsers are given', async ({ town: { ctx, door, push }, ann }) => {
  await ann.subscribe()
  await ann.rest(1000)
  ctx.clock.advance(1000)
  await ann.deliver()
  const { publicKey } = (await door.ask('GET', '/v1/push/key', { token: ann.token })).json<{ publicKey: string }>()
  const [, token = '', key] = /^vapid t=(\S+), k=(\S+)$/.exec(String(ann.heard()[0]!.headers.authorization))!
  expect(key).toBe(publicKey)
  const point = Buffer.from(publicKey, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url')) as [string, string]
  const verified = await jwtVerify(token, await importJWK({ kty: 'EC', crv: 'P-256', x, y }, 'ES256'), {
    currentDate: new Date(ctx.clock.now()),
  })
  expect(verified.payload).toMatchObject({ aud: push.origin, sub: 'https://gymgenius.example' })
})

test('a rest that is skipped or moved rings at its new end or not at all', async ({ town: { ctx }, ann }) => {
  await ann.subscribe()
  await ann.rest(60_000)
  await ann.rest(75_000, 1)
  await ann.rest(90_000, 2)
  ctx.clock.advance(75_000)
  await ann.deliver()
  expect(ann.heard()).toEqual([])
  ctx.clock.advance(15_000)
  await ann.deliver()
  expect(ann.heard()).toHaveLength(1)
  await ann.rest(60_000)
  expect((await ann.rest(null, 1)).json()).toEqual({ ringsAt: null })
  ctx.clock.advance(60_000)
  await ann.deliver()
  expect(ann.heard()).toHaveLength(1)
})

test('a word that arrives late, or twice, changes nothing', async ({ town: { ctx }, ann }) => {
  await ann.subscribe()
  const ringsAt = isoOf((ctx.clock.now() + 60_000) as Instant)
  expect((await ann.rest(60_000, 5)).json()).toEqual({ ringsAt })
  expect((await ann.rest(60_000, 5)).json()).toEqual({ ringsAt })
  expect((await ann.rest(30_000, 2)).json()).toEqual({ ringsAt })
  expect((await ann.rest(null, 4)).json()).toEqual({ ringsAt })
  ctx.clock.advance(60_000)
  await ann.deliver()
  expect(ann.heard()).toHaveLength(1)
})

test('a push service that stumbles is asked again; one that knows the phone no more is not', async ({ town: { ctx, push }, ann }) => {
  await ann.subscribe()
  await ann.rest(1000)
  ctx.clock.advance(1000)
  push.answerWith(503)
  await ann.deliver()
  ctx.clock.advance(1000)
  await ann.deliver()
  expect(ann.heard()).toHaveLength(2)
  await ann.rest(1000)
  ctx.clock.advance(1000)
  push.answerWith(410)
  await ann.deliver()
  expect((await ann.rest(1000)).json()).toEqual({ ringsAt: null })
})

test('no push comes a minute too late, as after a server that was away', async ({ town: { ctx }, ann }) => {
  await ann.subscribe()
  await ann.rest(1000)
  ctx.clock.advance(62_000)
  await ann.deliver()
  expect(ann.heard()).toEqual([])
})

test('signing out ends it, also for a rest that is under way; so does saying so', async ({ town: { ctx, door }, ann }) => {
  const devices = () =>
    ctx.db.selectFrom('push_device').select('endpoint').where('endpoint', '=', ann.browser.subscription.endpoint).execute()
  await ann.subscribe()
  await ann.rest(60_000)
  expect((await door.ask('DELETE', '/v1/push/subscription', { token: ann.token })).statusCode).toBe(204)
  expect(await devices()).toEqual([])
  await ann.subscribe()
  await ann.rest(60_000)
  await door.ask('DELETE', '/v1/auth/sessions', { token: ann.signedInAgain.accessToken })
  await ann.deliver()
  expect(await devices()).toEqual([])
  ctx.clock.advance(60_000)
  await ann.deliver()
  expect(ann.heard()).toEqual([])
})

test('an account takes its devices with it', async ({ town: { ctx, door }, ann: { browser } }) => {
  const { accessToken: token, account } = await door.lifter(`${ctx.ids.next()}@example.test`)
  await door.ask('PUT', '/v1/push/subscription', { token, body: browser.subscription })
  await ctx.db
    .deleteFrom('account')
    .where('id', '=', account.id as never)
    .execute()
  expect(
    await ctx.db
      .selectFrom('push_device')
      .where('athlete_id', '=', account.id as never)
      .selectAll()
      .execute(),
  ).toEqual([])
})

test('another lifter’s words do not reach this phone', async ({ ann }) => {
  await ann.subscribe()
  await ann.rest(60_000)
  const word = { saidAt: '2030-01-01T00:00:00Z', endsAt: null }
  expect((await ann.said(word, ann.bob.accessToken)).json()).toEqual({ ringsAt: null })
  expect((await ann.rest(50_000, 1)).json<{ ringsAt: string | null }>().ringsAt).not.toBeNull()
})

test('what no browser would say is refused', async ({ town: { door }, ann }) => {
  const { subscription } = ann.browser
  for (const [change, code] of [
    [{ endpoint: 'ftp://push.example/x' }, 'request.invalid'],
    [{ endpoint: `https://push.example/${'x'.repeat(2000)}` }, 'request.invalid'],
    [{ endpoint: 'https://ann:pw@push.example/x' }, 'alerts.endpoint_refused'],
    [{ p256dh: 'AAAA' }, 'request.invalid'],
    [{ p256dh: `B${'A'.repeat(86)}` }, 'alerts.invalid_key'],
    [{ auth: 'short' }, 'request.invalid'],
  ] as const)
    expect((await ann.subscribe({ ...subscription, ...change })).json(), JSON.stringify(change)).toMatchObject({ status: 422, code })
  for (const [saidAt, endsAt] of [
    ['2026-03-02T18:00:00Z', '2026-03-02T21:00:00Z'],
    ['yesterday', null],
  ])
    expect((await ann.said({ saidAt, endsAt })).json()).toMatchObject({ status: 422, code: 'request.invalid' })
  expect((await door.ask('PUT', '/v1/push/rest', { body: {} })).statusCode).toBe(401)
})
