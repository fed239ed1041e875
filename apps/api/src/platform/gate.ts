import { createServer, type Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import { Frames, simpleQuery } from './frames.ts'

/** A transaction whose owner has said nothing for so long is undone: everybody else is waiting behind it. */
const IDLE_IN_TRANSACTION_MS = 15_000
/** While others have work, an answer waits no longer than this for company on its way to the disk. */
const LONGEST_HOLD_MS = 5
/** The owner of a transaction usually speaks again much sooner; after this much silence nobody waits for it. */
const SHORT_SILENCE_MS = 2

/** Writes the log through to the disk, up to here, and nothing when it is there. It takes part in no transaction. */
const FLUSH = simpleQuery(`select case when pg_current_wal_flush_lsn() < pg_current_wal_insert_lsn()
  then pg_logical_emit_message(false, 'flush', '', true) end`)

/** After so many of them it is seen to that the log has room to go on; a unit of an import, the longest, writes 1 MB. */
const FLUSHES_A_LOOK = 8

const ERROR = 0x45 // E: an error response, and the state of a transaction that can only be rolled back

interface Connection {
  readonly socket: Socket
  readonly frames: Frames
}

interface Request {
  readonly from: Connection
  readonly bytes: Uint8Array
}

interface Answer {
  readonly to: Connection
  readonly chunks: readonly Buffer[]
}

/**
 * Speaks the Postgres protocol on a Unix socket for an embedded database, whose one session its connections use in turns.
 *
 * A turn is a whole request (every message up to its Sync), and from the first statement of a transaction to the last all turns
 * belong to its connection. Nothing of one connection can come between another's parse and execute, or into its transaction.
 *
 * The database itself commits without waiting for the disk (`synchronous_commit=off`). The gate waits: what ends a transaction
 * is answered only when the log is on the disk, one write for all that ended meanwhile. Reads wait as well, so that nobody
 * is told of a row that a crash could still take back (docs/decisions/0073). From time to time `goesOn` hears in which file the log is.
 */
export async function openGate(
  database: PGlite,
  path: string,
  broken: (error: unknown) => void,
  goesOn: (logFile: string) => void,
): Promise<{ close(): Promise<void> }> {
  let waiting: Request[] = []
  let held: Answer[] = []
  let heldSince = 0
  let busy = false
  let owner: Connection | undefined
  /** The transaction of the owner has failed: until it is rolled back the database takes no statement. */
  let isFailed = false
  let patience: NodeJS.Timeout | undefined
  let shortSilence: NodeJS.Timeout | undefined
  let soon: NodeJS.Immediate | undefined
  let flushes = 0
  const connections = new Set<Connection>()

  async function takeTurns() {
    if (busy) return
    busy = true
    clearTimeout(patience)
    clearTimeout(shortSilence)
    clearImmediate(soon)
    for (let request = nextRequest(); request !== undefined; request = nextRequest()) {
      const { from } = request
      const chunks = await ask(request.bytes)
      owner = database.isInTransaction() ? from : undefined
      isFailed = owner !== undefined && chunks.at(-1)?.at(-1) === ERROR
      if (owner === undefined) hold({ to: from, chunks })
      else send({ to: from, chunks })
      if (owner !== undefined && !connections.has(owner)) await abandon()
      if (owner === undefined && performance.now() - heldSince > LONGEST_HOLD_MS) await flush()
    }
    busy = false
    if (owner !== undefined) patience = setTimeout(() => owner?.socket.destroy(), IDLE_IN_TRANSACTION_MS)
    if (held.length === 0) return
    // What has arrived on other sockets is read before the immediate comes round, and may join.
    if (owner === undefined) soon = setImmediate(flushMeanwhile)
    else shortSilence = setTimeout(flushMeanwhile, SHORT_SILENCE_MS)
  }

  function nextRequest(): Request | undefined {
    const index = owner === undefined ? 0 : waiting.findIndex(({ from }) => from === owner)
    return index === -1 ? undefined : waiting.splice(index, 1)[0]
  }

  /** The answer, copied: it is a window on memory that the next answer overwrites. */
  async function ask(bytes: Uint8Array): Promise<Buffer[]> {
    const chunks: Buffer[] = []
    await database.runExclusive(() =>
      database.execProtocolRawStream(bytes, { syncToFs: false, onRawData: (chunk) => void chunks.push(Buffer.from(chunk)) }),
    )
    return chunks
  }

  function hold(answer: Answer) {
    if (held.length === 0) heldSince = performance.now()
    held.push(answer)
  }

  function send({ to, chunks }: Answer) {
    for (const chunk of chunks) if (to.socket.writable) to.socket.write(chunk)
  }

  async function flush() {
    const [first] = await ask(FLUSH)
    if (first?.[0] === ERROR) throw new Error('The log of the embedded database cannot be written to the disk')
    const answers = held
    held = []
    for (const answer of answers) send(answer)
    if (owner === undefined && flushes++ % FLUSHES_A_LOOK === 0) await lookAtLog()
  }

  async function lookAtLog() {
    const { rows } = await database.query<{ file: string }>('select pg_walfile_name(pg_current_wal_insert_lsn()) as file')
    goesOn(rows[0]!.file)
  }

  /** Flushes while nobody has anything to say: also in the middle of a transaction, if that takes statements at all. */
  function flushMeanwhile() {
    if (busy || isFailed) return
    busy = true
    flush()
      .then(() => {
        busy = false
        return takeTurns()
      })
      .catch(broken)
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
      clearTimeout(shortSilence)
      clearImmediate(soon)
      for (const { socket } of connections) socket.destroy()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}
