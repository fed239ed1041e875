import type { Account } from '@gymgenius/contracts'
import { type AccountId, dateOf } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { End } from '../../platform/pages.ts'
import { accountOf, type Role } from './accounts.repository.ts'

interface Which {
  readonly role?: Role | undefined
  readonly email?: string | undefined
  /** Part of the address. */
  readonly q?: string | undefined
}

/** Accounts, newest first. */
export async function accounts(db: Db, { role, email, q }: Which, limit: number, before: End | undefined): Promise<Account[]> {
  let query = db.selectFrom('account').select(['id', 'email', 'role', 'created_at'])
  if (role !== undefined) query = query.where('role', '=', role)
  if (email !== undefined) query = query.where('email', '=', email)
  // Not `like`: an underscore is a letter of addresses, and would stand for any.
  if (q !== undefined) query = query.where(sql<boolean>`position(${q.trim().toLowerCase()} in lower(email)) > 0`)
  if (before !== undefined) {
    const at = dateOf(before.at)
    query = query.where((is) => is.or([is('created_at', '<', at), is.and([is('created_at', '=', at), is('id', '<', before.id)])]))
  }
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(accountOf)
}

/** Whether somebody else than this one is a super admin who can sign in. */
export async function hasOtherSuperAdmin(db: Db, id: AccountId): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'super_admin')
    .where('id', '!=', id)
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
