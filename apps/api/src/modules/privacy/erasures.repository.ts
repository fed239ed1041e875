import { type AccountId, dateOf, type Instant, instant } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

export interface ErasureRecord {
  readonly askedAt: Instant
  readonly dueAt: Instant
}

export async function erasureOf(db: Db, accountId: AccountId): Promise<ErasureRecord | undefined> {
  const row = await db.selectFrom('erasure').select(['asked_at', 'due_at']).where('account_id', '=', accountId).executeTakeFirst()
  return row && { askedAt: instant(row.asked_at), dueAt: instant(row.due_at) }
}

/** Asked again it stays what it was. */
export async function insertErasure(db: Db, accountId: AccountId, { askedAt, dueAt }: ErasureRecord): Promise<void> {
  await db
    .insertInto('erasure')
    .values({ account_id: accountId, asked_at: dateOf(askedAt), due_at: dateOf(dueAt) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteErasure(db: Db, accountId: AccountId): Promise<boolean> {
  const row = await db.deleteFrom('erasure').where('account_id', '=', accountId).returning('account_id').executeTakeFirst()
  return row !== undefined
}

/** One account whose time has come, held until this unit ends: whoever takes the erasure back meanwhile comes too late. */
export async function nextDue(db: Db, now: Instant): Promise<AccountId | undefined> {
  const row = await db
    .selectFrom('erasure')
    .select('account_id')
    .where('due_at', '<=', dateOf(now))
    .orderBy('due_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row?.account_id as AccountId | undefined
}
