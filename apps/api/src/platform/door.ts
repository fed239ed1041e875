import { Problem } from '@gymgenius/contracts'
import type pg from 'pg'

/** What is asked of a pool. */
export interface Connections {
  readonly options: pg.PoolOptions
  connect(): Promise<pg.PoolClient>
  end(): Promise<void>
}

const RETRY_AFTER_SECONDS = 1

/**
 * The same connections for callers who rather hear no than wait: with every one of them taken, nobody waits longer than `mostMs`.
 * A connection that there is room for is made, however long that takes.
 */
export const atTheDoor = (pool: pg.Pool, mostMs: number): Connections => ({
  options: pool.options,
  connect: () => (hasRoom(pool) ? pool.connect() : soon(pool.connect(), mostMs)),
  end: () => pool.end(),
})

const hasRoom = ({ totalCount, idleCount, waitingCount, options: { max } }: pg.Pool) => totalCount < max || idleCount > waitingCount

async function soon(asked: Promise<pg.PoolClient>, mostMs: number): Promise<pg.PoolClient> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const refuse = () => reject(new Problem('server.busy', { retryAfter: RETRY_AFTER_SECONDS }))
    // After a pause of this process the answers that others wait for lie unread: those are read first.
    timer = setTimeout(() => setImmediate(refuse), mostMs)
  })
  try {
    return await Promise.race([asked, late])
  } catch (error) {
    asked.then(
      (client) => client.release(),
      () => {},
    )
    throw error
  } finally {
    clearTimeout(timer)
  }
}
