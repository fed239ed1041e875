import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import type { EmbeddedSettings } from './embedded.worker.ts'
import { socketFolder, takeLock } from './lock.ts'

export interface EmbeddedDatabase {
  readonly connection: pg.PoolConfig
  close(): Promise<void>
}

const PORT = 5432

/** How node-postgres finds the embedded database of a data folder that a process has open. */
export const embeddedConnection = async (dataFolder: string): Promise<pg.PoolConfig> => ({
  host: await socketFolder(dataFolder),
  port: PORT,
  user: 'postgres',
  database: 'postgres',
})

/**
 * Opens the embedded database of a data folder for this process alone, in a thread of its own.
 * `crashed` is called when that thread ends by itself: nothing can be saved any more, and the process should end too.
 */
export async function openEmbedded(dataFolder: string, crashed: (error: Error) => void): Promise<EmbeddedDatabase> {
  const lock = await takeLock(dataFolder)
  try {
    const connection = await embeddedConnection(dataFolder)
    const socket = join(String(connection.host), `.s.PGSQL.${PORT}`)
    await rm(socket, { force: true }) // ours to remove: we hold the lock
    const folder = join(dataFolder, 'database')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const worker = await startWorker({ folder, socket })
    let closing = false
    worker.on('error', crashed)
    worker.on('exit', () => {
      if (!closing) crashed(new Error('The embedded database stopped by itself'))
    })
    return {
      connection,
      close: async () => {
        closing = true
        const ended = new Promise((done) => worker.once('exit', done))
        worker.postMessage('close')
        await ended
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

function startWorker(settings: EmbeddedSettings): Promise<Worker> {
  const worker = new Worker(new URL('./embedded.worker.ts', import.meta.url), { workerData: settings })
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The embedded database ended while it was opening'))
    worker.once('error', reject)
    worker.once('exit', ended)
    worker.once('message', () => {
      worker.off('error', reject)
      worker.off('exit', ended)
      resolve(worker)
    })
  })
}
