import type { AccountId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Ctx } from './context.ts'

/** Removes what the house itself keeps about somebody and no foreign key leads to: remembered answers, and mail between rooms. */
export async function forgetTracesOf({ db }: Ctx, id: AccountId): Promise<void> {
  await db.deleteFrom('remembered_request').where('account_id', '=', id).execute()
  // Facts about a device name only its sign-in.
  const sessions = sql`select login_session.id from login_session where account_id = ${id}`
  await sql`delete from outbox where payload::text like ${`%${id}%`}
    or exists (select from (${sessions}) s where outbox.payload::text like '%' || s.id || '%')`.execute(db)
}
