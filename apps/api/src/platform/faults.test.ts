import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { endpoint } from '@gymgenius/contracts'
import type { ImportId } from '@gymgenius/domain'
import { inSentry } from '@gymgenius/faults/sentry'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { aSentry } from '../testing/sentry.ts'
import { expect, test } from '../testing/test.ts'
import { readEnvironment, VERSION } from './config.ts'
import { doChore } from './chores.ts'
import { type Ctx, request } from './context.ts'
import { createHttp, serve } from './http.ts'
import { createLogger } from './logging.ts'
import { deliverDue } from './queue.ts'
import { faultsOf } from './world.ts'

const people = endpoint({
  name: 'testing.people',
  method: 'POST',
  path: '/v1/people/{id}',
  summary: '',
  access: 'public',
  params: z.strictObject({ id: z.string() }),
  query: z.strictObject({ email: z.string() }),
  body: z.strictObject({ note: z.string() }),
  reply: z.unknown(),
  problems: [],
})

/** Everything that a lifter says or is known by. */
const asked = {
  method: 'POST',
  url: '/v1/people/canary?email=canary@example.test',
  remoteAddress: '203.0.113.99',
  headers: { 'x-request-id': 'r-1', authorization: 'Bearer canary', cookie: 'canary=1', 'user-agent': 'canary' },
  payload: { note: 'canary' },
} as const

const broke = () => Promise.reject(new RangeError('canary'))
const quiet = { warn: () => {}, error: () => {} }

function broken(ctx: Ctx, error: () => Error) {
  const app = { http: createHttp(undefined, { faults: ctx.faults }), ctx, served: [], authenticate: async () => undefined }
  serve(app, people, async () => {
    throw error()
  })
  return app.http
}

test('a request that breaks is told by its route, its id, the version and where in the program, and nothing of who asked what', async ({
  ctx,
}) => {
  const sentry = await aSentry()
  const faults = await faultsOf(readEnvironment({ SENTRY_DSN: sentry.dsn, SENTRY_ENVIRONMENT: 'staging' }), quiet)
  const http = broken({ ...ctx, faults }, () => {
    const cause = Object.assign(new Error('Key (email)=(canary)\n    at canary (/canary.ts:1:1)'), {
      code: '23505',
      detail: 'canary',
      constraint: 'account_email',
    })
    return new TypeError('canary has a bad knee', { cause })
  })
  expect((await http.inject(asked)).statusCode).toBe(500)
  await faults.close()

  const [told, ...more] = sentry.events()
  expect(more).toEqual([])
  expect(told).toMatchObject({
    transaction: 'POST /v1/people/:id',
    release: `gymgenius@${VERSION}`,
    environment: 'staging',
    tags: { service: 'gymgenius', request_id: 'r-1', says: 'server.unexpected' },
    exception: {
      values: [
        { type: 'Error', value: '23505 account_email' },
        { type: 'TypeError', value: '' },
      ],
    },
    sdk: { settings: { infer_ip: 'never' } },
  })
  const { frames } = told!.exception.values[1]!.stacktrace!
  expect(frames.at(-1)!.filename).toBe('apps/api/src/platform/faults.test.ts')
  for (const { filename } of frames) expect(filename).toMatch(/^(apps|packages|node_modules)\/|^node:|^elsewhere$/)
  expect(sentry.bodies.join('')).not.toMatch(/canary|203\.0\.113\.99|knee/)
})

