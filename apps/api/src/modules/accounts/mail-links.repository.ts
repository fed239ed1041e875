import { type AccountId, dateOf, type Instant, instant, isoOf, type MailLinkId } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

export type MailLinkPurpose = 'reset_password' | 'change_email'

export interface NewMailLink {
  readonly id: MailLinkId
  readonly tokenHash: string
  readonly accountId: AccountId
  readonly purpose: MailLinkPurpose
  readonly newEmail?: string
  readonly madeAt: Instant
  readonly expiresAt: Instant
}

export interface StoredMailLink {
  readonly id: MailLinkId
  readonly accountId: AccountId
  readonly newEmail: string | undefined
  readonly oldEmail: string | undefined
}

/** A link that is there already is good for longer: its mail is sent once more. False where it was used. */
export async function keepLink(db: Db, link: NewMailLink): Promise<boolean> {
  const expires_at = dateOf(link.expiresAt)
  const row = await db
    .insertInto('mail_link')
    .values({
      id: link.id,
      token_hash: link.tokenHash,
      account_id: link.accountId,
      purpose: link.purpose,
      new_email: link.newEmail ?? null,
      made_at: dateOf(link.madeAt),
      expires_at,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ expires_at }).where('mail_link.used_at', 'is', null))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function linkById(db: Db, id: MailLinkId): Promise<StoredMailLink | undefined> {
  const row = await db
    .selectFrom('mail_link')
    .select(['id', 'account_id', 'new_email', 'old_email'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && storedLink(row)
}

/** Whose a link is that would be taken now. */
export async function ownerOfLink(db: Db, tokenHash: string, purpose: MailLinkPurpose, now: Instant): Promise<AccountId | undefined> {
  const row = await db
    .selectFrom('mail_link')
    .select('account_id')
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', dateOf(now))
    .executeTakeFirst()
  return row && (row.account_id as AccountId)
}

/** Uses a link up: of any number who follow it at once, one gets it. */
export async function takeLink(db: Db, tokenHash: string, purpose: MailLinkPurpose, now: Instant): Promise<StoredMailLink | undefined> {
  const row = await db
    .updateTable('mail_link')
    .set({ used_at: dateOf(now) })
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', dateOf(now))
    .returning(['id', 'account_id', 'new_email', 'old_email'])
    .executeTakeFirst()
  return row && storedLink(row)
}

export async function rememberOldEmail(db: Db, id: MailLinkId, oldEmail: string): Promise<void> {
  await db.updateTable('mail_link').set({ old_email: oldEmail }).where('id', '=', id).execute()
}

/** Links on their way to somebody who may no longer be the owner. */
export async function deleteUnusedLinks(db: Db, accountId: AccountId): Promise<void> {
  await db.deleteFrom('mail_link').where('account_id', '=', accountId).where('used_at', 'is', null).execute()
}

export async function deleteLinksExpiredBefore(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('mail_link').where('expires_at', '<', dateOf(before)).execute()
}

/** For a lifter's copy of their data. */
export async function linksOf(db: Db, accountId: AccountId) {
  const rows = await db
    .selectFrom('mail_link')
    .select(['purpose', 'new_email', 'old_email', 'made_at', 'used_at'])
    .where('account_id', '=', accountId)
    .orderBy('made_at')
    .execute()
  return rows.map((row) => ({
    purpose: row.purpose,
    ...(row.new_email === null ? {} : { newEmail: row.new_email }),
    ...(row.old_email === null ? {} : { oldEmail: row.old_email }),
    madeAt: isoOf(instant(row.made_at)),
    ...(row.used_at === null ? {} : { usedAt: isoOf(instant(row.used_at)) }),
  }))
}

interface LinkRow {
  readonly id: string
  readonly account_id: string
  readonly new_email: string | null
  readonly old_email: string | null
}

const storedLink = ({ id, account_id, new_email, old_email }: LinkRow): StoredMailLink => ({
  id: id as MailLinkId,
  accountId: account_id as AccountId,
  newEmail: new_email ?? undefined,
  oldEmail: old_email ?? undefined,
})
