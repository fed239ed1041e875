import type { AthleteId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

/** Up to which change tombstones of this athlete were thrown away; 0 when none were. */
export async function horizonOf(db: Db, athleteId: AthleteId): Promise<number> {
  const row = await db.selectFrom('sync_horizon').select('forgotten_seq').where('athlete_id', '=', athleteId).executeTakeFirst()
  return row?.forgotten_seq ?? 0
}

export async function moveHorizon(db: Db, athleteId: AthleteId, seq: number): Promise<void> {
  await db
    .insertInto('sync_horizon')
    .values({ athlete_id: athleteId, forgotten_seq: seq })
    .onConflict((conflict) =>
      conflict
        .column('athlete_id')
        .doUpdateSet({ forgotten_seq: sql<number>`greatest(sync_horizon.forgotten_seq, excluded.forgotten_seq)` }),
    )
    .execute()
}
