import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { actingAs, type Ctx, system } from './context.ts'
import type { App } from './http.ts'
import { outboxHealth } from './outbox.ts'
import type { EnginePort } from './ports/engine.ts'
import type { Shared } from './ports/shared.ts'
import { type QueueSettings, topicsOf } from './queue.ts'
import type { Room } from './room.ts'
import type { Shedding } from './shedding.ts'

/** In seconds; 0.3 is what the alert asks about. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10]

export interface Metrics {
  /** Parts of the world that are counted when they are used. */
  readonly watched: Pick<Ctx, 'engine'>
  readonly observeDelivery: NonNullable<QueueSettings['observe']>
  watchRequests(app: App): void
  watchShedding(shedding: Shedding): void
  /** Where Prometheus reads. */
  readonly address: string
  close(): Promise<void>
}

/** Counts for Prometheus, on a port of its own: undefined where nobody asked for it. No label ever holds an id or a word of a lifter. */
export async function openMetrics(ctx: Ctx, rooms: readonly Room[], shared: Shared | undefined): Promise<Metrics | undefined> {
  const { METRICS_PORT: port, METRICS_HOST: host } = ctx.config.environment
  if (port === undefined) return undefined
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const requests = new Histogram({
    name: 'gymgenius_request_seconds',
    help: 'Requests answered, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  })
  const deliveries = new Histogram({
    name: 'gymgenius_delivery_seconds',
    help: 'Background work, by what it was and how it ended',
    labelNames: ['topic', 'outcome'],
    buckets: [...BUCKETS, 60, 600],
    registers,
  })
  const answers = new Counter({
    name: 'gymgenius_engine_answers_total',
    help: 'Prescriptions, by who worked them out: the engine service (or the engine inside, where there is none), or the fallback',
    labelNames: ['source'],
    registers,
  })
  gauge('gymgenius_ready', 'Whether the database answers', async () => (await outbox()) !== undefined)
  gauge('gymgenius_outbox_waiting', 'Background work that waits', async () => (await outbox())?.waiting)
  gauge('gymgenius_outbox_oldest_seconds', 'How long the oldest of it waits', async () => (await outbox())?.oldestSeconds)
  gauge('gymgenius_outbox_dead', 'Background work that was given up', async () => (await outbox())?.dead)
  const { replica } = ctx
  if (replica !== undefined) {
    gauge('gymgenius_replica_lag_seconds', 'How old at most what the standby answers is', async () => replica.lagSeconds())
    const reads: Counter = new Counter({
      name: 'gymgenius_lagging_reads_total',
      help: 'Reads that may lag, by who answered them',
      labelNames: ['from'],
      registers,
      collect: () => {
        reads.reset()
        for (const [from, count] of Object.entries(replica.answered)) reads.inc({ from }, count)
      },
    })
  }
  if (shared !== undefined) gauge('gymgenius_redis_up', 'Whether Redis is there', async () => shared.isUp())

  function gauge(name: string, help: string, value: () => Promise<number | boolean | undefined>) {
    const it: Gauge = new Gauge({ name, help, registers, collect: async () => it.set(Number((await value()) ?? Number.NaN)) })
  }

  /** Asked once a reading, however many numbers come of it. */
  let asked: ReturnType<typeof outboxHealth> | undefined
  const outbox = () => {
    asked ??= actingAs(ctx, system, ({ db }) => outboxHealth(db, topicsOf(rooms), ctx.clock.now()))
    return asked.catch(() => undefined)
  }

  const engine: EnginePort = {
    prescribe: async (snapshot, target) => {
      const prescribed = await ctx.engine.prescribe(snapshot, target)
      answers.inc({ source: prescribed.source })
      return prescribed
    },
    close: () => ctx.engine.close(),
  }

  const server = createServer(({ method, url }, reply) => {
    if (url !== '/metrics') return void reply.writeHead(404).end()
    if (method !== 'GET') return void reply.writeHead(405, { allow: 'GET' }).end()
    asked = undefined
    tell(reply, register).catch(() => reply.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })

  return {
    watched: { engine },
    observeDelivery: ({ topic, outcome, seconds }) => deliveries.observe({ topic, outcome }, seconds),
    watchRequests: ({ http }) => {
      http.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
        requests.observe({ method, route: routeOptions.url ?? 'none', status: statusCode }, elapsedTime / 1000)
      })
    },
    watchShedding: (shedding) => {
      gauge('gymgenius_loop_delay_seconds', 'How late a turn of the event loop comes', async () => shedding.delaySeconds())
      const turnedAway: Counter = new Counter({
        name: 'gymgenius_turned_away_total',
        help: 'Requests turned away because the event loop was late',
        registers,
        collect: () => {
          turnedAway.reset()
          turnedAway.inc(shedding.turnedAway())
        },
      })
    },
    address: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}/metrics`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function tell(reply: ServerResponse, register: Registry) {
  const text = await register.metrics()
  reply.writeHead(200, { 'content-type': register.contentType }).end(text)
}
