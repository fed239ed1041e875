import { join } from 'node:path'
import { isoOf } from '@gymgenius/domain'
import { sql } from 'kysely'
import { writeBackup } from './backup.ts'
import { type Migration, migrate, openPool, pendingMigrations, readMigrations } from './database.ts'
import { migrationFolder, serverConnection, type World } from './world.ts'

/** One process at a time looks, backs up and migrates; any number, as long as it is not that of `migrate`, which holds one step. */
export const WHOLE_RUN_LOCK = 4_242_018

/** Migrates a database, after a backup of what is in it. An empty one has nothing to lose. */
export async function migrateSafely(world: World): Promise<string[]> {
  const migrations = await readMigrations(migrationFolder)
  if ((await pendingMigrations(world.database, migrations)).length === 0) return []
  return oneAtATime(world, () => backedUpAndMigrated(world, migrations))
}

/**
 * Waits for whoever migrates now, who may be half-way: what a backup would find then changes under it. The lock ends with a transaction of a
 * connection of its own, so that it ends with this process too. The embedded database has one process.
 */
async function oneAtATime<T>({ ctx }: World, work: () => Promise<T>): Promise<T> {
  const { environment } = ctx.config
  if (environment.DATABASE_URL === undefined) return work()
  const alone = openPool({ connection: serverConnection(environment), size: 1 })
  try {
    return await alone.transaction().execute(async (tx) => {
      for (const patience of ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'])
        await sql`select set_config(${patience}, '0', true)`.execute(tx)
      await sql`select pg_advisory_xact_lock(${WHOLE_RUN_LOCK}::bigint)`.execute(tx)
      return await work()
    })
  } finally {
    await alone.destroy()
  }
}

async function backedUpAndMigrated({ ctx, database }: World, migrations: readonly Migration[]): Promise<string[]> {
  const pending = await pendingMigrations(database, migrations)
  if (pending.length > 0 && pending.length < migrations.length) {
    const path = backupPath(ctx.config.environment.DATA_DIR, isoOf(ctx.clock.now()), `before-${pending[0]!.name.replace('.sql', '')}`)
    const { rows } = await writeBackup(database, path, ctx.clock.now(), { blobs: ctx.blobs })
    ctx.log.info({ path, rows }, 'backup made before migrating')
  }
  const applied = await migrate(database, migrations)
  if (applied.length > 0) ctx.log.info({ applied }, 'database migrated')
  return applied
}

/** Where a backup goes that nobody named a place for: `backups/2026-11-21T07-41-09-before-0008_trainers.jsonl.gz`. */
export const backupPath = (dataFolder: string, iso: string, note?: string) =>
  join(dataFolder, 'backups', `${iso.slice(0, 19).replaceAll(':', '-')}${note === undefined ? '' : `-${note}`}.jsonl.gz`)
