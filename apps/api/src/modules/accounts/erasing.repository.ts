import type { AccountId, LoginSessionId } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

export async function hasOtherAccount(db: Db, id: AccountId): Promise<boolean> {
  return (await db.selectFrom('account').select('id').where('id', '!=', id).limit(1).executeTakeFirst()) !== undefined
}

/** Every table of athletes refers to the account and goes with it. Says which sign-ins there were. */
export async function deleteAccountRow(db: Db, id: AccountId): Promise<LoginSessionId[]> {
  const sessions = await db.deleteFrom('login_session').where('account_id', '=', id).returning('id').execute()
  await db.deleteFrom('account').where('id', '=', id).execute()
  return sessions.map((session) => session.id as LoginSessionId)
}

export async function accountIds(db: Db): Promise<AccountId[]> {
  return (await db.selectFrom('account').select('id').execute()).map(({ id }) => id as AccountId)
}