test('a no, and a database that is away, are no faults of the program', async ({ ctx }) => {
  const sentry = await aSentry()
  const faults = await faultsOf(readEnvironment({ SENTRY_DSN: sentry.dsn }), quiet)
  const away = broken({ ...ctx, faults }, () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
  expect((await away.inject(asked)).statusCode).toBe(503)
  expect((await away.inject({ ...asked, payload: { note: 7 } })).statusCode).toBe(422)
  await faults.close()
  expect(sentry.events()).toEqual([])
})

test('work that is given up, and a chore that breaks, are told by what they were; a try that is repeated is not', async ({ ctx }) => {
  const sentry = await aSentry()
  const faults = await faultsOf(readEnvironment({ SENTRY_DSN: sentry.dsn }), quiet)
  const world = { ...ctx, faults, requestId: 'r-2' }
  await request(world, 'imports.commit', { athleteId: ctx.ids.next(), importId: 'canary' as ImportId })
  const rooms = [{ name: 'imports', jobs: { 'imports.commit': broke } }]
  for (let tries = 0; tries < 5; tries++) {
    expect(sentry.events()).toEqual([])
    await deliverDue(world, { rooms, rng: () => 0.5 })
    ctx.clock.advance(3_600_000)
  }
  await doChore(world, { name: 'testing.sweep', everySeconds: 60, run: broke })
  await faults.close()
  expect(sentry.events()).toMatchObject([
    {
      transaction: 'job:imports.commit',
      tags: { request_id: 'r-2', says: 'delivery given up', attempts: 5 },
      exception: { values: [{ type: 'RangeError' }] },
    },
    { transaction: 'testing.sweep', tags: { says: 'chore failed' } },
  ])
  expect(sentry.bodies.join('')).not.toContain('canary')
})

test('without an address faults stand in the log, with their words', async ({ ctx }) => {
  const lines: Record<string, unknown>[] = []
  const log = createLogger({ LOG_LEVEL: 'info' }, { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) })
  const faults = await faultsOf(readEnvironment({}), log)
  await broken({ ...ctx, faults }, () => new Error('the bar is bent')).inject(asked)
  expect(lines).toMatchObject([
    { level: 50, at: 'POST /v1/people/:id', requestId: 'r-1', msg: 'server.unexpected', err: { message: 'the bar is bent' } },
  ])
})

function told(dsn: string) {
  const warnings: string[] = []
  const faults = inSentry({ dsn, environment: 'test', service: 'test', version: '0', warn: (_, text) => void warnings.push(text) })
  return { faults, warnings, tell: () => faults.tell(new Error('no'), { says: 'server.unexpected', at: 'GET /v1/me' }) }
}

test('a storm is told a hundred times a minute and no more, and a Sentry that has had enough is left alone', async () => {
  const sentry = await aSentry()
  const { faults, tell } = told(sentry.dsn)
  for (let rounds = 0; rounds < 25; rounds++) {
    for (let i = 0; i < 10; i++) tell()
    await faults.close()
  }
  expect(sentry.events()).toHaveLength(100)

  const full = await aSentry()
  full.answer(429, { 'retry-after': '60' })
  const other = told(full.dsn)
  for (let i = 0; i < 5; i++) {
    other.tell()
    await other.faults.close()
  }
  expect(full.events()).toHaveLength(1)
  expect(other.warnings).toHaveLength(1)
})

test('no redirect leads anywhere else', async () => {
  const [sentry, elsewhere] = [await aSentry(), await aSentry()]
  sentry.answer(307, { location: `${elsewhere.dsn.replace('publickey@', '').replace(/7$/, 'api/7/envelope/?sentry_key=publickey')}` })
  const { faults, tell } = told(sentry.dsn)
  tell()
  await faults.close()
  expect([sentry.bodies.length, elsewhere.bodies.length]).toEqual([1, 0])
})

test('one that takes the call and never answers holds up no request, and the end of the process for two seconds at most', async ({
  ctx,
}) => {
  const calls: unknown[] = []
  const silent = createServer((socket) => void calls.push(socket.on('error', () => {}).resume()))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void silent.close())
  const { faults } = told(`http://key@127.0.0.1:${(silent.address() as AddressInfo).port}/1`)
  const http = broken({ ...ctx, faults }, () => new Error('no'))
  const statuses = await Promise.all(Array.from({ length: 200 }, async () => (await http.inject(asked)).statusCode))
  expect(new Set(statuses)).toEqual(new Set([500]))
  await faults.close() // it would hang here, and the test with it
  expect(calls.length).toBeLessThanOrEqual(30)
})
