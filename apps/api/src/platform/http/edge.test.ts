import { endpoint, idOf, newIdOf, Problem } from '@gymgenius/contracts'
import { z } from 'zod'
import { anAthlete } from '../../testing/builders.ts'
import { anApp } from '../../testing/server.ts'
import { expect, test } from '../../testing/test.ts'
import type { Ctx } from '../context.ts'
import { type App, serve } from '../http.ts'
import { LIMITS } from './framing.ts'

const upload = endpoint({
  name: 'testing.upload',
  method: 'POST',
  path: '/v1/files',
  summary: '',
  access: 'public',
  form: z.strictObject({ unit: z.string().optional() }),
  reply: z.unknown(),
  status: 201,
  unfinishedStatus: 202,
  problems: [],
})

function uploads(ctx: Ctx): App {
  const app = anApp(ctx)
  serve(app, upload, async ({ request, reply }) => {
    const sizes: Record<string, number> = {}
    for await (const part of request.parts()) if (part.type === 'file') sizes[part.filename] = (await part.toBuffer()).length
    if ('long.csv' in sizes) reply.code(202)
    return sizes
  })
  return app
}

const formOf = (...files: readonly (readonly [name: string, content: string])[]) =>
  `${files.map(([name, content]) => `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n`).join('')}--b--\r\n`

const send = (app: App, payload: string, headers: Record<string, string> = {}) =>
  app.http.inject({ method: 'POST', url: '/v1/files', headers: { 'content-type': 'multipart/form-data; boundary=b', ...headers }, payload })

test('an upload is one file, in a form', async ({ ctx }) => {
  const app = uploads(ctx)
  const reply = await send(app, formOf(['strong.csv', 'Date,Reps']))
  expect([reply.statusCode, reply.json()]).toEqual([201, { 'strong.csv': 9 }])
})

test('work that goes on is answered 202 where the contract says that it may', async ({ ctx }) => {
  expect((await send(uploads(ctx), formOf(['long.csv', 'Date']))).statusCode).toBe(202)
})

test('a form with two files, a broken one, and one where JSON is wanted are refused', async ({ ctx }) => {
  const app = uploads(ctx)
  const whole = formOf(['a.csv', 'Date'])
  const refusals = [
    [await send(app, formOf(['a.csv', '1'], ['b.csv', '2'])), 413, 'request.payload_too_large'],
    [await send(app, whole.slice(0, -10)), 400, 'request.malformed_form'],
    [await send(app, 'no form at all'), 400, 'request.malformed_form'],
    [await send(app, whole, { 'content-type': 'multipart/form-data' }), 400, 'request.malformed_form'],
    [await send(app, '{}', { 'content-type': 'application/json' }), 415, 'request.unsupported_media_type'],
    [await send(app, '', { 'content-length': String(LIMITS.fileBytes + 100_000) }), 413, 'request.payload_too_large'],
    [
      await app.http.inject({
        method: 'POST',
        url: '/v1/echo',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        payload: whole,
      }),
      415,
      'request.unsupported_media_type',
    ],
  ] as const
  for (const [reply, status, code] of refusals)
    expect([reply.statusCode, reply.json()]).toEqual([status, expect.objectContaining({ code })])
})

test('a file past fifty mebibytes is refused however it is sent', async ({ ctx }) => {
  const reply = await send(uploads(ctx), formOf(['long.csv', 'a'.repeat(LIMITS.fileBytes + 1)]))
  expect(reply.json()).toMatchObject({ status: 413, code: 'request.payload_too_large' })
})

const guarded = endpoint({
  name: 'testing.guarded',
  method: 'PUT',
  path: '/v1/guarded/{id}',
  summary: '',
  access: 'athlete',
  params: z.strictObject({ id: newIdOf<'workout'>() }),
  body: z.strictObject({ at: idOf<'workout'>().optional() }),
  reply: z.unknown(),
  problems: ['logging.workout_not_found', 'logging.workout_closed'],
})

const ID = '019caf80-0000-7000-8000-000000000001'

function guardedApp(ctx: Ctx): App {
  const app = anApp(ctx)
  serve(app, guarded, async ({ body }) => {
    if (body.at !== undefined) throw new Problem('logging.workout_closed')
    throw new Problem('logging.workout_not_found')
  })
  return app
}

