import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { instantOf } from '@gymgenius/domain'
import { type Kysely, sql } from 'kysely'
import { expect, test as base } from 'vitest'
import { openRealDatabase } from '../testing/real-database.ts'
import { BackupRefused, checkBackup, tablesInOrder, writeBackup } from './backup.ts'
import { migrate, readMigrations } from './database.ts'
import { restoreBackup } from './restore.ts'
import type { Tables } from './tables.generated.ts'
import { migrationFolder } from './world.ts'

const migrations = await readMigrations(migrationFolder)
const now = instantOf('2026-03-02T18:00:00Z')

const test = base
  .extend('database', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const { database, close } = await openRealDatabase()
    onCleanup(close)
    await migrate(database, migrations)
    return database
  })
  .extend('folder', async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'gg-backup-'))
    onCleanup(() => rm(folder, { recursive: true }))
    return folder
  })

const id = (n: number) => `019caf80-0000-7000-8000-${String(n).padStart(12, '0')}`

/** One row in tables of every column type there is, with the values that copies like to lose. */
async function fill(database: Kysely<Tables>) {
  await sql`truncate account cascade`.execute(database)
  await sql`truncate movement, outbox cascade`.execute(database)
  const at = new Date('2026-03-02T18:00:00.123Z')
  await database
    .insertInto('account')
    .values({
      id: id(1),
      email: 'Zoë "O\'Neill"@example.test',
      password_hash: '$argon2id$',
      role: 'athlete',
      created_at: at,
      password_changed_at: at,
    })
    .execute()
  await database
    .insertInto('athlete')
    .values({ id: id(1), body_mass_kg: 81.646626599999 })
    .execute()
  const movement = { athlete_id: id(1), pattern: 'squat', equipment: 'barbell', laterality: 'both', load_kind: 'external', created_at: at }
  await database
    .insertInto('movement')
    .values({
      ...movement,
      id: id(2),
      name: 'Kniebeuge\n\t\\ "tief" 🏋️',
      aliases: ['a,b', '{c}', '"', ''],
      field_clocks: '{"name": "1 ü"}',
    })
    .execute()
  await database
    .insertInto('import')
    .values({
      id: id(3),
      athlete_id: id(1),
      format: 'strong',
      status: 'previewed',
      file_name: 'a.csv',
      file_hash: 'x',
      unit: 'kg',
      preview: '[1, null]',
      created_at: at,
    })
    .execute()
  await database
    .insertInto('import_file')
    .values({ import_id: id(3), athlete_id: id(1), content: Buffer.from([0, 255, 10, 92]) })
    .execute()
  for (let n = 10; n < 2600; n += 500) {
    const values = Array.from({ length: 500 }, (_, i) => ({
      id: id(n + i),
      topic: `event:${n + i}`,
      payload: '{}',
      announced_at: at,
      due_at: at,
    }))
    await database.insertInto('outbox').values(values).execute()
  }
}

