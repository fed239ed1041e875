import type { AccountId } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

/** The addresses behind pseudonyms of the audit log, of the accounts that may be seen and are there. */
export async function emailsByPseudonym(db: Db, pseudonyms: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (pseudonyms.length === 0) return new Map()
  const rows = await db.selectFrom('account').select(['audit_id', 'email']).where('audit_id', 'in', pseudonyms).execute()
  return new Map(rows.map(({ audit_id, email }) => [audit_id, email]))
}

export async function pseudonymByEmail(db: Db, email: string): Promise<string | undefined> {
  const row = await db.selectFrom('account').select('audit_id').where('email', '=', email).executeTakeFirst()
  return row?.audit_id
}

export async function pseudonymOf(db: Db, id: AccountId): Promise<string> {
  const { audit_id } = await db.selectFrom('account').select('audit_id').where('id', '=', id).executeTakeFirstOrThrow()
  return audit_id
}
