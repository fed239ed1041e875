import { type Kysely, sql, type Transaction } from 'kysely'
import { blobsOf, checkBackup, type Header, rowsOf, tablesInOrder } from './backup.ts'
import { applyMigration, MIGRATION_TABLE, type Migration } from './database.ts'
import type { BlobStore } from './ports/blobs.ts'
import type { Tables } from './tables.generated.ts'

export interface Restoring {
  /** Called before anything is replaced, where there is something. */
  readonly keepOld?: () => Promise<void>
  /** Where the blobs of the backup go. */
  readonly blobs?: BlobStore
  /** Called in the transaction that replaces everything, after it. */
  readonly after?: (tx: Transaction<Tables>) => Promise<void>
}

/**
 * Puts a backup in the place of everything in the database, in one transaction: it all comes, or nothing changes. A backup of an
 * older version is restored as it was and then migrated. Its blobs go into the store first: without their rows they are swept away.
 */
export async function restoreBackup(
  database: Kysely<Tables>,
  path: string,
  migrations: readonly Migration[],
  { keepOld, blobs, after }: Restoring = {},
): Promise<Header> {
  const header = await checkBackup(path, migrations)
  if (keepOld !== undefined && (await hasTables(database))) await keepOld()
  if (blobs !== undefined) for await (const { key, bytes } of blobsOf(path)) await blobs.put(key, bytes)
  const then = new Set(header.migrations.map(({ name }) => name))
  await database.transaction().execute(async (tx) => {
    await dropEverything(tx)
    await sql.raw(MIGRATION_TABLE).execute(tx)
    for (const migration of migrations.filter(({ name }) => then.has(name))) await applyMigration(tx, migration)
    const tables = await tablesInOrder(tx)
    // What migrations wrote is in the backup as well.
    await sql`truncate ${sql.join(tables.map((table) => sql.id(table)))}`.execute(tx)
    await sql`set local role gymgenius_system`.execute(tx)
    for await (const { table, json } of rowsOf(path)) {
      await sql`insert into ${sql.id(table)} select * from jsonb_populate_recordset(null::${sql.id(table)}, ${json}::jsonb)`.execute(tx)
    }
    await sql`set local role none`.execute(tx)
    for (const migration of migrations.filter(({ name }) => !then.has(name))) await applyMigration(tx, migration)
    await after?.(tx)
  })
  return header
}

async function hasTables(database: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select from pg_class where relnamespace = 'public'::regnamespace and relname = 'migration'`.execute(database)
  return rows.length > 0
}

/** Our tables and functions; what extensions brought stays. */
async function dropEverything(tx: Transaction<Tables>) {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`.execute(tx)
  if (tables.length > 0) await sql`drop table ${sql.join(tables.map(({ name }) => sql.id(name)))} cascade`.execute(tx)
  const { rows: functions } = await sql<{ signature: string }>`
    select p.oid::regprocedure::text as signature from pg_proc p where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`.execute(tx)
  for (const { signature } of functions) await sql`drop function ${sql.raw(signature)} cascade`.execute(tx)
}
