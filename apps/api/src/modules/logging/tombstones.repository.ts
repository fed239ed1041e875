import { type AthleteId, dateOf, type Instant } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

/** Deletes tombstones of before then, sets first. A workout goes when none of its sets is left. Runs as the system. */
export async function dropTombstones(db: Db, before: Instant): Promise<{ athleteId: AthleteId; seq: number }[]> {
  const newest = new Map<AthleteId, number>()
  for (const table of ['performed_set', 'workout', 'routine'] as const) {
    const unless = table === 'workout' ? sql`and not exists (select from performed_set s where s.workout_id = t.id)` : sql``
    const { rows } = await sql<{ athlete_id: AthleteId; change_seq: number }>`
      delete from ${sql.table(table)} t where t.deleted_at < ${dateOf(before)} ${unless} returning t.athlete_id, t.change_seq`.execute(db)
    for (const row of rows) newest.set(row.athlete_id, Math.max(row.change_seq, newest.get(row.athlete_id) ?? 0))
  }
  return [...newest].map(([athleteId, seq]) => ({ athleteId, seq }))
}
