import { workerData, parentPort } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { openGate } from './gate.ts'
import { logAhead } from './log-ahead.ts'

// Postgres is told to keep its promises (the default start parameters say -F), and to write its log with O_DSYNC: PGlite calls
// fsync for nothing else, and without this for nothing at all. A killed process then loses no acknowledged row.
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=open_datasync',
  '-c',
  'synchronous_commit=off',
  // One process has one cache too many: the files lie in the cache of the system already. A quarter of the usual takes 110 MB less, to the same speed.
  '-c',
  'shared_buffers=32MB',
]

export interface EmbeddedSettings {
  readonly folder: string
  readonly socket: string
  /** An image to begin a new database from: quicker than making one from nothing. */
  readonly image?: Uint8Array
}

const { folder, socket, image } = workerData as EmbeddedSettings
const database = await PGlite.create({
  dataDir: folder,
  startParams,
  extensions: { vector },
  ...(image === undefined ? {} : { loadDataDir: new Blob([Uint8Array.from(image)]) }),
})
const ahead = logAhead(folder)
const gate = await openGate(
  database,
  socket,
  (error) => {
    throw error
  },
  (logFile) => void ahead(logFile),
)
parentPort?.on('message', async () => {
  await gate.close()
  await database.close()
  parentPort?.close()
})
parentPort?.postMessage('ready')
