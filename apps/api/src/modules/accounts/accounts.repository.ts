import type { Account, roles } from '@gymgenius/contracts'
import { type AccountId, dateOf, type Instant, instant, isoOf } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

export type Role = (typeof roles)[number]

export interface StoredAccount {
  readonly account: Account
  readonly passwordHash: string
  readonly isDisabled: boolean
}

export const accountByEmail = (db: Db, email: string) => theAccount(db, sql<boolean>`lower(email) = ${email}`)
export const accountById = (db: Db, id: AccountId) => theAccount(db, sql<boolean>`id = ${id}`)

async function theAccount(db: Db, which: ReturnType<typeof sql<boolean>>): Promise<StoredAccount | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'email', 'role', 'created_at', 'password_hash', 'disabled_at'])
    .where(which)
    .executeTakeFirst()
  return row && { account: accountOf(row), passwordHash: row.password_hash, isDisabled: row.disabled_at !== null }
}

/** False when the e-mail has an account already. The lifter's settings begin as the defaults. */
export async function insertAccount(db: Db, account: Account, passwordHash: string, now: Instant): Promise<boolean> {
  const { id, email, role } = account
  const inserted = await db
    .insertInto('account')
    .values({ id, email, password_hash: passwordHash, role, created_at: dateOf(now), password_changed_at: dateOf(now) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) return false
  await db.insertInto('athlete').values({ id }).execute()
  return true
}

export async function anyAccount(db: Db): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined
}

const OPENING_LOCK = 4_242_018

/** Registrations take turns until the end of the transaction, so that exactly one of them is the first. */
export async function waitToOpen(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${OPENING_LOCK}::bigint)`.execute(db)
}

/** Holds the account while a sign-in is opened; false when the password is no longer the one that was checked. */
export async function holdAccount(db: Db, id: AccountId, passwordHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('id', '=', id)
    .where('password_hash', '=', passwordHash)
    .where('disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Changes the hash if it is still `from`; false when somebody was quicker. */
export async function replacePasswordHash(db: Db, id: AccountId, from: string, to: string): Promise<boolean> {
  const row = await db
    .updateTable('account')
    .set({ password_hash: to })
    .where('id', '=', id)
    .where('password_hash', '=', from)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function markPasswordChanged(db: Db, id: AccountId, now: Instant): Promise<void> {
  await db
    .updateTable('account')
    .set({ password_changed_at: dateOf(now) })
    .where('id', '=', id)
    .execute()
}

/** Gives an account a password whatever it was before; false where the account is not there, or disabled. */
export async function setPassword(db: Db, id: AccountId, passwordHash: string, now: Instant): Promise<boolean> {
  const row = await db
    .updateTable('account')
    .set({ password_hash: passwordHash, password_changed_at: dateOf(now) })
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function setEmail(db: Db, id: AccountId, email: string): Promise<void> {
  await db.updateTable('account').set({ email }).where('id', '=', id).execute()
}

export async function setRole(db: Db, id: AccountId, role: Role): Promise<void> {
  await db.updateTable('account').set({ role }).where('id', '=', id).execute()
}

interface AccountRow {
  readonly id: string
  readonly email: string
  readonly role: string
  readonly created_at: Date
}

export const accountOf = ({ id, email, role, created_at }: AccountRow): Account => ({
  id: id as AccountId,
  email,
  role: role as Role,
  createdAt: isoOf(instant(created_at)),
})
