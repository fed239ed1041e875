import { resolve } from 'node:path'
import { isoOf } from '@gymgenius/domain'
import { eraseAgain } from '../modules/privacy/index.ts'
import { type BesideRows, writeBackup } from '../platform/backup.ts'
import type { Ctx } from '../platform/context.ts'
import { readMigrations } from '../platform/database.ts'
import { FolderInUse, isLocked } from '../platform/lock.ts'
import { readKeptFiles, writeKeptFiles } from '../platform/kept-files.ts'
import { backupPath, migrateSafely } from '../platform/migrate-safely.ts'
import { restoreBackup } from '../platform/restore.ts'
import { migrationFolder, openWorld, quietLog, reachWorld, type World } from '../platform/world.ts'
import { type Command, dataOption, Usage } from './command.ts'

const dataHelp = '  --data DIR   data folder (default .data); ignored where DATABASE_URL names a server'

export const migrateCommand: Command = {
  usage: '[--data DIR]',
  summary: 'Bring the database up to this version (serve does so too)',
  help: `${dataHelp}\n\nA database that is not empty is backed up first, into backups/ in the data folder.`,
  ...dataOption,
  run: async ({ environment }) =>
    using(await reachWorld(environment), async (world) => {
      const applied = await migrateSafely(world)
      console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
    }),
}

export const backupCommand: Command = {
  usage: '[--to FILE] [--data DIR]',
  summary: 'Write everything in the database to one file, also while the server runs',
  help: `  --to FILE    where to (default backups/DATE.jsonl.gz in the data folder)\n${dataHelp}`,
  options: { ...dataOption.options, to: { type: 'string' } },
  environment: dataOption.environment,
  run: async ({ environment, text }) =>
    using(await reachWorld(environment), async ({ ctx, database }) => {
      const path = resolve(text('to') ?? backupPath(environment.DATA_DIR, isoOf(ctx.clock.now())))
      const { rows } = await writeBackup(database, path, ctx.clock.now(), await besideRows(ctx))
      console.log(`${rows} rows are in ${path}`)
    }),
}

export const restoreCommand: Command = {
  usage: 'FILE [--data DIR]',
  summary: 'Put a backup in the place of everything in the database',
  help: `  FILE         a file that gymgenius backup wrote, by this version or an older one
${dataHelp}

The file is checked from end to end first. What is in the database now is backed up into backups/ in the data folder. Then
everything is replaced in one transaction: it all comes, or nothing changes. Accounts that were erased since then are erased again in it.
The scoring files of the backup are put in place after it. Stop the server first.`,
  ...dataOption,
  run: async ({ environment, positionals }) => {
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new Usage('Name the one file to restore: gymgenius restore FILE')
    if (environment.DATABASE_URL === undefined && (await isLocked(environment.DATA_DIR))) throw new FolderInUse(environment.DATA_DIR)
    const world = await openWorld(environment, quietLog, (error) => {
      throw error
    })
    await using(world, async ({ ctx, database }) => {
      const migrations = await readMigrations(migrationFolder)
      let erased = 0
      const header = await restoreBackup(database, file, migrations, {
        blobs: ctx.blobs,
        keepOld: async () => {
          const path = backupPath(environment.DATA_DIR, isoOf(ctx.clock.now()), 'before-restore')
          await writeBackup(database, path, ctx.clock.now(), await besideRows(ctx))
          console.log(`What was in the database is in ${path}`)
        },
        after: async (db) => {
          erased = await eraseAgain({ ...ctx, db })
        },
      })
      const files = await writeKeptFiles(environment.DATA_DIR, header.files ?? {})
      if (erased > 0) console.log(`${erased} accounts that were erased after it was made were erased again`)
      console.log(`Restored the backup of ${header.madeAt}${files > 0 ? `, and ${files} files of the data folder` : ''}.`)
    })
  },
}

const besideRows = async ({ blobs, config }: Ctx): Promise<BesideRows> => ({
  files: await readKeptFiles(config.environment.DATA_DIR),
  blobs,
})

/** Does something in a world and leaves it, whatever happened. */
export async function using<T>(world: World, work: (world: World) => Promise<T>): Promise<T> {
  try {
    return await work(world)
  } finally {
    await world.close()
  }
}
