import { dateOf, daysBefore, instant, type Instant, MINUTE_MS, type OpId } from '@gymgenius/domain'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Db } from './database.ts'
import type { Tables } from './tables.generated.ts'

/** A row of the outbox that is ours to deliver until its lease ends. */
export interface Delivery {
  readonly id: OpId
  readonly topic: string
  readonly payload: unknown
  /** This try included. Whoever holds another number lost the row to somebody else, and has no say in it any more. */
  readonly attempts: number
  /** The request that asked for it. */
  readonly requestId: string | null
  /** The span of that request in which it was asked for. */
  readonly traceParent: string | null
}

/** Machines agree on the time as well as this. What is further ahead than it can be was written before a clock was put back: nobody waits until then. */
export const CLOCKS_AGREE_MS = 5 * MINUTE_MS

const isOver = (until: 'leased_until' | 'handed_until', now: Instant) =>
  sql<boolean>`(${sql.ref(until)} is null or ${sql.ref(until)} <= ${dateOf(now)} or ${sql.ref(until)} > ${dateOf(after(now, CLOCKS_AGREE_MS))})`

const isDue = (topics: readonly string[], now: Instant) => (is: ExpressionBuilder<Tables, 'outbox'>) =>
  is.and([
    is('topic', 'in', topics),
    is('done_at', 'is', null),
    is('dead_at', 'is', null),
    is.or([is('due_at', '<=', dateOf(now)), is.and([is('announced_at', '>', dateOf(now)), is('due_at', '=', is.ref('announced_at'))])]),
    isOver('leased_until', now),
  ])

/** Takes up to `count` rows that are due and nobody else is delivering; one that died with its deliverer is due again. `only`: that one. */
export async function claimDeliveries(
  db: Db,
  topics: readonly string[],
  count: number,
  now: Instant,
  until: Instant,
  only?: OpId,
): Promise<Delivery[]> {
  const due = db
    .selectFrom('outbox')
    .select('id')
    .where(isDue(topics, now))
    .$if(only !== undefined, (query) => query.where('id', '=', only!))
    .orderBy('due_at')
    .orderBy('id')
    .limit(count)
    .forUpdate()
    .skipLocked()
  const rows = await db
    .updateTable('outbox')
    .set((row) => ({ leased_until: dateOf(until), handed_until: null, attempts: row('attempts', '+', 1) }))
    .where('id', 'in', due)
    .returning(['id', 'topic', 'payload', 'attempts', 'request_id', 'trace_parent'])
    .execute()
  return rows.map(({ id, topic, payload, attempts, request_id, trace_parent }) => ({
    id: id as OpId,
    topic,
    payload,
    attempts,
    requestId: request_id,
    traceParent: trace_parent,
  }))
}

/** Takes up to `count` rows to tell workers of, that nobody was told of lately or is delivering. */
export async function handOn(db: Db, topics: readonly string[], count: number, now: Instant, until: Instant) {
  const due = db
    .selectFrom('outbox')
    .select('id')
    .where(isDue(topics, now))
    .where(isOver('handed_until', now))
    .orderBy('due_at')
    .limit(count)
    .forUpdate()
    .skipLocked()
  const rows = await db
    .updateTable('outbox')
    .set({ handed_until: dateOf(until) })
    .where('id', 'in', due)
    .returning(['id', 'attempts'])
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as OpId }))
}

/** What was told was forgotten: all of it is to be told again. */
export async function takeBackHandedOn(db: Db): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ handed_until: null })
    .where('handed_until', 'is not', null)
    .where('done_at', 'is', null)
    .where('dead_at', 'is', null)
    .execute()
}

type Held = Pick<Delivery, 'id' | 'attempts'>

export async function extendLease(db: Db, held: Held, until: Instant): Promise<void> {
  await ofHolder(db, held)
    .set({ leased_until: dateOf(until) })
    .execute()
}

export async function markDone(db: Db, held: Held, now: Instant): Promise<void> {
  await ofHolder(db, held)
    .set({ done_at: dateOf(now), leased_until: null })
    .execute()
}

