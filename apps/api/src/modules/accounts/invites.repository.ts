import { type AccountId, dateOf, type Instant } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

export async function insertInvite(db: Db, createdBy: AccountId, codeHash: string, now: Instant, expiresAt: Instant): Promise<void> {
  await db
    .insertInto('invite')
    .values({ code_hash: codeHash, created_by: createdBy, created_at: dateOf(now), expires_at: dateOf(expiresAt) })
    .execute()
}

export async function isInvite(db: Db, codeHash: string, now: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('invite')
    .select('code_hash')
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', dateOf(now))
    .executeTakeFirst()
  return row !== undefined
}

/** Uses an invite up; false when it cannot be used, or no longer. */
export async function takeInvite(db: Db, codeHash: string, now: Instant): Promise<boolean> {
  const row = await db
    .updateTable('invite')
    .set({ used_at: dateOf(now) })
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', dateOf(now))
    .returning('code_hash')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteInvitesExpiredBefore(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('invite').where('expires_at', '<', dateOf(before)).execute()
}
