import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPoolWithDoor, type Pool } from '../platform/database.ts'
import { openEmbedded } from '../platform/embedded.ts'
import { onServer, withDatabase } from './global-setup.ts'

export interface RealDatabase extends Pool {
  close(): Promise<void>
}

/** Two connections, and a door at which nobody waits long; behind it one waits until a test would hang. */
const pool = { size: 2, doorMs: 50, connectMs: 300_000 }

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
  const { database, door } = openPoolWithDoor({ connection: embedded.connection, ...pool })
  return {
    database,
    door,
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
  const { database, door } = openPoolWithDoor({ connection: { connectionString: withDatabase(url, name) }, ...pool })
  return {
    database,
    door,
    close: async () => {
      await database.destroy()
      await onServer(url, `drop database if exists ${name} with (force)`)
    },
  }
}
