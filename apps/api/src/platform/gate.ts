import { createServer, type Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import { Frames } from './frames.ts'

/** A transaction whose owner has said nothing for so long is undone: everybody else is waiting behind it. */
const IDLE_IN_TRANSACTION_MS = 15_000

interface Connection {
  readonly socket: Socket
  readonly frames: Frames
}

interface Request {
  readonly from: Connection
  readonly bytes: Uint8Array
}

/**
 * Speaks the Postgres protocol on a Unix socket for an embedded database, whose one session its connections use in turns.
 *
 * A turn is a whole request (every message up to its Sync), and from the first statement of a transaction to the last all turns
 * belong to its connection. Nothing of one connection can come between another's parse and execute, or into its transaction.
 */
export async function openGate(database: PGlite, path: string, broken: (error: unknown) => void): Promise<{ close(): Promise<void> }> {
  let waiting: Request[] = []
  let busy = false
  let owner: Connection | undefined
  let patience: NodeJS.Timeout | undefined
  const connections = new Set<Connection>()

  async function takeTurns() {
    if (busy) return
    busy = true
    clearTimeout(patience)
    for (let request = nextRequest(); request !== undefined; request = nextRequest()) {
      const { from, bytes } = request
      // Copied: the answer is a window on memory that the next answer overwrites, and a socket keeps what it cannot send at once.
      const send = (answer: Uint8Array) => void (from.socket.writable && from.socket.write(Buffer.from(answer)))
      await database.runExclusive(() => database.execProtocolRawStream(bytes, { onRawData: send }))
      owner = database.isInTransaction() ? from : undefined
      if (owner !== undefined && !connections.has(owner)) await abandon()
    }
    busy = false
    if (owner !== undefined) patience = setTimeout(() => owner?.socket.destroy(), IDLE_IN_TRANSACTION_MS)
  }

  function nextRequest(): Request | undefined {
    const index = owner === undefined ? 0 : waiting.findIndex(({ from }) => from === owner)
    return index === -1 ? undefined : waiting.splice(index, 1)[0]
  }

  async function abandon() {
    owner = undefined
    await database.exec('rollback')
  }

  const server = createServer((socket) => {
    const connection: Connection = { socket, frames: new Frames() }
    connections.add(connection)
    socket.on('data', (chunk) => {
      const { requests, answer, ended } = connection.frames.take(chunk)
      if (answer !== undefined) socket.write(Buffer.from(answer))
      waiting.push(...requests.map((bytes) => ({ from: connection, bytes })))
      if (ended) socket.end()
      takeTurns().catch(broken)
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      connections.delete(connection)
      waiting = waiting.filter(({ from }) => from !== connection)
      if (owner === connection && !busy) abandon().then(takeTurns).catch(broken)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })

  return {
    close: async () => {
      clearTimeout(patience)
      for (const { socket } of connections) socket.destroy()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}
