import type { MovementRule } from '@gymgenius/contracts'
import {
  type AthleteId,
  type ConstraintId,
  dateOf,
  type ImportId,
  type Instant,
  instant,
  type Joint,
  type MovementId,
  type PainSeverity,
} from '@gymgenius/domain'
import { type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.generated.ts'

export interface PainRecord {
  readonly id: ConstraintId
  readonly joint: Joint
  readonly severity: PainSeverity
  readonly from: Instant
  readonly until: Instant
  readonly excluded: readonly MovementId[]
  readonly capped: readonly MovementId[]
}

export async function movementRulesOf(db: Db, athleteId: AthleteId): Promise<MovementRule[]> {
  const rows = await db
    .selectFrom('movement_rule')
    .select(['movement_id', 'rule'])
    .where('athlete_id', '=', athleteId)
    .orderBy('said_at')
    .orderBy('movement_id')
    .execute()
  return rows.map((row) => ({ movementId: row.movement_id as MovementId, rule: row.rule as MovementRule['rule'] }))
}

/** With the import that brought it; without one it was said here, and no import takes it back. */
export async function saveMovementRule(
  db: Db,
  athleteId: AthleteId,
  { movementId, rule }: MovementRule,
  at: Instant,
  importId?: ImportId,
): Promise<void> {
  const said = { rule, said_at: dateOf(at), import_id: importId ?? null }
  await db
    .insertInto('movement_rule')
    .values({ athlete_id: athleteId, movement_id: movementId, ...said })
    .onConflict((conflict) => conflict.columns(['athlete_id', 'movement_id']).doUpdateSet(said))
    .execute()
}

export async function dropMovementRule(db: Db, athleteId: AthleteId, movementId: MovementId): Promise<void> {
  await db.deleteFrom('movement_rule').where('athlete_id', '=', athleteId).where('movement_id', '=', movementId).execute()
}

/** Newest first. */
export async function favouritesOf(db: Db, athleteId: AthleteId): Promise<{ movementId: MovementId; since: Instant }[]> {
  const rows = await db
    .selectFrom('favourite_movement')
    .select(['movement_id', 'since'])
    .where('athlete_id', '=', athleteId)
    .orderBy('since', 'desc')
    .orderBy('movement_id')
    .execute()
  return rows.map((row) => ({ movementId: row.movement_id as MovementId, since: instant(row.since) }))
}

export async function saveFavourite(db: Db, athleteId: AthleteId, movementId: MovementId, at: Instant, importId?: ImportId): Promise<void> {
  await db
    .insertInto('favourite_movement')
    .values({ athlete_id: athleteId, movement_id: movementId, since: dateOf(at), import_id: importId ?? null })
    .onConflict((conflict) => conflict.columns(['athlete_id', 'movement_id']).doNothing())
    .execute()
}

/** False where it was none. */
export async function dropFavourite(db: Db, athleteId: AthleteId, movementId: MovementId): Promise<boolean> {
  const row = await db
    .deleteFrom('favourite_movement')
    .where('athlete_id', '=', athleteId)
    .where('movement_id', '=', movementId)
    .returning('movement_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Rules and hearts in one question: every search asks it. A movement may have both. */
export async function rulesAndHearts(db: Db, athleteId: AthleteId): Promise<{ rules: Map<MovementId, Rule>; hearts: Set<MovementId> }> {
  const { rows } = await sql<{ movement_id: MovementId; rule: Rule | null }>`
    select movement_id, rule from movement_rule where athlete_id = ${athleteId}
    union all select movement_id, null from favourite_movement where athlete_id = ${athleteId}`.execute(db)
  return {
    rules: new Map(rows.flatMap(({ movement_id, rule }) => (rule === null ? [] : [[movement_id, rule]]))),
    hearts: new Set(rows.flatMap(({ movement_id, rule }) => (rule === null ? [movement_id] : []))),
  }
}

type Rule = MovementRule['rule']

/** Those that end after `after`, newest first. */
export async function painsOf(db: Db, athleteId: AthleteId, after: Instant): Promise<PainRecord[]> {
  const rows = await db
    .selectFrom('pain_constraint')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('until_at', '>', dateOf(after))
    .orderBy('from_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(painOf)
}

export async function findPain(db: Db, athleteId: AthleteId, id: ConstraintId): Promise<PainRecord | undefined> {
  const row = await db.selectFrom('pain_constraint').selectAll().where('athlete_id', '=', athleteId).where('id', '=', id).executeTakeFirst()
  return row && painOf(row)
}

/** False when its id exists, here or anywhere. */
export async function insertPain(db: Db, athleteId: AthleteId, pain: PainRecord, at: Instant, importId?: ImportId): Promise<boolean> {
  const row = await db
    .insertInto('pain_constraint')
    .values({
      id: pain.id,
      athlete_id: athleteId,
      joint: pain.joint,
      from_at: dateOf(pain.from),
      ...changeable(pain, at),
      import_id: importId ?? null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Said anew, it is no longer what an import brought. */
export async function updatePain(db: Db, athleteId: AthleteId, pain: PainRecord, at: Instant): Promise<void> {
  await db
    .updateTable('pain_constraint')
    .set({ ...changeable(pain, at), import_id: null })
    .where('athlete_id', '=', athleteId)
    .where('id', '=', pain.id)
    .execute()
}

export async function dropPain(db: Db, athleteId: AthleteId, id: ConstraintId): Promise<boolean> {
  const row = await db
    .deleteFrom('pain_constraint')
    .where('athlete_id', '=', athleteId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Rules, hearts and pains that an import brought and that nobody has said anew. */
export async function dropBrought(db: Db, athleteId: AthleteId, importId: ImportId): Promise<void> {
  for (const table of ['movement_rule', 'favourite_movement', 'pain_constraint'] as const) {
    await db.deleteFrom(table).where('athlete_id', '=', athleteId).where('import_id', '=', importId).execute()
  }
}

const changeable = ({ severity, until, excluded, capped }: PainRecord, at: Instant) => ({
  severity,
  until_at: dateOf(until),
  excluded: JSON.stringify(excluded),
  capped: JSON.stringify(capped),
  updated_at: dateOf(at),
})

const painOf = (row: Selectable<Tables['pain_constraint']>): PainRecord => ({
  id: row.id as ConstraintId,
  joint: row.joint as Joint,
  severity: row.severity as PainSeverity,
  from: instant(row.from_at),
  until: instant(row.until_at),
  excluded: row.excluded as MovementId[],
  capped: row.capped as MovementId[],
})
