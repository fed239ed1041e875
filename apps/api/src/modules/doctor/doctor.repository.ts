import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

export interface DatabaseFacts {
  readonly version: string
  readonly sync: string
  readonly fsync: string
}

export async function databaseFacts(db: Db): Promise<DatabaseFacts> {
  const { rows } = await sql<DatabaseFacts>`
    select current_setting('server_version') as version, current_setting('wal_sync_method') as sync, current_setting('fsync') as fsync`.execute(
    db,
  )
  return rows[0]!
}

/** What the database server's clock says, in milliseconds. */
export async function databaseNow(db: Db): Promise<number> {
  const { rows } = await sql<{ now: number }>`select extract(epoch from clock_timestamp())::float8 * 1000 as now`.execute(db)
  return rows[0]!.now
}

/** Tables without row security in force, and roles of ours that could pass it by. */
export async function unguarded(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'
      and not (relrowsecurity and relforcerowsecurity)
    union all
    select rolname from pg_roles where rolname in ('gymgenius_request', 'gymgenius_system', 'gymgenius_trainer') and (rolsuper or rolbypassrls or rolcanlogin)`.execute(
    db,
  )
  return rows.map(({ name }) => name)
}
