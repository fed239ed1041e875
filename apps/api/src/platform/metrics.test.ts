import { onTestFinished } from 'vitest'
import { openDoor } from '../testing/front-door.ts'
import { expect, test } from '../testing/test.ts'
import type { Ctx } from './context.ts'
import { openMetrics } from './metrics.ts'
import { rooms } from '../rooms.ts'

async function counted(ctx: Ctx) {
  const environment = { ...ctx.config.environment, METRICS_PORT: 0 }
  const metrics = (await openMetrics({ ...ctx, config: { ...ctx.config, environment } }, rooms, undefined))!
  onTestFinished(() => metrics.close())
  const read = async () => (await fetch(metrics.address)).text()
  const door = await openDoor({ ...ctx, ...metrics.watched })
  return { metrics, read, door }
}

test('a request is counted by its route and status, and no id or address of a lifter is told', async ({ ctx }) => {
  const { metrics, read, door } = await counted(ctx)
  metrics.watchRequests({ http: door.http } as Parameters<typeof metrics.watchRequests>[0])
  const ann = await door.lifter('ann@example.test')
  await door.ask('GET', '/v1/workouts/019caf80-0000-7000-8000-00000000dead', { token: ann.accessToken })
  const told = await read()
  expect(told).toContain('gymgenius_request_seconds_count{method="POST",route="/v1/auth/login",status="200"} 1')
  expect(told).toContain('gymgenius_request_seconds_count{method="GET",route="/v1/workouts/:id",status="404"} 1')
  expect(told).not.toMatch(/00000000dead|ann@example/)
})

test('work in the background is told: what waits, how long, and what was given up', async ({ ctx }) => {
  const { metrics, read } = await counted(ctx)
  await ctx.db.deleteFrom('outbox').execute()
  const at = new Date(ctx.clock.now() - 60_000)
  await ctx.db
    .insertInto('outbox')
    .values({ id: ctx.ids.next(), topic: 'job:imports.commit', payload: '{}', announced_at: at, due_at: at, attempts: 0 })
    .execute()
  metrics.observeDelivery({ topic: 'job:imports.undo', outcome: 'done', seconds: 0.2 })
  const told = await read()
  expect(told).toContain('gymgenius_outbox_waiting 1')
  expect(told).toContain('gymgenius_outbox_oldest_seconds 60')
  expect(told).toContain('gymgenius_outbox_dead 0')
  expect(told).toContain('gymgenius_delivery_seconds_count{topic="job:imports.undo",outcome="done"} 1')
})

test('nothing is counted where nobody asked, and there is nothing else on that port', async ({ ctx }) => {
  expect(await openMetrics(ctx, rooms, undefined)).toBeUndefined()
  const { metrics } = await counted(ctx)
  expect((await fetch(metrics.address.replace('/metrics', '/'))).status).toBe(404)
  expect((await fetch(metrics.address, { method: 'POST' })).status).toBe(405)
})
