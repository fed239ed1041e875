import { endpoint } from '@gymgenius/contracts'
import { z } from 'zod'
import { expect, test } from '../testing/test.ts'
import { createHttp, serve } from './http.ts'
import { createLogger } from './logging.ts'

function aLog() {
  const lines: Record<string, unknown>[] = []
  const log = createLogger({ LOG_LEVEL: 'info' }, { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) })
  return { log, lines }
}

const search = endpoint({
  name: 'testing.search',
  method: 'POST',
  path: '/v1/people/{id}',
  summary: '',
  access: 'public',
  params: z.strictObject({ id: z.string() }),
  query: z.strictObject({ email: z.string() }),
  body: z.strictObject({ password: z.string() }),
  reply: z.unknown(),
  problems: [],
})

test('a request is one line: what was asked, how it went and how long it took, and nothing of what was in it', async ({ ctx }) => {
  const { log, lines } = aLog()
  const app = { http: createHttp(log), ctx, served: [], authenticate: async () => undefined }
  serve(app, search, async () => ({}))
  await app.http.inject({
    method: 'POST',
    url: '/v1/people/4711?email=ann@example.test',
    headers: { 'x-request-id': 'r-1', authorization: 'Bearer canary', cookie: 'canary=1' },
    payload: { password: 'canary' },
  })
  expect(lines).toEqual([
    {
      level: 30,
      time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      requestId: 'r-1',
      method: 'POST',
      route: '/v1/people/:id',
      status: 200,
      ms: expect.any(Number) as number,
      msg: 'request',
    },
  ])
})

test('a crash is logged with its stack and its request, and without the values Postgres quotes', async ({ ctx }) => {
  const { log, lines } = aLog()
  const app = { http: createHttp(log), ctx, served: [], authenticate: async () => undefined }
  serve(app, search, async () => {
    throw Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(canary)', constraint: 'account_email' })
  })
  await app.http.inject({
    method: 'POST',
    url: '/v1/people/1?email=canary',
    headers: { 'x-request-id': 'r-2' },
    payload: { password: 'canary' },
  })
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatchObject({
    level: 50,
    requestId: 'r-2',
    err: { message: 'duplicate key', code: '23505', constraint: 'account_email' },
  })
  expect(JSON.stringify(lines)).toContain('logging.test.ts')
  expect(JSON.stringify(lines)).not.toContain('canary')
})

test('a secret that somebody logs by mistake is not written', () => {
  const { log, lines } = aLog()
  const secrets = { authorization: 'canary', cookie: 'canary', 'set-cookie': 'canary' }
  log.info({ headers: secrets, req: { headers: secrets }, body: { password: 'canary', refreshToken: 'canary' }, accessToken: 'canary' })
  expect(lines[0]).toHaveProperty('body.password', '[redacted]')
  expect(JSON.stringify(lines)).not.toContain('canary')
})