test('of all that is wrong with a request, the first in the order of checks is named', async ({ ctx }) => {
  const app = guardedApp(ctx)
  const everythingWrong = { accept: 'text/xml', 'content-type': 'text/plain', 'content-length': '9999999' }
  const ann = await anAthlete(ctx)
  const steps = [
    [{ ...everythingWrong }, '/v1/nowhere', '{', 404],
    [{ accept: 'text/xml', 'content-type': 'application/json' }, `/v1/guarded/${ID}`, '{', 406],
    [{ 'content-type': 'text/plain', 'content-length': '9999999' }, `/v1/guarded/${ID}`, '{', 415],
    [{ 'content-type': 'application/json', 'content-length': '9999999' }, `/v1/guarded/${ID}`, '{', 413],
    [{ 'content-type': 'application/json' }, `/v1/guarded/${ID}`, '{', 401],
    [{ 'content-type': 'application/json', 'x-test-athlete': ann }, '/v1/guarded/5', '{', 400],
    [{ 'content-type': 'application/json', 'x-test-athlete': ann }, '/v1/guarded/5', '{}', 422],
    [{ 'content-type': 'application/json', 'x-test-athlete': ann }, `/v1/guarded/${ID}`, '{}', 404],
    [{ 'content-type': 'application/json', 'x-test-athlete': ann }, `/v1/guarded/${ID}`, `{"at":"${ID}"}`, 409],
  ] as const
  for (const [headers, url, payload, status] of steps) {
    expect((await app.http.inject({ method: 'PUT', url, headers, payload })).statusCode).toBe(status)
  }
})

test('B29 an id has one spelling', async ({ ctx }) => {
  const app = guardedApp(ctx)
  const ann = await anAthlete(ctx)
  const spellings = [
    `{${ID}}`,
    ID.toUpperCase(),
    ID.replaceAll('-', ''),
    '019caf80-0000-4000-8000-000000000001',
    '019caf80-0000-1000-8000-000000000001',
    `urn:uuid:${ID}`,
    '..%2f..%2fetc%2fpasswd',
    '1',
  ]
  for (const id of spellings) {
    const inPath = await app.http.inject({
      method: 'PUT',
      url: `/v1/guarded/${encodeURI(id)}`,
      headers: { 'x-test-athlete': ann },
      payload: {},
    })
    expect(inPath.json()).toMatchObject({ status: 422, facts: { errors: [{ pointer: '/path/id', code: 'invalid_id' }] } })
    const inBody = await app.http.inject({
      method: 'PUT',
      url: `/v1/guarded/${ID}`,
      headers: { 'x-test-athlete': ann },
      payload: { at: id },
    })
    expect(inBody.json()).toMatchObject({ status: 422, facts: { errors: [{ pointer: '/at', code: 'invalid_id' }] } })
  }
})

test('B30 a new id from before 2015 was not made by a phone', async ({ ctx }) => {
  const old = '00e0d6b2-5c00-7000-8000-000000000001'
  const headers = { 'x-test-athlete': await anAthlete(ctx) }
  const reply = await guardedApp(ctx).http.inject({ method: 'PUT', url: `/v1/guarded/${old}`, headers, payload: {} })
  expect(reply.json()).toMatchObject({ status: 422, facts: { errors: [{ code: 'id_time_out_of_range' }] } })
})

test('who is not known is told how to be', async ({ ctx }) => {
  const reply = await guardedApp(ctx).http.inject({ method: 'PUT', url: `/v1/guarded/${ID}`, payload: {} })
  expect(reply.headers['www-authenticate']).toBe('Bearer')
  expect(reply.json()).toMatchObject({ status: 401, code: 'auth.required' })
})

test('a browser that opens an address which the app and an alias share gets the app', async ({ api }) => {
  const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  api.app.http.get('/*', async () => 'the app')
  expect((await api.get('/settings', page)).body).toBe('the app')
  expect((await api.get('/settings')).json()).toHaveProperty('effortScale')
  expect((await api.get('/v1/settings', page)).json()).toHaveProperty('effortScale')
  expect((await api.patch('/settings', { effortScale: 'rpe' }, page)).json()).toMatchObject({ effortScale: 'rpe' })
})

test('B63 nobody makes themselves an admin by writing it', async ({ api }) => {
  for (const body of [{ role: 'admin' }, { unit: 'kg', role: 'super_admin' }, { isAdmin: true }]) {
    const reply = await api.patch('/v1/settings', body)
    expect(reply.json()).toMatchObject({ status: 422, facts: { errors: [{ code: 'unknown_field' }] } })
  }
})
