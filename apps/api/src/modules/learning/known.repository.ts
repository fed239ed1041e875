import type { AthleteId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

/** What advice reads of a lifter beside the sets, in one question: strengths, and the trusted fit of this engine with its proof, as JSON. */
export async function knownRow(db: Db, athleteId: AthleteId, engineVersion: string) {
  const { rows } = await sql<{ readonly strengths: string | null; readonly posterior: string | null; readonly proof: string | null }>`
    select b.strengths, f.posterior, f.proof from (select ${athleteId}::uuid as id) as a
    left join lifter_belief b on b.athlete_id = a.id
    left join lifter_fit f on f.athlete_id = a.id and f.is_trusted and f.engine_version = ${engineVersion}`.execute(db)
  return rows[0]!
}
