import type { AthleteId, MovementId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

/** Whether this database finds near vectors by an index: as the migration says it. */
export type VectorSupport = 'indexed' | 'absent' | 'forbidden'

export async function prepareVectors(db: Db): Promise<VectorSupport> {
  const { rows } = await sql<{ support: VectorSupport }>`select prepare_movement_vectors() as support`.execute(db)
  return rows[0]!.support
}

export interface NewVector {
  readonly id: MovementId
  readonly saidHash: string
  readonly vector: Float32Array
}

export interface Near {
  readonly id: MovementId
  /** The cosine, −1 to 1. */
  readonly nearness: number
}

export async function libraryVectorCount(db: Db, space: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from movement_vector where athlete_id is null and space = ${space}`.execute(db)
  return rows[0]!.count
}

/** The library's vectors of this space, with the hash of what each was made from. */
export async function libraryVectorHashes(db: Db, space: string): Promise<ReadonlyMap<MovementId, string>> {
  const rows = await db
    .selectFrom('movement_vector')
    .select(['movement_id', 'said_hash'])
    .where('athlete_id', 'is', null)
    .where('space', '=', space)
    .execute()
  return new Map(rows.map(({ movement_id, said_hash }) => [movement_id as MovementId, said_hash]))
}

/** Takes away the library's vectors of other spaces, and their index with them: one that grew from empty finds no dead rows. */
export async function emptyLibraryVectors(db: Db): Promise<void> {
  await sql`select drop_movement_vector_index()`.execute(db)
  await db.deleteFrom('movement_vector').where('athlete_id', 'is', null).execute()
  await prepareVectors(db)
}

const ROWS_AT_ONCE = 250

/** Keeps vectors of movements that are still there; a later one of the same movement takes the place of the former. */
export async function putVectors(db: Db, athleteId: AthleteId | undefined, space: string, vectors: readonly NewVector[]): Promise<void> {
  for (let at = 0; at < vectors.length; at += ROWS_AT_ONCE) {
    const rows = vectors.slice(at, at + ROWS_AT_ONCE).map(({ id, saidHash, vector }) => [id, saidHash, `{${numbersIn(vector)}}`])
    await sql`
      insert into movement_vector (movement_id, athlete_id, space, said_hash, vector)
      select m.id, m.athlete_id, ${space}, made->>1, (made->>2)::real[]
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as made join movement m on m.id = (made->>0)::uuid
      where m.athlete_id is not distinct from ${athleteId ?? null}::uuid
      on conflict (movement_id) do update set space = excluded.space, said_hash = excluded.said_hash, vector = excluded.vector`.execute(db)
  }
}

/** The athlete's own movements that have a vector of this space, with the hash of what it was made from. */
export async function ownVectorHashes(db: Db, athleteId: AthleteId, space: string): Promise<ReadonlyMap<MovementId, string>> {
  const rows = await db
    .selectFrom('movement_vector')
    .select(['movement_id', 'said_hash'])
    .where('athlete_id', '=', athleteId)
    .where('space', '=', space)
    .execute()
  return new Map(rows.map(({ movement_id, said_hash }) => [movement_id as MovementId, said_hash]))
}

/** Everybody who has movements of their own. */
export async function makersOfMovements(db: Db): Promise<AthleteId[]> {
  const rows = await db
    .selectFrom('movement')
    .select('athlete_id')
    .distinct()
    .where('athlete_id', 'is not', null)
    .where('deleted_at', 'is', null)
    .execute()
  return rows.map(({ athlete_id }) => athlete_id as AthleteId)
}

/** The library's nearest, by the index. Changes how the rest of its unit reads: ask it last. */
export async function nearestOfLibrary(db: Db, space: string, question: Float32Array, most: number): Promise<Near[]> {
  // The planner thinks reading every row is cheaper than it is; and the index looks no further than `ef_search`.
  await sql`select set_config('enable_seqscan', 'off', true), set_config('hnsw.ef_search', ${String(most)}, true)`.execute(db)
  const asked = `[${numbersIn(question)}]`
  const { rows } = await sql<Near>`
    select movement_id as id, 1 - (near <=> ${asked}::text::vector(768)) as nearness from movement_vector
    where athlete_id is null and space = ${space} order by near <=> ${asked}::text::vector(768) limit ${most}`.execute(db)
  return rows
}

/** The vectors of the library (no athlete) or of an athlete's own movements, to be compared outside the database. */
export async function vectorsOf(
  db: Db,
  athleteId: AthleteId | undefined,
  space: string,
): Promise<readonly { readonly id: MovementId; readonly vector: Float32Array }[]> {
  const { rows } = await sql<{ id: MovementId; text: string }>`
    select movement_id as id, vector::text as text from movement_vector
    where athlete_id is not distinct from ${athleteId ?? null}::uuid and space = ${space}`.execute(db)
  return rows.map(({ id, text }) => ({ id, vector: Float32Array.from(text.slice(1, -1).split(','), Number) }))
}

/** Six digits say all that matters of a cosine. */
const numbersIn = (vector: Float32Array) => Array.from(vector, (value) => (value === 0 ? '0' : value.toPrecision(6))).join(',')
