import { type AthleteId, dateOf, type Instant, instant, type ProgramId } from '@gymgenius/domain'
import type { Selectable } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.generated.ts'

/** How one generation came out. */
export interface Outcome {
  readonly id: string
  readonly programId: ProgramId | null
  readonly madeAt: Instant
  readonly engineVersion: string
  readonly scoringVersion: string
  readonly split: string
  readonly sessions: number
  /** Per figure: the share of sessions, or weeks, that met it. */
  readonly met: Readonly<Record<string, number>>
  readonly relaxations: Readonly<Record<string, number>>
  readonly milliseconds: number
}

export async function insertOutcome(db: Db, athleteId: AthleteId, outcome: Outcome): Promise<void> {
  await db
    .insertInto('program_outcome')
    .values({
      id: outcome.id,
      athlete_id: athleteId,
      program_id: outcome.programId,
      made_at: dateOf(outcome.madeAt),
      engine_version: outcome.engineVersion,
      scoring_version: outcome.scoringVersion,
      split: outcome.split,
      sessions: outcome.sessions,
      met: JSON.stringify(outcome.met),
      relaxations: JSON.stringify(outcome.relaxations),
      milliseconds: outcome.milliseconds,
    })
    .execute()
}

/** Newest first. */
export async function outcomesOf(db: Db, athleteId: AthleteId, limit: number): Promise<Outcome[]> {
  const rows = await db
    .selectFrom('program_outcome')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .orderBy('made_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(recordOf)
}

/** Of everybody; asked as the system. Newest first, as many as say enough. */
export async function allOutcomes(db: Db): Promise<Outcome[]> {
  const rows = await db.selectFrom('program_outcome').selectAll().orderBy('made_at', 'desc').limit(5000).execute()
  return rows.map(recordOf)
}

const recordOf = (row: Selectable<Tables['program_outcome']>): Outcome => ({
  id: row.id,
  programId: row.program_id as ProgramId | null,
  madeAt: instant(row.made_at),
  engineVersion: row.engine_version,
  scoringVersion: row.scoring_version,
  split: row.split,
  sessions: row.sessions,
  met: row.met as Outcome['met'],
  relaxations: row.relaxations as Outcome['relaxations'],
  milliseconds: row.milliseconds,
})
