import { daysBefore, type Instant } from '@gymgenius/domain'
import { actingAs, type Ctx, system } from './context.ts'
import type { Db } from './database.ts'
import { isUnexpected } from './http/problem-reply.ts'
import * as outbox from './outbox.ts'
import type { Room, RoomChore } from './room.ts'

const POLL_MS = 1000
const LEASE_MS = 10_000
const RENEW_MS = 3000
const KEEP_DELIVERED_DAYS = 7
const KEEP_DEAD_DAYS = 90

interface Chore extends RoomChore {
  readonly name: string
}

/** Does the chores of all rooms when they are due: each by one process at a time, also where several serve the same database. */
export function startChores(ctx: Ctx, rooms: readonly Room[]): { stop(): Promise<void> } {
  const { long = [], short = [] } = Object.groupBy(choresOf(rooms), ({ takesLong }) => (takesLong === true ? 'long' : 'short'))
  const lanes = [startLane(ctx, short), startLane(ctx, long)]
  return { stop: async () => void (await Promise.all(lanes.map((lane) => lane.stop()))) }
}

/** These chores take turns with each other, and with those of no other lane. */
function startLane(ctx: Ctx, chores: readonly Chore[]): { stop(): Promise<void> } {
  const notBefore = new Map<string, Instant>()
  let round = Promise.resolve()
  let busy = false
  let stopped = false
  const poll = setInterval(() => {
    if (busy) return
    busy = true
    round = doDue().finally(() => {
      busy = false
    })
  }, POLL_MS)

  async function doDue() {
    for (const chore of chores) {
      const wait = (notBefore.get(chore.name) ?? 0) - ctx.clock.now()
      if (stopped || (wait > 0 && wait <= chore.everySeconds * 1000 + outbox.CLOCKS_AGREE_MS)) continue // a longer one: the clock was put back
      const again = await doChore(ctx, chore).catch((error: unknown) => {
        ctx.log.error({ err: error, chore: chore.name }, 'the chore could not be claimed')
        return ctx.clock.now()
      })
      notBefore.set(chore.name, again)
    }
  }

  return {
    stop: async () => {
      stopped = true
      clearInterval(poll)
      await round
    },
  }
}

/** Does one chore if it is due and nobody else is at it; answers when to ask again. */
export async function doChore(ctx: Ctx, { name, everySeconds, run }: Chore): Promise<Instant> {
  const now = ctx.clock.now()
  const claimed = await asSystem(ctx, (db) => outbox.claimChore(db, { name, everyMs: everySeconds * 1000 }, now, after(now, LEASE_MS)))
  if (claimed !== 'mine') return claimed
  const renewal = setInterval(() => {
    asSystem(ctx, (db) => outbox.extendChoreLease(db, name, after(ctx.clock.now(), LEASE_MS))).catch(() => {})
  }, RENEW_MS)
  let pause = everySeconds * 1000
  const error = await run(ctx).then(
    (left) => {
      if (left === 'more') pause = 0
      return null
    },
    (reason: unknown) => {
      if (isUnexpected(reason)) ctx.faults.tell(reason, { says: 'chore failed', at: name })
      else ctx.log.error({ err: reason, at: name }, 'chore failed')
      return String(reason).slice(0, 1000)
    },
  )
  clearInterval(renewal)
  const again = after(ctx.clock.now(), pause)
  await asSystem(ctx, (db) => outbox.finishChore(db, name, again, error))
  return again
}

function choresOf(rooms: readonly Room[]): Chore[] {
  const theirs = rooms.flatMap((room) => Object.entries(room.chores ?? {}).map(([name, chore]) => ({ ...chore, name })))
  return [{ name: 'platform.forget_delivered', everySeconds: 3600, run: forgetDelivered }, ...theirs]
}

const forgetDelivered = (ctx: Ctx) =>
  asSystem(ctx, (db) => outbox.forgetOld(db, daysBefore(ctx.clock.now(), KEEP_DELIVERED_DAYS), daysBefore(ctx.clock.now(), KEEP_DEAD_DAYS)))

const asSystem = <T>(ctx: Ctx, work: (db: Db) => Promise<T>) => actingAs(ctx, system, (ctx) => work(ctx.db))
const after = (at: Instant, milliseconds: number) => (at + milliseconds) as Instant
