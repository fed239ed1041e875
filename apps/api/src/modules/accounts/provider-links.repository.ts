import { type AccountId, dateOf, type Instant, instant, isoOf, type ProviderLinkId } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

/** Somebody, as an issuer knows them. */
export interface Subject {
  readonly issuer: string
  readonly subject: string
}

/** Of an account, oldest first. */
export async function linksWithProviders(db: Db, accountId: AccountId) {
  const rows = await db
    .selectFrom('provider_link')
    .select(['id', 'issuer', 'subject', 'created_at', 'last_used_at'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as ProviderLinkId,
    issuer: row.issuer,
    subject: row.subject,
    createdAt: isoOf(instant(row.created_at)),
    ...(row.last_used_at === null ? {} : { lastUsedAt: isoOf(instant(row.last_used_at)) }),
  }))
}

export async function ownerOfSubject(db: Db, { issuer, subject }: Subject): Promise<AccountId | undefined> {
  const row = await db
    .selectFrom('provider_link')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row && (row.account_id as AccountId)
}

/** False where somebody has this subject already, or this account another of the issuer. */
export async function insertProviderLink(
  db: Db,
  {
    id,
    accountId,
    issuer,
    subject,
    createdAt,
  }: Subject & { readonly id: ProviderLinkId; readonly accountId: AccountId; readonly createdAt: Instant },
): Promise<boolean> {
  const row = await db
    .insertInto('provider_link')
    .values({ id, account_id: accountId, issuer, subject, created_at: dateOf(createdAt) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False where the link is not there any more. */
export async function markLinkUsed(db: Db, accountId: AccountId, { issuer, subject }: Subject, now: Instant): Promise<boolean> {
  const row = await db
    .updateTable('provider_link')
    .set({ last_used_at: dateOf(now) })
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteProviderLink(db: Db, accountId: AccountId, id: ProviderLinkId): Promise<boolean> {
  const row = await db
    .deleteFrom('provider_link')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
