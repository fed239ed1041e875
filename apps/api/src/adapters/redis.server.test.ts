import { instant } from '@gymgenius/domain'
import { expect, onTestFinished, test } from 'vitest'
import { limitRate, type RateRule, waitMs } from '../platform/rate-limit.ts'
import { until } from '../testing/machines.ts'
import { openRedisServer } from '../testing/redis-server.ts'
import { openRedis } from './redis.ts'

const aClock = () => ({ now: () => instant(new Date()) })
const log = { info() {}, warn() {}, error() {} }
const fiftyAnHour: RateRule = { name: 'test', count: 50, periodMs: 3_600_000, problem: 'request.too_many' }

async function aRedis(settings = {}) {
  const server = await openRedisServer(settings)
  onTestFinished(() => server.close())
  return server
}

/** What one process sees of it. */
async function aProcess(url: string) {
  const clock = aClock()
  const shared = await openRedis({ url, clock, log, commandMs: 10_000 /* this machine may be busy */ })
  onTestFinished(() => shared.close())
  return { shared, world: { clock, rates: shared.rates } }
}

test('two hundred attempts at once at two servers, at a limit of fifty: fifty are let in', async () => {
  const redis = await aRedis()
  const both = [await aProcess(redis.url), await aProcess(redis.url)]
  const waits = await Promise.all(Array.from({ length: 200 }, (_, i) => waitMs(both[i % 2]!.world, fiftyAnHour, 'ann')))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(50)
  await expect(limitRate(both[1]!.world, fiftyAnHour, 'ann')).rejects.toMatchObject({
    code: 'request.too_many',
    facts: { limit: 50, retryAfter: expect.closeTo(72, -1) as number },
  })
  await expect(limitRate(both[0]!.world, fiftyAnHour, 'bob')).resolves.toBeUndefined()
})

test('while Redis is away each server counts for itself, and together again when it is back', async () => {
  const redis = await aRedis()
  const { shared, world } = await aProcess(redis.url)
  await redis.kill()
  await until(async () => !shared.isUp())
  const waits = await Promise.all(Array.from({ length: 60 }, () => waitMs(world, fiftyAnHour, 'ann')))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(50)
  await redis.start()
  await until(async () => shared.isUp())
  const other = await aProcess(redis.url)
  for (let i = 0; i < 50; i++) await limitRate(i % 2 === 0 ? world : other.world, fiftyAnHour, 'eve')
  expect(await waitMs(other.world, fiftyAnHour, 'eve')).toBeGreaterThan(0)
})

test('F52 the clock of Redis is put back by an hour: who had used up the limit waits as long as before, and no hour more', async () => {
  const redis = await aRedis()
  const { world } = await aProcess(redis.url)
  const then = Date.now() + 3_600_000
  await redis.say('SET', 'gymgenius:rate:test:ann', `${then + fiftyAnHour.periodMs}@${then}`)
  expect(await waitMs(world, fiftyAnHour, 'ann')).toBeCloseTo(fiftyAnHour.periodMs / fiftyAnHour.count, -3)
  expect(await waitMs(world, fiftyAnHour, 'bob')).toBe(0)
})

test.for([
  ['forgets at a crash', { appendonly: 'no' }, 'set appendonly yes'],
  ['throws work away when it is full', { 'maxmemory-policy': 'allkeys-lru' }, 'set maxmemory-policy noeviction'],
] as const)('a Redis that %s is refused, with the mend', async ([, settings, mend]) => {
  const redis = await aRedis(settings)
  await expect(openRedis({ url: redis.url, clock: aClock(), log, commandMs: 10_000 })).rejects.toThrow(mend)
})

test('a server starts without its Redis and takes it up when it comes', async () => {
  const redis = await aRedis()
  await redis.kill()
  const { shared } = await aProcess(redis.url)
  expect(shared.isUp()).toBe(false)
  await redis.start()
  await until(async () => shared.isUp())
})
