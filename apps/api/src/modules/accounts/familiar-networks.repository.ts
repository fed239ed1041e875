import { type AccountId, dateOf, type Instant, instant, isoOf } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

export async function isFamiliar(db: Db, accountId: AccountId, networkHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('familiar_network')
    .select('last_seen_at')
    .where('account_id', '=', accountId)
    .where('network_hash', '=', networkHash)
    .executeTakeFirst()
  return row !== undefined
}

export async function rememberNetwork(db: Db, accountId: AccountId, networkHash: string, now: Instant): Promise<void> {
  const last_seen_at = dateOf(now)
  await db
    .insertInto('familiar_network')
    .values({ account_id: accountId, network_hash: networkHash, last_seen_at })
    .onConflict((conflict) => conflict.columns(['account_id', 'network_hash']).doUpdateSet({ last_seen_at }))
    .execute()
}

export async function forgetNetworksSeenBefore(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('familiar_network').where('last_seen_at', '<', dateOf(before)).execute()
}

/** For a lifter's copy of their data: the networks themselves are not kept. */
export async function networksOf(db: Db, accountId: AccountId): Promise<{ readonly lastSeenAt: string }[]> {
  const rows = await db
    .selectFrom('familiar_network')
    .select('last_seen_at')
    .where('account_id', '=', accountId)
    .orderBy('last_seen_at')
    .execute()
  return rows.map((row) => ({ lastSeenAt: isoOf(instant(row.last_seen_at)) }))
}
