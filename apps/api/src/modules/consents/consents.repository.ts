import type { Consent } from '@gymgenius/contracts'
import { type AthleteId, dateOf, type Instant, instant, isoOf } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

export type Purpose = Consent['purpose']

/** Everything that was agreed to, newest first. */
export async function consentsOf(db: Db, athleteId: AthleteId): Promise<Consent[]> {
  const rows = await db
    .selectFrom('consent')
    .select(['purpose', 'version', 'agreed_at', 'withdrawn_at'])
    .where('athlete_id', '=', athleteId)
    .orderBy('agreed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    purpose: row.purpose as Purpose,
    version: row.version,
    agreedAt: isoOf(instant(row.agreed_at)),
    ...(row.withdrawn_at !== null && { withdrawnAt: isoOf(instant(row.withdrawn_at)) }),
  }))
}

/** What stands for this purpose is taken back; whether there was something. */
export async function endConsent(db: Db, athleteId: AthleteId, purpose: Purpose, now: Instant): Promise<boolean> {
  const ended = await db
    .updateTable('consent')
    .set({ withdrawn_at: dateOf(now) })
    .where('athlete_id', '=', athleteId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute()
  return ended.length > 0
}

export async function insertConsent(
  db: Db,
  athleteId: AthleteId,
  id: string,
  { purpose, version }: { readonly purpose: Purpose; readonly version: number },
  now: Instant,
): Promise<void> {
  await db
    .insertInto('consent')
    .values({ id, athlete_id: athleteId, purpose, version, agreed_at: dateOf(now) })
    .execute()
}
