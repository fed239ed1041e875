import { type AccountId, dateOf, type Instant, instant } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

/** The authenticator of an account; `confirmedAt` is undefined until it has shown a code. */
export interface StoredTotp {
  readonly sealedSecret: string
  readonly confirmedAt: Instant | undefined
}

export async function totpOf(db: Db, accountId: AccountId): Promise<StoredTotp | undefined> {
  const row = await db.selectFrom('totp').select(['sealed_secret', 'confirmed_at']).where('account_id', '=', accountId).executeTakeFirst()
  return row && { sealedSecret: row.sealed_secret, confirmedAt: row.confirmed_at === null ? undefined : instant(row.confirmed_at) }
}

/** Puts a new secret in the place of one that was never confirmed; false where one is in use. */
export async function beginTotp(db: Db, accountId: AccountId, sealedSecret: string, now: Instant): Promise<boolean> {
  const begun = { sealed_secret: sealedSecret, begun_at: dateOf(now), last_step: 0 }
  const row = await db
    .insertInto('totp')
    .values({ account_id: accountId, ...begun })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(begun).where('totp.confirmed_at', 'is', null))
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Takes a code's step, once: of any number of calls with the same code at the same time one gets true. Steps only go up, so that a server
 * clock that is set back does not open old codes again.
 */
export async function takeStep(db: Db, accountId: AccountId, step: number): Promise<boolean> {
  const row = await db
    .updateTable('totp')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Puts the authenticator in use; false where it is already, or was taken away meanwhile. */
export async function confirmTotp(db: Db, accountId: AccountId, now: Instant): Promise<boolean> {
  const row = await db
    .updateTable('totp')
    .set({ confirmed_at: dateOf(now) })
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteTotp(db: Db, accountId: AccountId): Promise<void> {
  await db.deleteFrom('totp').where('account_id', '=', accountId).execute()
}

/** These codes and no others, from now on; none: there are none any more. */
export async function replaceCodes(db: Db, accountId: AccountId, hashes: readonly string[], now: Instant): Promise<void> {
  await db.deleteFrom('backup_code').where('account_id', '=', accountId).execute()
  if (hashes.length === 0) return
  const rows = hashes.map((hash) => ({ code_hash: hash, account_id: accountId, created_at: dateOf(now) }))
  await db.insertInto('backup_code').values(rows).execute()
}

/** Uses a backup code up; false where it is none of this account's, or was used. */
export async function takeCode(db: Db, accountId: AccountId, hash: string, now: Instant): Promise<boolean> {
  const row = await db
    .updateTable('backup_code')
    .set({ used_at: dateOf(now) })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function codesLeft(db: Db, accountId: AccountId): Promise<number> {
  const { left } = await db
    .selectFrom('backup_code')
    .select(({ fn }) => fn.countAll<string>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}

/** Sealed secrets of all accounts, for giving them the newest key. */
export async function sealedTotps(db: Db): Promise<{ readonly owner: AccountId; readonly sealed: string }[]> {
  const rows = await db.selectFrom('totp').select(['account_id', 'sealed_secret']).orderBy('account_id').execute()
  return rows.map((row) => ({ owner: row.account_id as AccountId, sealed: row.sealed_secret }))
}

/** Only where it is still what was read. */
export async function resealTotp(db: Db, owner: AccountId, from: string, to: string): Promise<void> {
  await db.updateTable('totp').set({ sealed_secret: to }).where('account_id', '=', owner).where('sealed_secret', '=', from).execute()
}