/** Only while nobody else has taken the row over: a result that comes too late is thrown away. */
const ofHolder = (db: Db, { id, attempts }: Held) => db.updateTable('outbox').where('id', '=', id).where('attempts', '=', attempts)

/** Facts that no room listens to are delivered by being written down. A newer version, beside us for a while, may yet hear of the young ones. */
export async function markUnheardDone(db: Db, heard: readonly string[], now: Instant): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ done_at: dateOf(now) })
    .where('topic', 'like', 'event:%')
    .where(({ not, eb }) => not(eb('topic', 'in', ['', ...heard])))
    .where('done_at', 'is', null)
    .where('dead_at', 'is', null)
    .where('announced_at', '<', dateOf(daysBefore(now, 1)))
    .execute()
}

export async function retryLater(db: Db, held: Held, at: Instant, reason: string): Promise<void> {
  await ofHolder(db, held)
    .set({ due_at: dateOf(at), leased_until: null, last_error: reason })
    .execute()
}

export async function markDead(db: Db, held: Held, now: Instant, reason: string): Promise<void> {
  await ofHolder(db, held)
    .set({ dead_at: dateOf(now), leased_until: null, last_error: reason })
    .execute()
}

/** Removes what was delivered before `before`, and what was given up before `diedBefore`: until then it is there to be looked at. */
export async function forgetOld(db: Db, before: Instant, diedBefore: Instant): Promise<void> {
  await db.deleteFrom('outbox').where('done_at', '<', dateOf(before)).execute()
  await db.deleteFrom('outbox').where('dead_at', '<', dateOf(diedBefore)).execute()
}

/** A chore of the house, and how long it may rest. One that is due later than that was done under a clock that was ahead. */
export interface Rest {
  readonly name: string
  readonly everyMs: number
}

/** `mine` for the one caller who gets to do the chore now; for the others, when to ask again. */
export async function claimChore(db: Db, { name, everyMs }: Rest, now: Instant, until: Instant): Promise<'mine' | Instant> {
  await db
    .insertInto('chore')
    .values({ name, due_at: dateOf(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { numUpdatedRows } = await db
    .updateTable('chore')
    .set({ leased_until: dateOf(until) })
    .where('name', '=', name)
    .where((is) => is.or([is('due_at', '<=', dateOf(now)), is('due_at', '>', dateOf(after(now, everyMs + CLOCKS_AGREE_MS)))]))
    .where(isOver('leased_until', now))
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 1n) return 'mine'
  const { due_at, leased_until } = await db
    .selectFrom('chore')
    .select(['due_at', 'leased_until'])
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return Math.max(instant(due_at), leased_until === null ? 0 : instant(leased_until)) as Instant
}

export async function extendChoreLease(db: Db, name: string, until: Instant): Promise<void> {
  await db
    .updateTable('chore')
    .set({ leased_until: dateOf(until) })
    .where('name', '=', name)
    .execute()
}

export async function finishChore(db: Db, name: string, dueAgain: Instant, error: string | null): Promise<void> {
  await db
    .updateTable('chore')
    .set({ due_at: dateOf(dueAgain), leased_until: null, last_error: error })
    .where('name', '=', name)
    .execute()
}

/** How the outbox stands: rows of these topics that wait, the age of the oldest in seconds, and how many are dead. */
export async function outboxHealth(
  db: Db,
  topics: readonly string[],
  now: Instant,
): Promise<{ waiting: number; oldestSeconds: number; dead: number }> {
  const { rows } = await sql<{ waiting: number; oldest: number | null; dead: number }>`
    select count(*) filter (where dead_at is null)::int as waiting, count(*) filter (where dead_at is not null)::int as dead,
      extract(epoch from ${dateOf(now)}::timestamptz - min(due_at) filter (where dead_at is null))::float8 as oldest
    from outbox where done_at is null and topic = any(${topics})`.execute(db)
  const { waiting, oldest, dead } = rows[0]!
  return { waiting, oldestSeconds: Math.max(0, oldest ?? 0), dead }
}

const after = (at: Instant, milliseconds: number) => (at + milliseconds) as Instant
