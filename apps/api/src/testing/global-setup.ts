import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { Kysely, PGliteDialect } from 'kysely'
import pg from 'pg'
import type { ProvidedContext } from 'vitest'
import type { TestProject } from 'vitest/node'
import { movementsRoom } from '../modules/movements/index.ts'
import { migrate, openPool, readMigrations } from '../platform/database.ts'
import type { Tables } from '../platform/tables.generated.ts'
import { prepareOnce } from './still-world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a worker finds its migrated database: an image to open, or a template on a server to copy. */
    readonly database:
      | { readonly kind: 'image'; readonly path: string }
      | { readonly kind: 'server'; readonly url: string; readonly template: string }
  }
}

/** The rooms that put something into an empty database. */
const shipping = [movementsRoom]

const migrationFolder = new URL('../../migrations/', import.meta.url)

/** Migrates one database per run: an image of an embedded one, or, where TEST_DATABASE_URL is set, a template on that server. */
export default async function setup(project: TestProject) {
  await removeLeftovers()
  const migrations = await readMigrations(migrationFolder)
  const server = process.env['TEST_DATABASE_URL']
  if (server === undefined) {
    const pglite = new PGlite({ extensions: { vector }, parsers: { 20: Number } })
    // PGlite's extended protocol takes one statement at a time; a migration is a script.
    for (const { text } of migrations) await pglite.exec(text)
    await prepareOnce(new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) }), shipping)
    const path = join(tmpdir(), `gymgenius-test-${process.pid}.tar`)
    await writeFile(path, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()))
    await pglite.close()
    project.provide('database', { kind: 'image', path })
    return () => rm(path, { force: true })
  }
  const template = `gymgenius_template_${process.pid}`
  await onServer(server, `drop database if exists ${template}`, `create database ${template}`)
  const db = openPool({ connection: { connectionString: withDatabase(server, template) }, size: 1 })
  await migrate(db, migrations)
  await prepareOnce(db, shipping)
  await db.destroy()
  project.provide('database', { kind: 'server', url: server, template })
  return () => onServer(server, `drop database if exists ${template} with (force)`)
}

/** What runs that were killed have left: each name ends with the number of its process. */
async function removeLeftovers() {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^gymgenius-test-(?:blobs-)?(\d+)(?:\.tar)?$/.exec(name)?.[1])
    if (pid > 0 && !isAlive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export function withDatabase(url: string, database: string): string {
  const target = new URL(url)
  target.pathname = `/${database}`
  return target.toString()
}

export async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** A database of one's own, ready and migrated. On a server it has `size` connections; the embedded one takes turns. */
export async function openTestDatabase(
  provided: ProvidedContext['database'],
  size = 1,
): Promise<{ database: Kysely<Tables>; close: () => Promise<void> }> {
  if (provided.kind === 'image') {
    const pglite = new PGlite({ extensions: { vector }, loadDataDir: new Blob([await readFile(provided.path)]), parsers: { 20: Number } })
    const database = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
    return { database, close: () => database.destroy() }
  }
  const name = `gymgenius_test_${process.pid}_${process.env['VITEST_WORKER_ID'] ?? '0'}_${process.hrtime.bigint()}`
  await onServer(provided.url, `create database ${name} template ${provided.template}`)
  const database = openPool({ connection: { connectionString: withDatabase(provided.url, name) }, size })
  return {
    database,
    close: async () => {
      await database.destroy()
      await onServer(provided.url, `drop database if exists ${name} with (force)`)
    },
  }
}
