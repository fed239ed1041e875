import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test as base } from 'vitest'
import { openRealDatabase } from '../testing/real-database.ts'
import { migrate, type Migration, MigrationDrift } from './database.ts'

const test = base.extend('database', async ({}, { onCleanup }) => {
  const { database, close } = await openRealDatabase()
  onCleanup(close)
  return database
})

const step = (name: string, text: string): Migration => ({ name, text, checksum: createHash('sha256').update(text).digest('hex') })
const first = step('0001.sql', 'create table lift (kg integer); insert into lift values (60)')
const second = step('0002.sql', 'alter table lift add reps integer; update lift set reps = 5')

test('F50 a migration that breaks off half-way leaves nothing of itself, and is done whole the next time', async ({ database }) => {
  await expect(migrate(database, [first, { ...second, text: `${second.text}; select 1 / 0` }])).rejects.toThrow('division by zero')
  expect((await sql`select * from lift`.execute(database)).rows).toEqual([{ kg: 60 }])
  expect(await migrate(database, [first, second])).toEqual(['0002.sql'])
  expect((await sql`select * from lift`.execute(database)).rows).toEqual([{ kg: 60, reps: 5 }])
  expect(await migrate(database, [first, second])).toEqual([])
})

test('a database that other files migrated, or a newer version, is left as it is', async ({ database }) => {
  await migrate(database, [first, second])
  for (const others of [[first], [{ ...first, checksum: 'x' }, second]]) {
    await expect(migrate(database, [...others, step('0003.sql', 'drop table lift')])).rejects.toThrow(MigrationDrift)
    expect((await sql`select * from lift`.execute(database)).rows).toHaveLength(1)
  }
})
