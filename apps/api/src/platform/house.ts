import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { actingAs, type Ctx, system } from './context.ts'
import { localCertificates } from './certificates.ts'
import { openDoorway } from './doorway.ts'
import { mountHealth } from './health.ts'
import { type App, createHttp } from './http.ts'
import { type Metrics, openMetrics } from './metrics.ts'
import type { Shared } from './ports/shared.ts'
import { type Queue, startQueue, startTelling } from './queue.ts'
import type { Environment } from './config.ts'
import type { DomainEvents } from './events.ts'
import type { Room } from './room.ts'
import { migrateSafely } from './migrate-safely.ts'
import { shedLoad } from './shedding.ts'
import { traceRequests } from './trace-requests.ts'
import { mountWebFiles } from './web-files.ts'
import type { World } from './world.ts'

const FINISH_REQUESTS_MS = 5000 // who stops a container waits ten seconds by default, and then kills
const FINISH_JOBS_MS = 5000

export interface Plan {
  readonly rooms: readonly Room[]
  readonly authenticate: App['authenticate']
  /** The built app; a page says how to build it where it is missing. */
  readonly webFolder: string
}

export interface House {
  /** Where it answers, as a URL. */
  readonly address: string
  readonly ctx: Ctx
  /** Where a phone in the local network begins, when we serve with a certificate of our own. */
  readonly phoneAddress?: string
  /** Answers what was asked, refuses what comes after, and closes everything. */
  close(): Promise<void>
}

/** Migrates the database, lets every room prepare and, unless it is a worker's, mount its doors, and listens. */
export async function openHouse(world: World, plan: Plan, shared?: Shared): Promise<House> {
  let hasPost = false
  const post = { heard: factsHeard(plan.rooms), noted: () => void (hasPost = true) }
  const metrics = await openMetrics(world.ctx, plan.rooms, shared)
  const ctx = { ...world.ctx, post, ...metrics?.watched, ...(shared === undefined ? {} : { rates: shared.rates }) }
  await migrateSafely(world)
  for (const room of plan.rooms) if (room.prepare !== undefined) await actingAs(ctx, system, room.prepare)

  let isDraining = false
  const { HOST: host, PORT: port, ROLE, DRAIN_SECONDS, SHED_LOOP_DELAY_MS: mostDelayMs } = ctx.config.environment
  const tls = await certificatesOf(ctx)
  const app: App = {
    http: createHttp(ctx.log, { ...ctx.config.environment, faults: ctx.faults, ...(tls === undefined ? {} : { tls }) }),
    ctx: { ...ctx, ...(world.door === undefined ? {} : { door: world.door }) },
    served: [],
    authenticate: plan.authenticate,
  }
  mountHealth(app, () => isDraining, shared)
  metrics?.watchRequests(app)
  metrics?.watchShedding(shedLoad({ http: app.http, log: world.ctx.log, mostDelayMs }))
  traceRequests(app.http, ctx.traces, ctx.config.environment)
  if (ROLE !== 'worker') {
    for (const room of plan.rooms) room.mount?.(app, plan.rooms)
    mountWebFiles(app, plan.webFolder)
  }
  let queue: Queue | undefined
  app.http.addHook('onResponse', async () => {
    if (!hasPost) return
    hasPost = false
    queue?.wake() // what was asked for need not wait for the next look
  })
  await app.http.listen({ host, port })
  const at = app.http.server.address() as AddressInfo
  const doorway = tls === undefined ? undefined : await openDoorway(host, at.port, tls)
  queue = queueOf(ctx, plan, shared, metrics)

  return {
    ctx,
    address: urlOf(at, tls !== undefined),
    ...(doorway === undefined ? {} : { phoneAddress: doorway.address }),
    close: async () => {
      isDraining = true
      const stopped = queue === undefined ? undefined : inTime(queue.stop(), FINISH_JOBS_MS) // a job that is cut off is done again: its lease ends
      await sleep(DRAIN_SECONDS * 1000)
      const impatience = setTimeout(() => app.http.server.closeAllConnections(), FINISH_REQUESTS_MS)
      await Promise.all([app.http.close(), doorway?.close(), stopped])
      clearTimeout(impatience)
      await Promise.all([metrics?.close(), shared?.close()])
      await world.close()
    },
  }
}

/** Who does the work in the background here, or tells those who do. */
function queueOf(ctx: Ctx, { rooms }: Plan, shared: Shared | undefined, metrics: Metrics | undefined): Queue | undefined {
  if (ctx.config.environment.ROLE !== 'api')
    return startQueue(ctx, { rooms, rng: chance, relay: shared?.relay, ...(metrics && { observe: metrics.observeDelivery }) })
  return shared === undefined ? undefined : startTelling(ctx, rooms, shared.relay)
}

/** A certificate of our own, where one was asked for and there is a door to put it on. */
async function certificatesOf({ config, clock }: Ctx) {
  const { DATA_DIR, ROLE, TLS }: Environment = config.environment
  return TLS === 'auto' && ROLE !== 'worker' ? localCertificates(DATA_DIR, clock.now()) : undefined
}

/** The facts that some room listens to. */
const factsHeard = (rooms: readonly Room[]) => new Set(rooms.flatMap((room) => Object.keys(room.listens ?? {}) as (keyof DomainEvents)[]))

async function inTime(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const chance = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32

function urlOf({ address, family, port }: AddressInfo, isSecure: boolean) {
  const host = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(address) ? 'localhost' : family === 'IPv6' ? `[${address}]` : address
  return `${isSecure ? 'https' : 'http'}://${host}:${port}`
}
