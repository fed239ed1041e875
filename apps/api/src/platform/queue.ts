import { Problem, problems } from '@gymgenius/contracts'
import type { Instant, Rng } from '@gymgenius/domain'
import { actingAs, type Ctx, system } from './context.ts'
import type { Db } from './database.ts'
import { startChores } from './chores.ts'
import * as outbox from './outbox.ts'
import type { Room } from './room.ts'

const SIDE_BY_SIDE = 4
const POLL_MS = 500
/** A process that dies gives its work back after so long; a living one renews. */
const LEASE_MS = 10_000
const RENEW_MS = 3000
const TRIES = 5

export interface QueueSettings {
  readonly rooms: readonly Room[]
  /** Spreads retries, so that what failed together is not tried together. */
  readonly rng: Rng
  /** After so long a try counts as failed, whatever it is still doing. */
  readonly timeoutMs?: number
}

export interface Queue {
  /** Looks for work now instead of at the next poll. */
  wake(): void
  /** Takes nothing new, and waits for what is running. */
  stop(): Promise<void>
}

type Handler = (ctx: Ctx, payload: unknown) => Promise<void>

/** Delivers the outbox inside this process: facts to the rooms that listen, jobs to their room, at least once each. */
export function startQueue(ctx: Ctx, settings: QueueSettings): Queue {
  const handlers = handlersOf(settings.rooms)
  const chores = startChores(ctx, settings.rooms)
  const running = new Set<Promise<void>>()
  let stopped = false
  let looking = false
  let lookAgain = false

  async function look() {
    lookAgain = looking
    if (looking) return
    looking = true
    do {
      lookAgain = false
      const free = SIDE_BY_SIDE - running.size
      if (free <= 0 || stopped) break
      const deliveries = await claim(ctx, handlers, free)
      for (const delivery of deliveries) keepTrack(deliver(ctx, settings, handlers, delivery))
      if (deliveries.length === free) lookAgain = true
    } while (lookAgain)
    looking = false
  }

  function keepTrack(work: Promise<void>) {
    const tracked = work.catch(complain).finally(() => {
      running.delete(tracked)
      wake()
    })
    running.add(tracked)
  }

  const complain = (error: unknown) => ctx.log.error({ err: error }, 'the queue could not reach the database')
  const wake = () => {
    if (!stopped) {
      look().catch((error: unknown) => {
        looking = false
        complain(error)
      })
    }
  }
  const poll = setInterval(wake, POLL_MS)

  return {
    wake,
    stop: async () => {
      stopped = true
      clearInterval(poll)
      await Promise.all([...running, chores.stop()])
    },
  }
}

/** Delivers everything that is due, retries left out, and returns when it is done: for tests and for commands that do not stay. */
export async function deliverDue(ctx: Ctx, settings: QueueSettings): Promise<number> {
  const handlers = handlersOf(settings.rooms)
  let count = 0
  for (;;) {
    const [delivery] = await claim(ctx, handlers, 1)
    if (delivery === undefined) return count
    await deliver(ctx, settings, handlers, delivery)
    count++
  }
}

function claim(ctx: Ctx, handlers: ReadonlyMap<string, Handler>, count: number) {
  const now = ctx.clock.now()
  const topics = [...handlers.keys()]
  return asSystem(ctx, async (db) => {
    await outbox.markUnheardDone(db, topics, now)
    return topics.length === 0 ? [] : outbox.claimDeliveries(db, topics, count, now, after(now, LEASE_MS))
  })
}

async function deliver(ctx: Ctx, settings: QueueSettings, handlers: ReadonlyMap<string, Handler>, delivery: outbox.Delivery) {
  const { id, topic, payload, attempts } = delivery
  if (attempts > TRIES) return asSystem(ctx, (db) => outbox.markDead(db, id, ctx.clock.now(), 'the process died at every try'))
  const renewal = setInterval(() => {
    asSystem(ctx, (db) => outbox.extendLease(db, id, after(ctx.clock.now(), LEASE_MS))).catch(() => {})
  }, RENEW_MS)
  try {
    await inTime(handlers.get(topic)!(ctx, payload), settings.timeoutMs ?? 15 * 60_000)
    await asSystem(ctx, (db) => outbox.markDone(db, id, ctx.clock.now()))
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).slice(0, 1000)
    const isFinal = attempts >= TRIES || (error instanceof Problem && problems[error.code].status < 500)
    const now = ctx.clock.now()
    ctx.log[isFinal ? 'error' : 'warn']({ err: error, topic, delivery: id, attempts }, isFinal ? 'delivery given up' : 'delivery failed')
    await asSystem(ctx, (db) =>
      isFinal ? outbox.markDead(db, id, now, reason) : outbox.retryLater(db, id, after(now, pauseMs(attempts, settings.rng)), reason),
    )
  } finally {
    clearInterval(renewal)
  }
}

/** 1 s, 4 s, 16 s, 64 s, each made up to half longer or shorter. */
const pauseMs = (attempts: number, rng: Rng) => 1000 * 4 ** (attempts - 1) * (0.5 + rng())

function handlersOf(rooms: readonly Room[]): ReadonlyMap<string, Handler> {
  const handlers = new Map<string, Handler>()
  for (const room of rooms) {
    for (const [event, listen] of Object.entries(room.listens ?? {})) {
      const before = handlers.get(`event:${event}`)
      const heard: Handler = (ctx, payload) => actingAs(ctx, system, (ctx) => (listen as Handler)(ctx, payload))
      handlers.set(`event:${event}`, before === undefined ? heard : both(before, heard))
    }
    for (const [job, run] of Object.entries(room.jobs ?? {})) handlers.set(`job:${job}`, run as Handler)
  }
  return handlers
}

/** The second room hears also where the first one failed. */
const both =
  (first: Handler, second: Handler): Handler =>
  async (ctx, payload) => {
    const results = [await settled(first(ctx, payload)), await settled(second(ctx, payload))]
    for (const { error } of results.filter((result) => 'error' in result)) throw error
  }

const settled = (work: Promise<void>): Promise<{ error?: unknown }> =>
  work.then(
    () => ({}),
    (error: unknown) => ({ error }),
  )

async function inTime(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${milliseconds / 1000} s`)), milliseconds)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const asSystem = <T>(ctx: Ctx, work: (db: Db) => Promise<T>) => actingAs(ctx, system, (ctx) => work(ctx.db))
const after = (at: Instant, milliseconds: number) => (at + milliseconds) as Instant
