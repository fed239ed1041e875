import { join } from 'node:path'
import { isoOf } from '@gymgenius/domain'
import { writeBackup } from './backup.ts'
import { migrate, pendingMigrations, readMigrations } from './database.ts'
import { migrationFolder, type World } from './world.ts'

/** Migrates a database, after a backup of what is in it. An empty one has nothing to lose. */
export async function migrateSafely({ ctx, database }: World): Promise<string[]> {
  const migrations = await readMigrations(migrationFolder)
  const pending = await pendingMigrations(database, migrations)
  if (pending.length > 0 && pending.length < migrations.length) {
    const path = backupPath(ctx.config.environment.DATA_DIR, isoOf(ctx.clock.now()), `before-${pending[0]!.name.replace('.sql', '')}`)
    const { rows } = await writeBackup(database, path, ctx.clock.now())
    ctx.log.info({ path, rows }, 'backup made before migrating')
  }
  const applied = await migrate(database, migrations)
  if (applied.length > 0) ctx.log.info({ applied }, 'database migrated')
  return applied
}

/** Where a backup goes that nobody named a place for: `backups/2026-11-21T07-41-09-before-0008_trainers.jsonl.gz`. */
export const backupPath = (dataFolder: string, iso: string, note?: string) =>
  join(dataFolder, 'backups', `${iso.slice(0, 19).replaceAll(':', '-')}${note === undefined ? '' : `-${note}`}.jsonl.gz`)
