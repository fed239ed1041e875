import { endpoint, nothing } from '@gymgenius/contracts'
import type { InjectOptions } from 'fastify'
import { z } from 'zod'
import { anApp, heardProblem, talk } from '../../testing/server.ts'
import { expect, test } from '../../testing/test.ts'
import type { StillWorld } from '../../testing/test.ts'
import { serve } from '../http.ts'

/** Rows of the bad-input catalogue that the edge answers: id, what is sent, the status, the code of the problem or of its first error. */
type Row = readonly [name: string, request: InjectOptions, status: number, code: string, allow?: string]

const json = (payload: string | Buffer, headers: Record<string, string> = {}): InjectOptions => ({
  method: 'POST',
  url: '/v1/echo',
  headers: { 'content-type': 'application/json', ...headers },
  payload,
})
const get = (url: string, headers: Record<string, string> = {}): InjectOptions => ({ method: 'GET', url, headers })
const using = (method: string, url = '/v1/echo'): InjectOptions => ({ method: method as 'GET', url })

const rows: readonly Row[] = [
  ['B1 a truncated object', json('{"note":'), 400, 'request.malformed_json'],
  ['B2 an empty body of JSON type', json(''), 400, 'request.malformed_json'],
  ['B3 NaN', json('{"amounts":[NaN]}'), 400, 'request.malformed_json'],
  ['B3 a comment', json('{"note":"a"/* b */}'), 400, 'request.malformed_json'],
  ['B3 a trailing comma', json('{"note":"a",}'), 400, 'request.malformed_json'],
  ['B3 a byte order mark', json('\uFEFF{"note":"a"}'), 400, 'request.malformed_json'],
  ['B4 a key twice', json('{"note":"a","note":"b"}'), 400, 'request.duplicate_key'],
  ['B4 a key twice, once escaped', json('{"note":"a","\\u006eote":"b"}'), 400, 'request.duplicate_key'],
  ['B5 __proto__', json('{"__proto__":{"isAdmin":true}}'), 400, 'request.malformed_json'],
  ['B5 constructor.prototype', json('{"constructor":{"prototype":{}}}'), 400, 'request.malformed_json'],
  ['B6 half a million brackets', json('['.repeat(500_000)), 400, 'request.too_deep'],
  ['B6 33 brackets', json('['.repeat(33) + ']'.repeat(33)), 400, 'request.too_deep'],
  ['B6 32 brackets are read', json('['.repeat(32) + ']'.repeat(32)), 422, 'validation_failed'],
  ['B7 more than a mebibyte', json(`{"note":"${'a'.repeat(1_048_576)}"}`), 413, 'request.payload_too_large'],
  ['B9 JSON called text', json('{}', { 'content-type': 'text/plain' }), 415, 'request.unsupported_media_type'],
  ['B10 XML', json('<note/>', { 'content-type': 'application/xml' }), 415, 'request.unsupported_media_type'],
  ['B10 no content type', json('{}', { 'content-type': '' }), 415, 'request.unsupported_media_type'],
  ['B10 JSON in UTF-16', json('{}', { 'content-type': 'application/json; charset=utf-16' }), 415, 'request.unsupported_media_type'],
  [
    'B10 a form where JSON is wanted',
    json('note=a', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'request.unsupported_media_type',
  ],
  ['B10 a content type that is none', json('{}', { 'content-type': 'json' }), 415, 'request.unsupported_media_type'],
  ['B11 accepts XML only', json('{}', { accept: 'text/xml' }), 406, 'request.not_acceptable'],
  ['B11 refuses JSON', json('{}', { accept: 'application/json;q=0' }), 406, 'request.not_acceptable'],
  [
    'B12 bytes that are not UTF-8',
    json(Buffer.from([...Buffer.from('{"note":"'), 0xc3, 0x28, ...Buffer.from('"}')])),
    400,
    'request.invalid_encoding',
  ],
  [
    'B12 a surrogate in UTF-8',
    json(Buffer.from([...Buffer.from('{"note":"'), 0xed, 0xa0, 0x80, ...Buffer.from('"}')])),
    400,
    'request.invalid_encoding',
  ],
  ['B13 NUL in a text', json('{"note":"a\\u0000b"}'), 422, 'invalid_characters'],
  ['B13 NUL in a key', json('{"a\\u0000":1}'), 422, 'invalid_characters'],
  ['B13 NUL in a query', get('/v1/echo/a?q=%00'), 422, 'invalid_characters'],
  ['B13 NUL in a path', get('/v1/echo/a%00b'), 422, 'invalid_characters'],
  ['B14 half a surrogate pair', json('{"note":"\\ud800"}'), 422, 'invalid_characters'],
  ['B15 an array', json('[]'), 422, 'validation_failed'],
  ['B15 null', json('null'), 422, 'validation_failed'],
  ['B15 a number', json('5'), 422, 'validation_failed'],
  ['B15 nothing at all', using('POST'), 422, 'validation_failed'],
  ['B34 a number past all numbers', json('{"amounts":[1e309]}'), 422, 'validation_failed'],
  ['B16 an unknown field', json('{"isAdmin":true}'), 422, 'unknown_field'],
  ['B17 a compressed body', json('{}', { 'content-encoding': 'gzip' }), 415, 'request.unsupported_encoding'],
  ['B18 an unknown path', get('/v1/nowhere'), 404, 'request.not_found'],
  ['B18 an unknown path, posted broken JSON', { ...json('{'), url: '/v1/nowhere' }, 404, 'request.not_found'],
  ['B18 a trailing slash', get('/v1/echo/a/'), 404, 'request.not_found'],
  ['B19 a wrong method', using('PUT'), 405, 'request.method_not_allowed', 'POST'],
  ['B19 a wrong method with an id', using('DELETE', '/v1/echo/a'), 405, 'request.method_not_allowed', 'GET, HEAD'],
  ['B19 OPTIONS', using('OPTIONS'), 405, 'request.method_not_allowed', 'POST'],
  ['B20 TRACE', using('TRACE'), 405, 'request.method_not_allowed', 'POST'],
  ['B20 PROPFIND', using('PROPFIND'), 405, 'request.method_not_allowed', 'POST'],
  ['B21 a percent sign and no number', get('/v1/echo/%zz'), 400, 'request.bad_url'],
  ['B21 percent-encoding that is not UTF-8', get('/v1/echo/%ff'), 400, 'request.bad_url'],
  ['B21 the same in a query', get('/v1/echo/a?q=%ff'), 400, 'request.bad_url'],
  ['B22 an id of 101 characters', get(`/v1/echo/${'a'.repeat(101)}`), 404, 'request.not_found'],
  ['B26 a key twice', get('/v1/echo/a?limit=1&limit=9999'), 422, 'invalid_query'],
  ['B26 a negative limit', get('/v1/echo/a?limit=-1'), 422, 'invalid_query'],
  ['B26 a limit in letters', get('/v1/echo/a?limit=abc'), 422, 'invalid_query'],
  ['B28 an unknown key', get('/v1/echo/a?sort=password'), 422, 'invalid_query'],
  ['B28 a key named __proto__', get('/v1/echo/a?__proto__=1'), 422, 'invalid_query'],
  ['B28 a query where none is taken', { ...json('{}'), url: '/v1/echo?a=1' }, 422, 'invalid_query'],
]

for (const [name, request, status, code, allow] of rows) {
  test(`${name} is answered ${status} ${code}`, async ({ ctx }) => {
    const reply = await anApp(ctx).http.inject(request)
    const problem = reply.json<{ status: number; code: string; type: string; instance: string; facts: { errors?: { code: string }[] } }>()
    expect(reply.statusCode).toBe(status)
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect([problem.code, problem.facts.errors?.[0]?.code]).toContain(code)
    expect(problem).toMatchObject({
      status,
      type: `/problems/${problem.code}`,
      instance: `/requests/${reply.headers['x-request-id'] as string}`,
    })
    expect(reply.headers.allow).toBe(allow)
  })
}

const post = (more: string, body = '') => `POST /v1/echo HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n${more}\r\n\r\n${body}`

/** What only a socket can send. */
const rawRows: readonly (readonly [name: string, pieces: readonly (string | number)[], status: number, code: string])[] = [
  [
    'B7 a chunked body past a mebibyte',
    [post('transfer-encoding: chunked', `120000\r\n${'a'.repeat(0x120000)}\r\n0\r\n\r\n`)],
    413,
    'request.payload_too_large',
  ],
  [
    'B8 a body that drips',
    [post('transfer-encoding: chunked', '1\r\n{\r\n'), 200, '1\r\n"\r\n', 200, '1\r\na\r\n'],
    408,
    'request.timeout',
  ],
  ['B8 headers that drip', ['GET / HT', 200, 'TP/1.1\r\nhost: a\r\n', 200, 'x: y\r\n'], 408, 'request.timeout'],
  ['B20 a made-up verb', ['LIFT /v1/echo HTTP/1.1\r\nhost: a\r\n\r\n'], 400, 'request.malformed'],
  ['B20 CONNECT', ['CONNECT a:443 HTTP/1.1\r\nhost: a\r\n\r\n'], 405, 'request.method_not_allowed'],
  [
    'B24 a header of 20 kB',
    [`GET /v1/echo/a HTTP/1.1\r\nhost: a\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`],
    431,
    'request.headers_too_large',
  ],
  ['B24 an address of 20 kB', [`GET /v1/echo/${'a'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`], 431, 'request.headers_too_large'],
  ['B25 a length and chunks', [post('content-length: 2\r\ntransfer-encoding: chunked', '2\r\n{}\r\n0\r\n\r\n')], 400, 'request.malformed'],
  ['B25 two lengths', [post('content-length: 2\r\ncontent-length: 3', '{}')], 400, 'request.malformed'],
  ['B25 a folded header', ['GET /v1/echo/a HTTP/1.1\r\nhost: a\r\nx: y\r\n z\r\n\r\n'], 400, 'request.malformed'],
  ['B25 bare line feeds', ['GET /v1/echo/a HTTP/1.1\nhost: a\n\n'], 400, 'request.malformed'],
  ['B25 no host', ['GET /v1/echo/a HTTP/1.1\r\nconnection: close\r\n\r\n'], 400, 'request.malformed'],
  ['B25 two hosts', ['GET /v1/echo/a HTTP/1.1\r\nhost: a\r\nhost: b\r\nconnection: close\r\n\r\n'], 400, 'request.malformed'],
]

for (const [name, pieces, status, code] of rawRows) {
  test(`${name} is answered ${status} ${code}, and the connection closed`, async ({ ctx }) => {
    const app = anApp(ctx, { requestMs: 100 })
    const heard = heardProblem(await talk(app, ...pieces))
    await app.http.close()
    expect(heard).toEqual({ status, code, isJson: true, closes: true })
  })
}

test('what is good JSON is given back as it was, byte for byte', async ({ ctx }) => {
  const note = 'Zalgo h̷e, RTL \u202e, 🏋️‍♀️, zero\u200bwidth, "quoted" \\ and a colon: {[]}'
  const reply = await anApp(ctx).http.inject(json(JSON.stringify({ note, amounts: [0, 1.25, 1e300] })))
  expect(reply.json()).toEqual({ note, amounts: [0, 1.25, 1e300] })
})

test('UTF-8 may be named as the charset, and curl and browsers accept what we write', async ({ ctx }) => {
  for (const headers of [
    { 'content-type': 'application/json; charset=UTF-8', accept: '*/*' },
    { 'content-type': 'application/json;charset="utf-8"', accept: 'text/html, application/*;q=0.1' },
    { 'content-type': 'application/json', accept: 'application/problem+json' },
    { 'content-type': 'application/json', 'content-encoding': 'identity' },
  ]) {
    expect((await anApp(ctx).http.inject(json('{}', headers as Record<string, string>))).statusCode).toBe(200)
  }
})

test('a client that names JSON and sends nothing may delete, and one that sends something may not', async ({ ctx }) => {
  const app = anApp(ctx)
  serve(
    app,
    endpoint({
      name: 'testing.drop',
      method: 'DELETE',
      path: '/v1/echo',
      summary: '',
      access: 'public',
      reply: nothing,
      status: 204,
      problems: [],
    }),
    async () => undefined,
  )
  expect((await app.http.inject({ ...json(''), method: 'DELETE' })).statusCode).toBe(204)
  const reply = await app.http.inject({ ...json('{}'), method: 'DELETE' })
  expect(reply.json()).toMatchObject({ status: 422, facts: { errors: [{ code: 'unexpected_body' }] } })
})

test('a bracket in a string is not depth, and a colon in a string is not a member', async ({ ctx }) => {
  const note = `${'['.repeat(100)}:::"\\`
  expect((await anApp(ctx).http.inject(json(JSON.stringify({ note })))).json()).toEqual({ note })
})

test('an id that climbs the tree stays one parameter, and finds nothing', async ({ api }) => {
  const reply = await api.get('/v1/imports/..%2f..%2fetc%2fpasswd')
  expect([404, 422]).toContain(reply.statusCode)
})

test('B12 the answer does not repeat what was sent', async ({ ctx }) => {
  const reply = await anApp(ctx).http.inject(json('{"password":"hunter2hunter2","note":5}'))
  expect(reply.statusCode).toBe(422)
  expect(reply.body).not.toContain('hunter2')
})

test('each ask of fifteen seconds at most holds a connection', async ({ ctx }) => {
  const { http } = anApp(ctx)
  expect(http.server).toMatchObject({ requestTimeout: 15_000, headersTimeout: 10_000, maxConnections: 2000 })
})

const failing = (ctx: StillWorld, error: unknown) => {
  const app = anApp(ctx)
  serve(
    app,
    endpoint({ name: 'testing.fail', method: 'GET', path: '/v1/fail', summary: '', access: 'public', reply: z.unknown(), problems: [] }),
    async () => {
      throw error
    },
  )
  return app.http.inject(get('/v1/fail'))
}

const fromPostgres = [
  ['22021', 422, 'request.invalid'],
  ['22P02', 422, 'request.invalid'],
  ['23514', 422, 'request.invalid'],
  ['57014', 503, 'server.busy'],
  ['40001', 503, 'server.busy'],
  ['ECONNREFUSED', 503, 'server.database_unavailable'],
  ['57P01', 503, 'server.database_unavailable'],
  ['08006', 503, 'server.database_unavailable'],
  ['23505', 500, 'server.unexpected'],
] as const

for (const [code, status, problem] of fromPostgres) {
  test(`what the database calls ${code} is ${status} ${problem} to the caller, without its words`, async ({ ctx }) => {
    const reply = await failing(ctx, Object.assign(new Error('insert into secret_table failed'), { code, detail: 'Key (email)=(a@b.c)' }))
    expect(reply.json()).toMatchObject({ status, code: problem })
    expect(reply.statusCode).toBe(status)
    expect(reply.body).not.toMatch(/secret_table|a@b\.c|at .*\.ts/)
    expect(reply.headers['retry-after'] !== undefined).toBe(status === 503)
  })
}

test('a mistake of ours is a plain 500, whatever was thrown', async ({ ctx }) => {
  for (const thrown of [new TypeError('x is not a function'), 'a string', undefined, null]) {
    const reply = await failing(ctx, thrown)
    expect(reply.json()).toMatchObject({ status: 500, code: 'server.unexpected', facts: {} })
    expect(reply.body).not.toContain('not a function')
  }
})

test('a body that drips after its answer has gone out ends the connection without a second answer', async ({ ctx }) => {
  const app = anApp(ctx, { requestMs: 100 })
  const heard = await talk(app, post('transfer-encoding: chunked\r\naccept: text/xml', '1\r\n{\r\n'), 300, '1\r\n"\r\n')
  await app.http.close()
  expect(heard.match(/HTTP\/1\.1/g)).toHaveLength(1)
  expect(heard).toMatch(/^HTTP\/1\.1 406/)
})
