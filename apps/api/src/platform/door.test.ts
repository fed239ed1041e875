import { sql } from 'kysely'
import { openRealDatabase } from '../testing/real-database.ts'
import { expect, test as base } from '../testing/test.ts'
import { readEnvironment } from './config.ts'
import { inTransaction } from './context.ts'
import type { Pool } from './database.ts'

const test = base.extend<'pool', Pool>('pool', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const { database, door, close } = await openRealDatabase()
  onCleanup(close)
  return { database, door }
})

/** Takes every connection that there is, and gives them back when told. */
async function takeAll({ database }: Pool): Promise<() => Promise<void>> {
  const held = await Promise.all([database.startTransaction().execute(), database.startTransaction().execute()])
  return async () => {
    for (const one of held) await one.rollback().execute()
  }
}

const ask = (db: Pool['database']) => db.transaction().execute(async (tx) => (await sql`select 1 as one`.execute(tx)).rows)

test('F7 with every connection taken, who waits at the door is told to come back, and who waits behind it is served in the end', async ({
  pool,
}) => {
  const giveBack = await takeAll(pool)
  const patient = ask(pool.database)
  const refused = await Promise.allSettled(Array.from({ length: 20 }, () => ask(pool.door)))
  for (const one of refused) expect(one).toMatchObject({ reason: { code: 'server.busy', facts: { retryAfter: 1 } } })
  await giveBack()
  expect(await patient).toEqual([{ one: 1 }])
  expect(await ask(pool.door)).toEqual([{ one: 1 }])
})

test('a request that was let in waits for its next unit as long as it takes', async ({ ctx, pool }) => {
  const unit = (request: typeof ctx) => inTransaction(request, async ({ db }) => (await sql`select 1 as one`.execute(db)).rows)
  const [letIn, another] = [0, 1].map(() => ({ ...ctx, db: pool.database, door: pool.door }))
  expect(await unit(letIn!)).toEqual([{ one: 1 }])
  const giveBack = await takeAll(pool)
  const second = unit(letIn!)
  await expect(unit(another!)).rejects.toMatchObject({ code: 'server.busy' })
  await giveBack()
  expect(await second).toEqual([{ one: 1 }])
})

test('half a second is how long, unless somebody says otherwise', () => {
  expect(readEnvironment({}).DATABASE_WAIT_MS).toBe(500)
})
