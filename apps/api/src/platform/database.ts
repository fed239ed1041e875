import { readdir, readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { type ControlledTransaction, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { savingFirstJourney } from './first-journey.ts'
import type { Tables } from './tables.generated.ts'

/** The database, or a transaction on it: repositories cannot tell and need not care. */
export type Db = Kysely<Tables> | Transaction<Tables> | ControlledTransaction<Tables>

// Both databases read alike: a count and an int8 are numbers (ours stay far below 2^53).
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export interface PoolSettings {
  /** A `postgres://` URL, or the folder of a Unix socket. */
  readonly connection: pg.PoolConfig
  readonly size: number
}

/** Opens a pool of ordinary Postgres connections; the embedded database is reached the same way. */
export function openPool({ connection, size }: PoolSettings): Kysely<Tables> {
  const pool = new pg.Pool({
    ...connection,
    max: size,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 0,
  })
  pool.on('error', () => {}) // an idle connection that broke is replaced at its next use
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: savingFirstJourney(pool) }) })
}

export interface Migration {
  readonly name: string
  readonly text: string
  readonly checksum: string
}

export async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Runs several statements at once: `exec` of PGlite, a simple query of node-postgres. */
export type ScriptRunner = (script: string) => Promise<unknown>

const MIGRATION_LOCK = 4_242_017

export const MIGRATION_TABLE = `create table if not exists migration (
  name text primary key, checksum text not null, applied_at timestamptz not null default now())`

/** Thrown when the database was migrated by other files than ours. */
export class MigrationDrift extends Error {
  override readonly name = 'MigrationDrift'
}

/** The migrations that this database has not seen, after checking that those it has are ours. */
export async function pendingMigrations(db: Kysely<Tables>, migrations: readonly Migration[]): Promise<Migration[]> {
  await makeMigrationTable(db)
  const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from migration`.execute(db)
  const applied = new Map(rows.map((row) => [row.name, row.checksum]))
  for (const { name, checksum } of migrations) {
    const seen = applied.get(name)
    if (seen !== undefined && seen !== checksum) throw new MigrationDrift(`${name} was changed after it was applied`)
  }
  const known = new Set(migrations.map((migration) => migration.name))
  for (const name of applied.keys()) {
    if (!known.has(name)) throw new MigrationDrift(`the database knows ${name}, this version does not: it is newer than this program`)
  }
  return migrations.filter((migration) => !applied.has(migration.name))
}

/** Of two servers that meet an empty database, the second waits: "if not exists" alone lets both try. */
async function makeMigrationTable(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('migration') is not null as there`.execute(db)
  if (rows[0]?.there === true) return
  await db.transaction().execute(async (tx) => {
    await holdMigrations(tx)
    await sql.raw(MIGRATION_TABLE).execute(tx)
  })
}

/** Waits for another process to migrate, and then works, for as long as either takes. */
async function holdMigrations(tx: Transaction<Tables>): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`.execute(tx)
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK}::bigint)`.execute(tx)
}

/** Applies the migrations not yet applied, in name order, one transaction each, under a lock. Forward only. */
export async function migrate(db: Kysely<Tables>, migrations: readonly Migration[]): Promise<string[]> {
  const done: string[] = []
  for (const migration of await pendingMigrations(db, migrations)) {
    await db.transaction().execute(async (tx) => {
      await holdMigrations(tx)
      const { rows } = await sql`select 1 from migration where name = ${migration.name}`.execute(tx)
      if (rows.length > 0) return // another process was quicker
      await applyMigration(tx, migration)
      done.push(migration.name)
    })
  }
  return done
}

export async function applyMigration(tx: Transaction<Tables>, { name, text, checksum }: Migration): Promise<void> {
  await sql.raw(text).execute(tx)
  await sql`insert into migration (name, checksum) values (${name}, ${checksum})`.execute(tx)
}

/**
 * Tells the planner how the tables look now. The embedded database has nobody who does so in the background, and after
 * a bulk write plans made for the empty tables of yesterday read a whole history to find one workout.
 */
export async function refreshStatistics(db: Db): Promise<void> {
  await sql`analyze workout, performed_set, movement`.execute(db)
}
