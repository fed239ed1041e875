import { type AthleteId, dateOf, type Instant, type MovementId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

/** What the athlete said of these names. */
export async function rememberedAmong(db: Db, athleteId: AthleteId, names: readonly string[]): Promise<Map<string, MovementId>> {
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ name: string; movement_id: string }>`
    select name, movement_id from remembered_name
    where athlete_id = ${athleteId}::uuid and name in (select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb))`.execute(db)
  return new Map(rows.map((row) => [row.name, row.movement_id as MovementId]))
}

/** All of them, by name. */
export async function rememberedNames(db: Db, athleteId: AthleteId): Promise<{ name: string; movementId: MovementId }[]> {
  const rows = await db
    .selectFrom('remembered_name')
    .select(['name', 'movement_id'])
    .where('athlete_id', '=', athleteId)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ name: row.name, movementId: row.movement_id as MovementId }))
}

/** The newest word on a name counts. */
export async function remember(db: Db, athleteId: AthleteId, meanings: ReadonlyMap<string, MovementId>, at: Instant): Promise<void> {
  if (meanings.size === 0) return
  await db
    .insertInto('remembered_name')
    .values([...meanings].map(([name, movement_id]) => ({ athlete_id: athleteId, name, movement_id, said_at: dateOf(at) })))
    .onConflict((conflict) =>
      conflict.columns(['athlete_id', 'name']).doUpdateSet((q) => ({ movement_id: q.ref('excluded.movement_id'), said_at: dateOf(at) })),
    )
    .execute()
}

export async function forget(db: Db, athleteId: AthleteId, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  await db.deleteFrom('remembered_name').where('athlete_id', '=', athleteId).where('name', 'in', names).execute()
}

/** Whatever was said to be one movement is now another. */
export async function pointElsewhere(db: Db, athleteId: AthleteId, from: MovementId, into: MovementId): Promise<void> {
  await db
    .updateTable('remembered_name')
    .set({ movement_id: into })
    .where('athlete_id', '=', athleteId)
    .where('movement_id', '=', from)
    .execute()
}
