import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type Instant, isoOf } from '@gymgenius/domain'
import { type Kysely, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { VERSION } from './config.ts'
import type { Migration } from './database.ts'
import type { KeptFiles } from './kept-files.ts'
import { type BlobKey, type BlobStore, isBlobKey, type Shelf } from './ports/blobs.ts'
import type { Tables } from './tables.generated.ts'

/** What a backup says about itself. */
const Header = z.object({
  format: z.literal('gymgenius-backup'),
  version: z.int(),
  madeAt: z.string(),
  program: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Files of the data folder; absent in a backup of a version that kept none. */
  files: z.record(z.string(), z.string()).optional(),
})
export type Header = z.infer<typeof Header>

/** What a backup holds beside rows. */
export interface BesideRows {
  readonly files?: KeptFiles
  readonly blobs?: BlobStore
}

const FORMAT_VERSION = 1
const ROWS_AT_ONCE = 1000
const CHARACTERS_AT_ONCE = 4_000_000

const TableHeading = z.object({ table: z.string().regex(/^[a-z_]+$/), rows: z.int().min(0) })
const BlobsHeading = z.object({ blobs: z.int().min(0) })
/** Null: it was removed while the backup was made. */
const BlobLine = z.object({ key: z.string().refine(isBlobKey), base64: z.base64().nullable() })
const Seal = z.object({ sha256: z.string() })

/** Thrown for a file that cannot be restored; nothing was changed. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
}

/**
 * Writes every row to one file, as the database stands at one moment; others may go on writing. The file is gzipped lines of JSON:
 * a header (with the few `files` of the data folder that belong to it), then each table's heading and rows, then the blobs of a folder,
 * then a SHA-256 of all before it. It appears under its name only when it is whole. Blobs in a bucket stay there: their keys are in rows.
 */
export async function writeBackup(
  database: Kysely<Tables>,
  path: string,
  now: Instant,
  { files = {}, blobs }: BesideRows = {},
): Promise<{ rows: number }> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const part = `${path}.part`
  let rows = 0
  try {
    await database
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const lines = linesOf(tx, now, files, (count) => {
          rows += count
        })
        await pipeline(
          Readable.from(sealed(oneAfterTheOther(lines, blobLines(blobs)))),
          createGzip(),
          createWriteStream(part, { mode: 0o600, flush: true }),
        )
      })
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
  return { rows }
}

async function* linesOf(tx: Transaction<Tables>, now: Instant, files: KeptFiles, counted: (rows: number) => void): AsyncGenerator<string> {
  const migrations = await sql<{ name: string; checksum: string }>`select name, checksum from migration order by name`.execute(tx)
  const header: Header = {
    format: 'gymgenius-backup',
    version: FORMAT_VERSION,
    madeAt: isoOf(now),
    program: VERSION,
    migrations: migrations.rows,
    ...(Object.keys(files).length > 0 && { files }),
  }
  yield JSON.stringify(header)
  const derived = await derivedTables(tx)
  const tables = (await tablesInOrder(tx)).filter((table) => !derived.has(table))
  await sql`set local role gymgenius_system`.execute(tx)
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.id(table)}`.execute(tx)
    const count = rows[0]!.count
    counted(count)
    yield JSON.stringify({ table, rows: count })
    await sql`declare backup_rows no scroll cursor for select to_jsonb(t)::text as row from ${sql.id(table)} t`.execute(tx)
    for (;;) {
      const { rows } = await sql<{ row: string }>`fetch ${sql.lit(ROWS_AT_ONCE)} from backup_rows`.execute(tx)
      if (rows.length === 0) break
      yield rows.map(({ row }) => row).join('\n')
    }
    await sql`close backup_rows`.execute(tx)
  }
}

/** After the rows: a blob that a row names was written before it. */
async function* blobLines(blobs: BlobStore | undefined): AsyncGenerator<string> {
  if (blobs?.kind !== 'folder') return
  const keys: BlobKey[] = []
  for (const shelf of BACKED_UP) for await (const { key } of blobs.list(shelf)) keys.push(key)
  if (keys.length === 0) return
  yield JSON.stringify({ blobs: keys.length })
  for (const key of keys) {
    const bytes = await blobs.get(key)
    yield JSON.stringify({ key, base64: bytes === undefined ? null : Buffer.from(bytes).toString('base64') })
  }
}

const BACKED_UP = ['pictures', 'erased'] as const satisfies readonly Shelf[]

async function* oneAfterTheOther(...parts: readonly AsyncIterable<string>[]): AsyncGenerator<string> {
  for (const part of parts) yield* part
}

async function* sealed(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash('sha256')
  for await (const line of lines) {
    const text = `${line}\n`
    hash.update(text)
    yield text
  }
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`
}

