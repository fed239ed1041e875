import type { PushSubscription } from '@gymgenius/contracts'
import { type AthleteId, dateOf, type Instant, instant, isoOf, type LoginSessionId } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

/** Keeps where a device is rung. What it said of its rest stays, and its next word counts, whatever its clock said before. */
export async function keepDevice(
  db: Db,
  athleteId: AthleteId,
  id: LoginSessionId,
  { endpoint, p256dh, auth }: PushSubscription,
  now: Instant,
): Promise<void> {
  // A browser has one subscription: it is that of its latest sign-in.
  await db
    .deleteFrom('push_device')
    .where('athlete_id', '=', athleteId)
    .where('endpoint', '=', endpoint)
    .where('login_session_id', '!=', id)
    .execute()
  await db
    .insertInto('push_device')
    .values({ login_session_id: id, athlete_id: athleteId, endpoint, p256dh, auth, created_at: dateOf(now) })
    .onConflict((conflict) => conflict.column('login_session_id').doUpdateSet({ endpoint, p256dh, auth, rest_said_at: null }))
    .execute()
}

export async function removeDevice(db: Db, athleteId: AthleteId, id: LoginSessionId): Promise<void> {
  await db.deleteFrom('push_device').where('athlete_id', '=', athleteId).where('login_session_id', '=', id).execute()
}

/** As the system: the sign-ins say whose they are. */
export async function removeDevices(db: Db, ids: readonly LoginSessionId[]): Promise<void> {
  await db.deleteFrom('push_device').where('login_session_id', 'in', ids).execute()
}

export async function devicesOf(db: Db, athleteId: AthleteId) {
  const rows = await db
    .selectFrom('push_device')
    .select(['login_session_id', 'endpoint', 'created_at'])
    .where('athlete_id', '=', athleteId)
    .orderBy('login_session_id')
    .execute()
  return rows.map((row) => ({ loginSessionId: row.login_session_id, endpoint: row.endpoint, since: isoOf(instant(row.created_at)) }))
}

export interface RestWord {
  readonly saidAt: Instant
  readonly endsAt: Instant | null
}

/** True where the device is rung at all and had not said anything newer. */
export async function keepRest(db: Db, athleteId: AthleteId, id: LoginSessionId, { saidAt, endsAt }: RestWord): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('push_device')
    .set({ rest_said_at: dateOf(saidAt), rest_ends_at: endsAt === null ? null : dateOf(endsAt) })
    .where('athlete_id', '=', athleteId)
    .where('login_session_id', '=', id)
    .where((is) => is.or([is('rest_said_at', 'is', null), is('rest_said_at', '<', dateOf(saidAt))]))
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** When the device rings; null: it does not. */
export async function ringsAt(db: Db, athleteId: AthleteId, id: LoginSessionId): Promise<Instant | null> {
  const row = await db
    .selectFrom('push_device')
    .select('rest_ends_at')
    .where('athlete_id', '=', athleteId)
    .where('login_session_id', '=', id)
    .executeTakeFirst()
  return row === undefined || row.rest_ends_at === null ? null : instant(row.rest_ends_at)
}

/** Where to ring for a rest that ends at this time and no other; undefined where it was changed, skipped or rung for. */
export async function deviceResting(db: Db, id: LoginSessionId, endsAt: Instant): Promise<PushSubscription | undefined> {
  return db
    .selectFrom('push_device')
    .select(['endpoint', 'p256dh', 'auth'])
    .where('login_session_id', '=', id)
    .where('rest_ends_at', '=', dateOf(endsAt))
    .executeTakeFirst()
}

export async function restIsOver(db: Db, id: LoginSessionId, endsAt: Instant): Promise<void> {
  await db
    .updateTable('push_device')
    .set({ rest_ends_at: null })
    .where('login_session_id', '=', id)
    .where('rest_ends_at', '=', dateOf(endsAt))
    .execute()
}

/** The browser's push service does not know this address any more. A newer one of the same device stays. */
export async function forgetEndpoint(db: Db, id: LoginSessionId, endpoint: string): Promise<void> {
  await db.deleteFrom('push_device').where('login_session_id', '=', id).where('endpoint', '=', endpoint).execute()
}
