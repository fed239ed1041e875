import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { rooms } from '../rooms.ts'
import { until } from '../testing/machines.ts'
import { expect, test } from '../testing/test.ts'
import { mountHealth } from './health.ts'
import { createHttp } from './http.ts'
import { openMetrics } from './metrics.ts'
import { shedLoad } from './shedding.ts'

/** Nobody else gets a turn meanwhile. */
function holdTheLoop(ms: number) {
  for (const end = performance.now() + ms; performance.now() < end;);
}

test('F47 a busy event loop turns callers away with a time to come back, tells health and numbers all the same, and lets them in again', async ({
  ctx,
}) => {
  const said: object[] = []
  const hear = (facts: object, text: string) => void said.push({ ...facts, text })
  const environment = { ...ctx.config.environment, METRICS_PORT: 0 }
  const metrics = (await openMetrics({ ...ctx, config: { ...ctx.config, environment } }, rooms, undefined))!
  const http = createHttp()
  onTestFinished(async () => void (await Promise.all([http.close(), metrics.close()])))
  mountHealth({ http, ctx, served: [], authenticate: async () => undefined }, () => false)
  metrics.watchShedding(shedLoad({ http, log: { info: hear, warn: hear }, mostDelayMs: 150, lookMs: 100 }))
  let done = 0
  http.get('/work', async () => ({ done: ++done }))
  const knock = () => http.inject('/work')
  await until(async () => (await knock()).statusCode === 200)

  let doneBefore = done
  let heard = await knock()
  while (heard.statusCode !== 503) {
    holdTheLoop(300)
    await sleep(1)
    doneBefore = done
    heard = await knock()
  }
  expect(done).toBe(doneBefore)
  expect(heard.headers).toMatchObject({ 'retry-after': '5', 'content-type': 'application/problem+json; charset=utf-8' })
  expect(heard.json()).toMatchObject({ status: 503, code: 'server.busy', facts: { retryAfter: 5 } })
  const health = ['/healthz', '/readyz'].map(async (path) => (await http.inject(path)).statusCode)
  expect(await Promise.all(health)).toEqual([200, 200])

  await until(async () => (await knock()).statusCode === 200)
  const [first, last] = [said[0], said.at(-1)]
  expect(first).toMatchObject({ delayMs: expect.any(Number) as number, text: 'the event loop is late: callers are turned away' })
  expect(last).toMatchObject({ turnedAway: expect.any(Number) as number, text: 'the event loop is in time again: callers are let in' })
  const told = await (await fetch(metrics.address)).text()
  expect(told).toMatch(/^gymgenius_turned_away_total [1-9]\d*$/m)
  expect(told).toMatch(/^gymgenius_loop_delay_seconds [\d.e-]+$/m)
})
