import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openPool } from '../database.ts'
import { databaseProblem } from './database-problem.ts'

test.for(['ENOTFOUND', 'EAI_AGAIN'])('F51 a database whose name is not found (%s) is away, and no fault of the program', (code) => {
  const said = Object.assign(new Error(`getaddrinfo ${code} gym.example`), { code, syscall: 'getaddrinfo' })
  expect(databaseProblem(said)).toMatchObject({ code: 'server.database_unavailable', facts: { retryAfter: 5 } })
})

test('F51 a name that nobody can have is not looked for long', async () => {
  const host = `${'x'.repeat(64)}.example` // too long for a name: no server is asked
  const database = openPool({ connection: { host, user: 'gym', database: 'gym' }, size: 1 })
  onTestFinished(() => database.destroy())
  const refusal: unknown = await sql`select 1`.execute(database).catch((error: unknown) => error)
  expect(databaseProblem(refusal)).toMatchObject({ code: 'server.database_unavailable' })
})
