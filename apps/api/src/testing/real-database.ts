import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { openPool } from '../platform/database.ts'
import { openEmbedded } from '../platform/embedded.ts'
import type { Tables } from '../platform/tables.generated.ts'
import { onServer, withDatabase } from './global-setup.ts'

export interface RealDatabase {
  readonly database: Kysely<Tables>
  close(): Promise<void>
}

/** An empty database of its own, reached as the product reaches it: for tests of the house itself that a transaction cannot undo. */
export async function openRealDatabase(): Promise<RealDatabase> {
  const server = process.env['TEST_DATABASE_URL']
  return server === undefined ? openEmbeddedOne() : openOneOnServer(server)
}

async function openEmbeddedOne(): Promise<RealDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'gg-database-'))
  const embedded = await openEmbedded(folder, (error) => {
    throw error
  })
  const database = openPool({ connection: embedded.connection, size: 2 })
  return {
    database,
    close: async () => {
      await database.destroy()
      await embedded.close()
      await rm(folder, { recursive: true })
    },
  }
}

async function openOneOnServer(url: string): Promise<RealDatabase> {
  const name = `gymgenius_real_${randomBytes(6).toString('hex')}`
  await onServer(url, `create database ${name}`)
  const database = openPool({ connection: { connectionString: withDatabase(url, name) }, size: 2 })
  return {
    database,
    close: async () => {
      await database.destroy()
      await onServer(url, `drop database if exists ${name} with (force)`)
    },
  }
}
