import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import type { Connections } from './door.ts'

/**
 * A pool whose clients keep `begin` back and send it in one message with the first statement of the transaction, where that has
 * no parameters: a journey to the database less for every request. A message of several statements ends at the first that fails,
 * so no statement runs in a transaction that did not begin.
 */
export const savingFirstJourney = (pool: Connections): PostgresPool => ({
  options: pool.options,
  connect: async () => savingClient(await pool.connect()),
  end: () => pool.end(),
})

function savingClient(client: pg.PoolClient): PostgresPoolClient {
  let isBeginOwed = false

  async function query(text: string, parameters: readonly unknown[]): Promise<unknown> {
    if (text === 'begin') {
      isBeginOwed = true
      return nothingFrom('BEGIN')
    }
    if (!isBeginOwed) return client.query(text, [...parameters])

    isBeginOwed = false
    if (text === 'commit' || text === 'rollback') return nothingFrom(text.toUpperCase())
    if (parameters.length === 0) {
      const results: unknown = await client.query(`begin;${text}`)
      return (results as unknown[]).at(-1)
    }
    await client.query('begin')
    return client.query(text, [...parameters])
  }

  return { query: query as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) }
}

const nothingFrom = (command: string) => ({ command, rowCount: 0, rows: [] })
