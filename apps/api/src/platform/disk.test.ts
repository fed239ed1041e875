import { tmpdir } from 'node:os'
import { library } from '@gymgenius/catalog'
import type { Environment } from './config.ts'
import type { Ctx } from './context.ts'
import { anAthlete } from '../testing/builders.ts'
import { callerAs, expect, test } from '../testing/test.ts'
import { databaseProblem } from './http/database-problem.ts'

const set = { movementId: library().movements[0]!.id, loadKg: 100, reps: 5 }
/** A disk on which less than a petabyte is free. */
const nearlyFull = { DATA_DIR: tmpdir(), DISK_RESERVE_MB: 1_000_000_000 }

const on = (ctx: Ctx, environment: Partial<Environment>): Ctx => ({
  ...ctx,
  config: { ...ctx.config, environment: { ...ctx.config.environment, ...environment } },
})

test('with little room left a set is refused and nothing of it kept; what is there can be read; with room it is taken again', async ({
  ctx,
}) => {
  const athleteId = await anAthlete(ctx)
  const full = await callerAs(on(ctx, nearlyFull), athleteId)
  const refused = await full.post('/v1/sets', set)
  expect(refused.json()).toMatchObject({ status: 507, code: 'server.disk_full', facts: { retryAfter: 60 } })
  expect(refused.headers['retry-after']).toBe('60')
  expect((await full.get('/v1/workouts')).json()).toEqual({ items: [] })

  const roomy = await callerAs(on(ctx, { ...nearlyFull, DISK_RESERVE_MB: 0 }), athleteId)
  expect((await roomy.post('/v1/sets', set)).statusCode).toBe(201)
})

test('a server of its own looks after its own disk', async ({ ctx }) => {
  const api = await callerAs(on(ctx, { ...nearlyFull, DATABASE_URL: 'postgres://localhost/gym' }), await anAthlete(ctx))
  expect((await api.post('/v1/sets', set)).statusCode).toBe(201)
})

test('a database that finds no room says so, and does not look like a mistake of ours', () => {
  const error = Object.assign(new Error('could not extend file "base/5/16659_fsm": No space left on device'), { code: '53100' })
  expect(databaseProblem(error)).toMatchObject({ code: 'server.disk_full', facts: { retryAfter: 60 } })
})
