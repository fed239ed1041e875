import { sql } from 'kysely'
import { expect, test as base } from 'vitest'
import { openRealDatabase } from '../testing/real-database.ts'

const test = base.extend('database', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const { database, close } = await openRealDatabase()
  onCleanup(close)
  await sql`create table lift (name text not null)`.execute(database)
  return database
})

test('a transaction whose first statement has no parameters is one all the same', async ({ database }) => {
  const undone = database.transaction().execute(async (tx) => {
    await sql`insert into lift values ('squat')`.execute(tx)
    await sql`insert into lift values (${'press'})`.execute(tx)
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')
  expect((await sql`select name from lift`.execute(database)).rows).toEqual([])
})

test('its first statement answers for itself, with parameters and without', async ({ database }) => {
  const firstRow = (statement: ReturnType<typeof sql>) => database.transaction().execute(async (tx) => (await statement.execute(tx)).rows)
  expect(await firstRow(sql`select 'squat' as name`)).toEqual([{ name: 'squat' }])
  expect(await firstRow(sql`select ${'press'}::text as name`)).toEqual([{ name: 'press' }])
})

test('what is set for a transaction holds to its end and no longer', async ({ database }) => {
  const zone = async (db: typeof database) =>
    (await sql<{ zone: string }>`select current_setting('timezone') as zone`.execute(db)).rows[0]?.zone
  const before = await zone(database)
  const within = await database.transaction().execute(async (tx) => {
    await sql`set local timezone = 'Asia/Tokyo'`.execute(tx)
    return zone(tx)
  })
  expect([within, await zone(database), await zone(database)]).toEqual(['Asia/Tokyo', before, before])
})

test('a first statement that fails leaves a connection that can be used again', async ({ database }) => {
  for (let i = 0; i < 4; i++) {
    await expect(database.transaction().execute((tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow('division by zero')
  }
  expect(await database.transaction().execute(async (tx) => (await sql`select 1 as one`.execute(tx)).rows)).toEqual([{ one: 1 }])
})

test('a transaction in which nothing is asked leaves nothing open', async ({ database }) => {
  for (let i = 0; i < 4; i++) await database.transaction().execute(async () => {})
  const { rows } = await sql`insert into lift values ('row') returning name`.execute(database)
  expect(rows).toEqual([{ name: 'row' }])
  expect((await sql`select name from lift`.execute(database)).rows).toEqual([{ name: 'row' }])
})
