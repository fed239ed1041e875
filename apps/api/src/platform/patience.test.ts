import { expect, test } from 'vitest'
import { readEnvironment } from './config.ts'
import { serverConnection } from './world.ts'

const environment = { DATABASE_URL: 'postgres://lifter@host/gym', DATABASE_STATEMENT_SECONDS: '3', DATABASE_LOCK_SECONDS: '2' }

test('a Postgres server is told how long a statement, a wait and a silence may last', () => {
  expect(serverConnection(readEnvironment(environment))).toEqual({
    connectionString: 'postgres://lifter@host/gym',
    statement_timeout: 3000,
    lock_timeout: 2000,
    idle_in_transaction_session_timeout: 60_000,
  })
})