/** Our tables, every one after those it points into. */
export async function tablesInOrder(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string; needs: string[] }>`
    select c.relname as name, coalesce(array_agg(distinct f.relname::text) filter (where f.relname is not null and f.oid <> c.oid), '{}') as needs
    from pg_class c
      left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
      left join pg_class f on f.oid = k.confrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
    group by c.relname order by c.relname`.execute(db)
  const ordered: string[] = []
  while (ordered.length < rows.length) {
    const ready = rows.filter(({ name, needs }) => !ordered.includes(name) && needs.every((need) => ordered.includes(need)))
    if (ready.length === 0) throw new Error('tables point at each other in a circle')
    ordered.push(...ready.map(({ name }) => name))
  }
  return ordered
}

/** Tables whose comment says that their rows are made from others': a backup leaves them to be made again. */
async function derivedTables(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and obj_description(oid) like '%; derived'`.execute(db)
  return new Set(rows.map(({ name }) => name))
}

/** Reads a backup from end to end without changing anything: its header, if it is whole, ours and not newer than this program. */
export async function checkBackup(path: string, migrations: readonly Migration[]): Promise<Header> {
  const hash = createHash('sha256')
  let header: Header | undefined
  let rowsToCome = 0
  let seal: string | undefined
  for await (const line of readLines(path)) {
    if (seal !== undefined) throw new BackupRefused('The file goes on after its end: it was changed.')
    if (header === undefined) header = readHeader(line, migrations)
    else if (rowsToCome > 0) rowsToCome--
    else {
      const value = parse(line)
      const lines = TableHeading.safeParse(value).data?.rows ?? BlobsHeading.safeParse(value).data?.blobs
      if (lines !== undefined) rowsToCome = lines
      else seal = Seal.safeParse(value).data?.sha256
      if (seal !== undefined) continue
      if (lines === undefined) throw new BackupRefused('The file is damaged.')
    }
    hash.update(`${line}\n`)
  }
  if (header === undefined) throw new BackupRefused('The file is empty.')
  if (seal === undefined) throw new BackupRefused('The file is cut short: its end is missing.')
  if (seal !== hash.digest('hex')) throw new BackupRefused('The file is damaged: its checksum does not fit.')
  return header
}

function readHeader(line: string, migrations: readonly Migration[]): Header {
  const header = Header.safeParse(parse(line))
  if (!header.success) throw new BackupRefused('The file is not a GymGenius backup.')
  const ours = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  const unknown = header.data.migrations.find(({ name }) => !ours.has(name))
  if (unknown !== undefined || header.data.version > FORMAT_VERSION) {
    throw new BackupRefused(`The backup is newer than this program (${VERSION}): it was made by ${header.data.program}. Update first.`)
  }
  const changed = header.data.migrations.find(({ name, checksum }) => ours.get(name) !== checksum)
  if (changed !== undefined) throw new BackupRefused(`The backup comes from another build: its ${changed.name} is not ours.`)
  return header.data
}

/** The tables and rows of a checked backup, in batches of a size that a statement can carry. */
export async function* rowsOf(path: string): AsyncGenerator<{ table: string; json: string }> {
  let table: string | undefined
  let rowsToCome = 0
  let batch: string[] = []
  let characters = 0
  let isHeader = true
  for await (const line of readLines(path)) {
    if (isHeader) isHeader = false
    else if (rowsToCome === 0) {
      const heading = TableHeading.safeParse(parse(line))
      if (!heading.success) return // blobs, or the seal
      table = heading.data.table
      rowsToCome = heading.data.rows
    } else {
      batch.push(line)
      characters += line.length
      rowsToCome--
      if (rowsToCome > 0 && batch.length < ROWS_AT_ONCE && characters < CHARACTERS_AT_ONCE) continue
      yield { table: table!, json: `[${batch.join(',')}]` }
      batch = []
      characters = 0
    }
  }
}

/** The blobs of a checked backup. */
export async function* blobsOf(path: string): AsyncGenerator<{ key: BlobKey; bytes: Uint8Array }> {
  let linesToCome = 1 // the header
  let isBlobs = false
  for await (const line of readLines(path)) {
    if (linesToCome > 0) {
      linesToCome--
      if (!isBlobs) continue
      const { key, base64 } = BlobLine.parse(parse(line))
      if (base64 !== null) yield { key, bytes: Buffer.from(base64, 'base64') }
      continue
    }
    const heading = parse(line)
    const blobs = BlobsHeading.safeParse(heading).data?.blobs
    isBlobs = blobs !== undefined
    linesToCome = blobs ?? TableHeading.safeParse(heading).data?.rows ?? 0
  }
}

async function* readLines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const text = file.pipe(createGunzip())
  file.on('error', (error) => text.destroy(error))
  text.on('error', () => {}) // told below to who still reads; after that it is nobody's, and must not end the process
  try {
    yield* createInterface({ input: text, crlfDelay: Infinity })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'Z_BUF_ERROR') throw new BackupRefused('The file is cut short: its end is missing.')
    if (code === 'ENOENT' || code === 'EISDIR') throw new BackupRefused(`There is no file ${path}.`)
    if (code?.startsWith('Z_') === true) throw new BackupRefused('The file is not a GymGenius backup, or it is damaged.')
    throw error
  } finally {
    file.destroy()
    text.destroy()
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new BackupRefused('The file is not a GymGenius backup, or it is damaged.')
  }
}
