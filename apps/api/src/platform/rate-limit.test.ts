import type { Instant } from '@gymgenius/domain'
import fc from 'fast-check'
import { upload } from '../modules/imports/imports.testing.ts'
import { anAthlete } from '../testing/builders.ts'
import { anApp } from '../testing/server.ts'
import { callerAs, expect, test } from '../testing/test.ts'
import { countHere, forgive, limitRate, networkOf, type RateRule, rateRules, waitMs } from './rate-limit.ts'

const aClock = () => {
  let now = 1_000_000
  return { now: () => now as Instant, pass: (ms: number) => (now += ms) }
}

const rules = fc.record({ count: fc.integer({ min: 1, max: 50 }), periodMs: fc.integer({ min: 50, max: 100_000 }) })
const ruleOf = (limits: { count: number; periodMs: number }): RateRule => ({ name: 'test', problem: 'request.too_many', ...limits })

test('as many as the rule says may come at once, and not one more', () => {
  fc.assert(
    fc.property(rules, (limits) => {
      const clock = aClock()
      const asked = Array.from({ length: limits.count + 10 }, () => countHere(clock, ruleOf(limits), 'ann'))
      expect(asked.filter((wait) => wait === 0)).toHaveLength(limits.count)
      expect(asked.slice(0, limits.count).every((wait) => wait === 0)).toBe(true)
    }),
  )
})

test('who waits as long as they were told is let in, and a moment earlier is not', () => {
  fc.assert(
    fc.property(rules, (limits) => {
      const clock = aClock()
      const rule = ruleOf(limits)
      for (let i = 0; i < limits.count; i++) countHere(clock, rule, 'ann')
      const wait = countHere(clock, rule, 'ann')
      clock.pass(wait / 2)
      expect(countHere(clock, rule, 'ann')).toBeCloseTo(wait / 2, 3)
      clock.pass(wait / 2)
      expect(countHere(clock, rule, 'ann')).toBe(0)
    }),
  )
})

test('in no window of time, however it is chosen, do more than a burst and the steady share get through', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(rules, gaps, (limits, waits) => {
      const clock = aClock()
      const start = clock.now()
      let allowed = 0
      for (const gap of waits) {
        clock.pass(gap)
        if (countHere(clock, ruleOf(limits), 'ann') === 0) allowed++
      }
      const elapsed = clock.now() - start
      expect(allowed).toBeLessThanOrEqual(limits.count + Math.floor((elapsed / limits.periodMs) * limits.count + 1e-6))
    }),
  )
})

test('one lifter’s haste costs another nothing, and a rule of one name does not count for another', async () => {
  const world = { clock: aClock() }
  for (let i = 0; i < 5; i++) await limitRate(world, rateRules.loginPerMinute, 'ann')
  await expect(limitRate(world, rateRules.loginPerMinute, 'ann')).rejects.toThrow('Too many attempts')
  expect(await waitMs(world, rateRules.loginPerMinute, 'bob')).toBe(0)
  expect(await waitMs(world, rateRules.refresh, 'ann')).toBe(0)
  await forgive(world, rateRules.loginPerMinute, 'ann')
  expect(await waitMs(world, rateRules.loginPerMinute, 'ann')).toBe(0)
})

test('an address counts as its network: a /24, or the /64 a household has to itself', () => {
  const networks: Record<string, string> = {
    '192.0.2.77': '192.0.2.0/24',
    '::ffff:192.0.2.77': '192.0.2.0/24',
    '2001:db8:1:2:3:4:5:6': '2001:db8:1:2::/64',
    '2001:0DB8:1:0002::6': '2001:db8:1:2::/64',
    '2001:db8::1': '2001:db8:0:0::/64',
    '::1': '0:0:0:0::/64',
    'fe80::1%eth0': 'fe80:0:0:0::/64',
  }
  for (const [address, network] of Object.entries(networks)) expect(networkOf(address)).toBe(network)
})

test('two hundred requests at once at a limit of fifty: fifty are answered, the rest are told when to come back', async ({ ctx }) => {
  const { config } = ctx
  const app = anApp({ ...ctx, config: { ...config, environment: { ...config.environment, RATE_LIMIT_PER_MINUTE: 50 } } })
  const replies = await Promise.all(Array.from({ length: 200 }, () => app.http.inject({ url: '/v1/echo/a' })))
  expect(replies.filter((reply) => reply.statusCode === 200)).toHaveLength(50)
  const refused = replies.find((reply) => reply.statusCode === 429)
  expect(refused?.headers).toMatchObject({ 'retry-after': '2', 'ratelimit-limit': '50', 'ratelimit-remaining': '0' })
  expect(refused?.json()).toMatchObject({ code: 'request.too_many', facts: { retryAfter: 2, limit: 50 } })
  ctx.clock.advance(2000)
  expect((await app.http.inject({ url: '/v1/echo/a' })).statusCode).toBe(200)
})

test('a forged X-Forwarded-For does not make a stranger new', async ({ ctx }) => {
  const { config } = ctx
  const app = anApp({ ...ctx, config: { ...config, environment: { ...config.environment, RATE_LIMIT_PER_MINUTE: 1 } } })
  const from = (address: string) => app.http.inject({ url: '/v1/echo/a', headers: { 'x-forwarded-for': address } })
  expect((await from('192.0.2.1')).statusCode).toBe(200)
  expect((await from('198.51.100.1')).statusCode).toBe(429)
})

test('behind a trusted proxy, only the address that proxy wrote counts', async ({ ctx }) => {
  const { config } = ctx
  const strict = { ...ctx, config: { ...config, environment: { ...config.environment, RATE_LIMIT_PER_MINUTE: 1 } } }
  const app = anApp(strict, { TRUST_PROXY: true })
  const from = (addresses: string) => app.http.inject({ url: '/v1/echo/a', headers: { 'x-forwarded-for': addresses } })
  expect((await from('203.0.113.1, 192.0.2.1')).statusCode).toBe(200)
  expect((await from('203.0.113.99, 192.0.2.1')).statusCode).toBe(429)
  expect((await from('203.0.113.1, 198.51.100.1')).statusCode).toBe(200)
})

test('two accounts behind one address do not share a limit', async ({ ctx }) => {
  const [ann, bob] = [await anAthlete(ctx), await anAthlete(ctx)]
  expect(await waitMs(ctx, rateRules.api(1), ann)).toBe(0)
  expect(await waitMs(ctx, rateRules.api(1), ann)).toBeGreaterThan(0)
  expect(await waitMs(ctx, rateRules.api(1), bob)).toBe(0)
})

test('what costs much is counted by itself: a copy of everything, a file to read, changes of a phone', async ({ ctx, api }) => {
  const strict = await callerAs(
    { ...ctx, config: { ...ctx.config, environment: { ...ctx.config.environment, RATE_LIMIT_PER_MINUTE: 40 } } },
    api.athleteId,
  )
  const push = () => strict.post('/v1/sync', { deviceId: api.athleteId, ops: [] })
  const costly = [
    { most: 2, ask: () => strict.get('/v1/export') },
    { most: 2, ask: () => upload(strict, 'Date,Exercise') },
    { most: 8, ask: push },
  ]
  for (const { most, ask } of costly) {
    for (let i = 0; i < most; i++) expect((await ask()).statusCode).not.toBe(429)
    expect((await ask()).json()).toMatchObject({ code: 'request.too_many', facts: { limit: most } })
  }
  expect((await strict.get('/v1/me')).statusCode).toBe(200)
})
