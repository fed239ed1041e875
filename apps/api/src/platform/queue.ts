import { Problem, problems } from '@gymgenius/contracts'
import type { Instant, OpId, Rng } from '@gymgenius/domain'
import { actingAs, type Ctx, system } from './context.ts'
import type { Db } from './database.ts'
import { startChores } from './chores.ts'
import * as outbox from './outbox.ts'
import { isUnexpected } from './http/problem-reply.ts'
import type { RelayPort } from './ports/relay.ts'
import { knownBy } from './request-here.ts'
import type { Room } from './room.ts'

const SIDE_BY_SIDE = 4
const POLL_MS = 500
/** Told at one time. What nobody took up after so long is told again: whoever heard of it forgot it. */
const TELL = 500
const TOLD_MS = 30_000
/** A process that dies gives its work back after so long; a living one renews. */
const LEASE_MS = 10_000
const RENEW_MS = 3000
const TRIES = 5
/** Of a job that waits for somebody outside: one about each quarter of an hour, for two days. */
const PATIENT_TRIES = 200
const LONGEST_PAUSE_MS = 15 * 60_000

export interface QueueSettings {
  readonly rooms: readonly Room[]
  /** Spreads retries, so that what failed together is not tried together. */
  readonly rng: Rng
  /** After so long a try counts as failed, whatever it is still doing. */
  readonly timeoutMs?: number
  /** Tells workers on other machines what is due; without it, and while it is away, each looks for itself. */
  readonly relay?: RelayPort | undefined
  readonly observe?: (delivered: { topic: string; outcome: 'done' | 'failed' | 'given_up'; seconds: number }) => void
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
  const topics = [...handlers.keys()]
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
      if (await tellOthers(ctx, settings.relay, topics)) break
      const free = SIDE_BY_SIDE - running.size
      if (free <= 0 || stopped) break
      const deliveries = await claim(ctx, topics, free)
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
  const hearing = settings.relay?.hear(async (id) => {
    const [delivery] = stopped ? [] : await claim(ctx, topics, 1, id).catch((error: unknown) => (complain(error), []))
    if (delivery === undefined) return // done already, or somebody else's
    const work = deliver(ctx, settings, handlers, delivery)
    keepTrack(work)
    await work.catch(() => {})
  }, SIDE_BY_SIDE)

  return {
    wake,
    stop: async () => {
      stopped = true
      clearInterval(poll)
      await Promise.all([...running, chores.stop(), hearing?.close()])
    },
  }
}

/** For a process that does no background work itself: tells the workers at once what its requests asked for. */
export function startTelling(ctx: Ctx, rooms: readonly Room[], relay: RelayPort): Queue {
  const topics = topicsOf(rooms)
  let telling = Promise.resolve(true)
  return {
    wake: () => {
      telling = telling.then(() => tellOthers(ctx, relay, topics))
    },
    stop: async () => void (await telling),
  }
}

/** Tells the workers what is due. False where that cannot be done: then whoever can delivers it without having been told. */
async function tellOthers(ctx: Ctx, relay: RelayPort | undefined, topics: readonly string[]): Promise<boolean> {
  if (relay?.isUp() !== true) return false
  try {
    if (await relay.hasForgotten()) await asSystem(ctx, outbox.takeBackHandedOn)
    for (let left = true; left;) {
      const now = ctx.clock.now()
      const due = await asSystem(ctx, async (db) => {
        await outbox.markUnheardDone(db, topics, now)
        return outbox.handOn(db, topics, TELL, now, after(now, TOLD_MS))
      })
      await relay.tell(due)
      left = due.length === TELL
    }
    return true
  } catch (error) {
    ctx.log.warn({ err: error }, 'nobody could be told of the work')
    return false
  }
}

/** What the rooms listen to and do, by the names it has in the outbox. */
export const topicsOf = (rooms: readonly Room[]): string[] => [...handlersOf(rooms).keys()]

/** Delivers everything that is due, retries left out, and returns when it is done: for tests and for commands that do not stay. */
export async function deliverDue(ctx: Ctx, settings: QueueSettings): Promise<number> {
  const handlers = handlersOf(settings.rooms)
  let count = 0
  for (;;) {
    const [delivery] = await claim(ctx, [...handlers.keys()], 1)
    if (delivery === undefined) return count
    await deliver(ctx, settings, handlers, delivery)
    count++
  }
}

function claim(ctx: Ctx, topics: readonly string[], count: number, only?: OpId) {
  const now = ctx.clock.now()
  return asSystem(ctx, async (db) => {
    if (only === undefined) await outbox.markUnheardDone(db, topics, now)
    return topics.length === 0 ? [] : outbox.claimDeliveries(db, topics, count, now, after(now, LEASE_MS), only)
  })
}

async function deliver(ctx: Ctx, settings: QueueSettings, handlers: ReadonlyMap<string, Handler>, delivery: outbox.Delivery) {
  const { id, topic, payload, attempts, requestId, traceParent } = delivery
  const tries = triesOf(settings.rooms, topic)
  if (attempts > tries) return asSystem(ctx, (db) => outbox.markDead(db, delivery, ctx.clock.now(), 'the process died at every try'))
  const began = performance.now()
  const observe = (outcome: 'done' | 'failed' | 'given_up') =>
    settings.observe?.({ topic, outcome, seconds: (performance.now() - began) / 1000 })
  const handled = () => handlers.get(topic)!(ctx, payload)
  const facts = {
    'messaging.destination.name': topic,
    'gymgenius.attempt': attempts,
    ...(requestId && { 'gymgenius.request_id': requestId }),
  }
  const work = () => ctx.traces?.during({ name: topic, kind: 'consumer', after: traceParent, facts }, handled) ?? handled()
  const renewal = setInterval(() => {
    asSystem(ctx, (db) => outbox.extendLease(db, delivery, after(ctx.clock.now(), LEASE_MS))).catch(() => {})
  }, RENEW_MS)
  try {
    await inTime(requestId === null ? work() : knownBy(requestId, work), settings.timeoutMs ?? 15 * 60_000)
    await asSystem(ctx, (db) => outbox.markDone(db, delivery, ctx.clock.now()))
    observe('done')
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).slice(0, 1000)
    const isFinal = attempts >= tries || (error instanceof Problem && problems[error.code].status < 500)
    const now = ctx.clock.now()
    observe(isFinal ? 'given_up' : 'failed')
    const says = isFinal ? 'delivery given up' : 'delivery failed'
    if (isFinal && isUnexpected(error))
      ctx.faults.tell(error, { says, at: topic, requestId: requestId ?? undefined, facts: { delivery: id, attempts } })
    else ctx.log[isFinal ? 'error' : 'warn']({ err: error, at: topic, delivery: id, attempts, requestId }, says)
    await asSystem(ctx, (db) =>
      isFinal
        ? outbox.markDead(db, delivery, now, reason)
        : outbox.retryLater(db, delivery, after(now, pauseMs(attempts, settings.rng)), reason),
    )
  } finally {
    clearInterval(renewal)
  }
}

/** 1 s, 4 s, 16 s, 64 s and so on, a quarter of an hour at most, each made up to half longer or shorter. */
const pauseMs = (attempts: number, rng: Rng) => Math.min(1000 * 4 ** (attempts - 1), LONGEST_PAUSE_MS) * (0.5 + rng())

const triesOf = (rooms: readonly Room[], topic: string) =>
  rooms.some(({ patientJobs = [] }) => patientJobs.some((job) => topic === `job:${job}`)) ? PATIENT_TRIES : TRIES

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
