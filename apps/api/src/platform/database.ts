import { readdir, readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import type { Traces } from '@gymgenius/traces'
import { type ControlledTransaction, Kysely, type LogEvent, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { atTheDoor, type Connections } from './door.ts'
import { savingFirstJourney } from './first-journey.ts'
import { shapeOf, shortNameOf } from './statement-shape.ts'
import type { Tables } from './tables.generated.ts'

/** The database, or a transaction on it: repositories cannot tell and need not care. */
export type Db = Kysely<Tables> | Transaction<Tables> | ControlledTransaction<Tables>

// Both databases read alike: a count and an int8 are numbers (ours stay far below 2^53).
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export interface PoolSettings {
  /** A `postgres://` URL, or the folder of a Unix socket. */
  readonly connection: pg.PoolConfig
  readonly size: number
  /** How long to wait for a connection. */
  readonly connectMs?: number
  /** How long at the door: for one that is free, with all of them taken. As long as anybody, unless said. */
  readonly doorMs?: number
  readonly traces?: Traces | undefined
}

/** One pool for all who ask: requests at the door, who do not wait long, and the others. */
export interface Pool {
  readonly database: Kysely<Tables>
  readonly door: Kysely<Tables>
}

/** Opens a pool of ordinary Postgres connections; the embedded database is reached the same way. */
export const openPool = (settings: PoolSettings): Kysely<Tables> => openPoolWithDoor(settings).database

export function openPoolWithDoor({ connection, size, connectMs = 5000, doorMs = connectMs, traces }: PoolSettings): Pool {
  const pool = new pg.Pool({
    ...connection,
    max: size,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: 0,
  })
  pool.on('error', () => {}) // an idle connection that broke is replaced at its next use
  // One that breaks between two statements of a unit fails the next of them; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const reached = (by: Connections) =>
    new Kysely<Tables>({
      dialect: new PostgresDialect({ pool: savingFirstJourney(by) }),
      ...(traces === undefined ? {} : { log: tellingStatements(traces) }),
    })
  return { database: reached(pool), door: reached(atTheDoor(pool, doorMs)) }
}

/** What of a statement leaves the house: its shape, and how long it took. */
const tellingStatements = (traces: Traces) => (event: LogEvent) => {
  if (traces.here() === undefined) return
  const shape = shapeOf(event.query.sql)
  const facts = { 'db.system.name': 'postgresql', 'db.query.text': shape }
  const failure = event.level === 'error' ? event.error : undefined
  traces.ended({ name: shortNameOf(shape), kind: 'client', facts }, event.queryDurationMillis, failure)
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
export async function pendingMigrations(db: Db, migrations: readonly Migration[]): Promise<Migration[]> {
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
async function makeMigrationTable(db: Db): Promise<void> {
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
 * a bulk write plans made for the empty tables of yesterday read a whole history to find one workout. It looks at what rows are found by, in
 * some 7,500 of them: others wait meanwhile, and looking at every column of 30,000 took six times as long.
 */
export async function refreshStatistics(db: Db): Promise<void> {
  if (!db.isTransaction) return db.transaction().execute(refreshStatistics)
  await sql`select set_config('default_statistics_target', '25', true)`.execute(db)
  await sql`analyze workout (id, athlete_id, started_at, ended_at, import_id, change_seq, deleted_at),
    performed_set (id, athlete_id, workout_id, movement_id, performed_at, import_id, change_seq, deleted_at), movement (id, athlete_id)`.execute(
    db,
  )
}

/**
 * For the rest of a unit that names every row it touches: finds rows by an index, whatever the planner thinks. It believes that a small
 * table is read sooner than an index, and keeps the plan that checks a set's workout while the table grows a hundredfold.
 */
export async function findByIndex(db: Db): Promise<void> {
  await sql`select set_config('enable_seqscan', 'off', true)`.execute(db)
}