/** Every row of every table, as text that a reader could compare. */
async function everything(database: Kysely<Tables>) {
  const tables = await tablesInOrder(database)
  const rows = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.id(table)} t order by 1`.execute(database)
      return [table, rows.map(({ row }) => row)] as const
    }),
  )
  return Object.fromEntries(rows)
}

test('what was backed up comes back row for row after everything was lost', async ({ database, folder }) => {
  await fill(database)
  const before = await everything(database)
  const path = join(folder, 'a.jsonl.gz')
  expect(await writeBackup(database, path, now)).toEqual({ rows: 3005 })
  expect((await stat(path)).mode & 0o777).toBe(0o600)

  await sql`drop table account, athlete, outbox cascade`.execute(database)
  await restoreBackup(database, path, migrations)
  expect(await everything(database)).toEqual(before)
})

test('a backup taken while rows are being written is of one moment', async ({ database, folder }) => {
  await fill(database)
  const path = join(folder, 'a.jsonl.gz')
  const done = new AbortController()
  const writer = (async () => {
    for (let n = 5000; !done.signal.aborted; n++) {
      await database.transaction().execute(async (tx) => {
        await sql`insert into account values (${id(n)}, ${`${n}@example.test`}, '', 'athlete', now(), now())`.execute(tx)
        await sql`insert into athlete (id) values (${id(n)})`.execute(tx)
      })
    }
  })()
  await writeBackup(database, path, now)
  done.abort()
  await writer
  await restoreBackup(database, path, migrations)
  const { rows } = await sql`select (select count(*) from account) = (select count(*) from athlete) as agree`.execute(database)
  expect(rows).toEqual([{ agree: true }])
})

test('a backup of an older version is restored and then migrated', async ({ database, folder }) => {
  await fill(database)
  const path = join(folder, 'a.jsonl.gz')
  await writeBackup(database, path, now)
  const before = await everything(database)
  const text = "alter table outbox add column extra text not null default 'new';"
  const next = { name: '9999_extra.sql', text, checksum: 'x' }
  await restoreBackup(database, path, [...migrations, next])
  const { rows } = await sql`select distinct extra from outbox`.execute(database)
  expect(rows).toEqual([{ extra: 'new' }])
  await restoreBackup(database, path, migrations)
  expect(await everything(database)).toEqual(before)
})

const damage: Record<string, { change: (file: Buffer) => Buffer; says: RegExp }> = {
  'cut short': { change: (file) => file.subarray(0, file.length - 100), says: /cut short/ },
  'cut at a line': { change: (file) => rewritten(file, (lines) => lines.slice(0, -1)), says: /cut short/ },
  // Among the rows: in the header it could be taken for another build's.
  'with one bit turned': {
    change: (file) => file.map((byte, i) => (i === file.length - 100 ? byte ^ 1 : byte)) as Buffer,
    says: /damaged/,
  },
  'with one row changed': {
    change: (file) => rewritten(file, (lines) => lines.map((line) => line.replace('event:77"', 'event:78"'))),
    says: /checksum/,
  },
  'that is something else': { change: () => gzipSync('{"format": "holiday photos"}\n'), says: /not a GymGenius backup/ },
  'that is no archive': { change: () => Buffer.from('hello'), says: /not a GymGenius backup/ },
  'that is empty': { change: () => Buffer.alloc(0), says: /empty|cut short/ },
  'from a newer version': {
    change: (file) => rewritten(file, (lines) => [newer(lines[0]!), ...lines.slice(1)]),
    says: /newer than this program/,
  },
}

function rewritten(file: Buffer, change: (lines: string[]) => string[]) {
  return gzipSync(`${change(gunzipSync(file).toString().trimEnd().split('\n')).join('\n')}\n`)
}

function newer(header: string) {
  const value = JSON.parse(header) as { migrations: object[] }
  return JSON.stringify({ ...value, migrations: [...value.migrations, { name: '9999_future.sql', checksum: 'x' }] })
}

for (const [what, { change, says }] of Object.entries(damage)) {
  test(`a file ${what} is refused with nothing changed`, async ({ database, folder }) => {
    await fill(database)
    const path = join(folder, 'a.jsonl.gz')
    await writeBackup(database, path, now)
    await writeFile(path, change(await readFile(path)))
    const before = await everything(database)
    await expect(checkBackup(path, migrations)).rejects.toThrow(says)
    await expect(restoreBackup(database, path, migrations)).rejects.toThrow(BackupRefused)
    expect(await everything(database)).toEqual(before)
  })
}

test('every table can be read whole by the house, and none counts by a sequence', async ({ database }) => {
  const { rows: hidden } = await sql`
    select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
      and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.qual = 'true'
        and p.cmd = 'ALL' and 'gymgenius_system' = any(p.roles))`.execute(database)
  const { rows: sequences } = await sql`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'`.execute(
    database,
  )
  expect({ hidden, sequences }).toEqual({ hidden: [], sequences: [] })
})
