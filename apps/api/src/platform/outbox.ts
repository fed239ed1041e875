import { dateOf, instant, type Instant, type OpId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** A row of the outbox that is ours to deliver until its lease ends. */
export interface Delivery {
  readonly id: OpId
  readonly topic: string
  readonly payload: unknown
  /** This try included. */
  readonly attempts: number
}

/** Takes up to `count` rows that are due and nobody else is delivering; one that died with its deliverer is due again. */
export async function claimDeliveries(db: Db, topics: readonly string[], count: number, now: Instant, until: Instant): Promise<Delivery[]> {
  const due = db
    .selectFrom('outbox')
    .select('id')
    .where('topic', 'in', topics)
    .where('done_at', 'is', null)
    .where('dead_at', 'is', null)
    .where('due_at', '<=', dateOf(now))
    .where((is) => is.or([is('leased_until', 'is', null), is('leased_until', '<=', dateOf(now))]))
    .orderBy('due_at')
    .orderBy('id')
    .limit(count)
    .forUpdate()
    .skipLocked()
  const rows = await db
    .updateTable('outbox')
    .set((row) => ({ leased_until: dateOf(until), attempts: row('attempts', '+', 1) }))
    .where('id', 'in', due)
    .returning(['id', 'topic', 'payload', 'attempts'])
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as OpId }))
}

export async function extendLease(db: Db, id: OpId, until: Instant): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ leased_until: dateOf(until) })
    .where('id', '=', id)
    .execute()
}

export async function markDone(db: Db, id: OpId, now: Instant): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ done_at: dateOf(now), leased_until: null })
    .where('id', '=', id)
    .execute()
}

/** Facts that no room listens to are delivered by being written down. */
export async function markUnheardDone(db: Db, heard: readonly string[], now: Instant): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ done_at: dateOf(now) })
    .where('topic', 'like', 'event:%')
    .where(({ not, eb }) => not(eb('topic', 'in', ['', ...heard])))
    .where('done_at', 'is', null)
    .where('dead_at', 'is', null)
    .execute()
}

export async function retryLater(db: Db, id: OpId, at: Instant, reason: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ due_at: dateOf(at), leased_until: null, last_error: reason })
    .where('id', '=', id)
    .execute()
}

export async function markDead(db: Db, id: OpId, now: Instant, reason: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ dead_at: dateOf(now), leased_until: null, last_error: reason })
    .where('id', '=', id)
    .execute()
}

/** Removes what was delivered before `before`; the dead stay, to be looked at. */
export async function forgetDelivered(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('outbox').where('done_at', '<', dateOf(before)).execute()
}

/** `mine` for the one caller who gets to do the chore now; for the others, when to ask again. */
export async function claimChore(db: Db, name: string, now: Instant, until: Instant): Promise<'mine' | Instant> {
  await db
    .insertInto('chore')
    .values({ name, due_at: dateOf(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { numUpdatedRows } = await db
    .updateTable('chore')
    .set({ leased_until: dateOf(until) })
    .where('name', '=', name)
    .where('due_at', '<=', dateOf(now))
    .where((is) => is.or([is('leased_until', 'is', null), is('leased_until', '<=', dateOf(now))]))
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

/** How the outbox stands: rows waiting, the age of the oldest in seconds, and how many are dead. */
export async function outboxHealth(db: Db, now: Instant): Promise<{ waiting: number; oldestSeconds: number; dead: number }> {
  const { rows } = await sql<{ waiting: number; oldest: number | null; dead: number }>`
    select count(*) filter (where dead_at is null)::int as waiting, count(*) filter (where dead_at is not null)::int as dead,
      extract(epoch from ${dateOf(now)}::timestamptz - min(due_at) filter (where dead_at is null))::float8 as oldest
    from outbox where done_at is null`.execute(db)
  const { waiting, oldest, dead } = rows[0]!
  return { waiting, oldestSeconds: Math.max(0, oldest ?? 0), dead }
}
