import { endpoint } from '@gymgenius/contracts'
import type { InjectOptions } from 'fastify'
import { z } from 'zod'
import { anApp } from '../../testing/server.ts'
import { expect, test } from '../../testing/test.ts'
import type { Ctx } from '../context.ts'
import { type HttpSettings, serve } from '../http.ts'
import { refuseForeignCalls } from './origin.ts'

const paths = ['/v1/echo/a', '/v1/nowhere', '/v1/echo/%zz', `/v1/echo/${'a'.repeat(101)}`, '/v1/fail']

function anAppThatFails(ctx: Ctx, settings?: HttpSettings) {
  const app = anApp(ctx, settings)
  const fail = endpoint({
    name: 'testing.fail',
    method: 'GET',
    path: '/v1/fail',
    summary: '',
    access: 'public',
    reply: z.unknown(),
    problems: [],
  })
  serve(app, fail, async () => {
    throw new Error('no')
  })
  return app
}

test('every answer carries the same protection, those that say no as well', async ({ ctx }) => {
  const app = anAppThatFails(ctx)
  for (const url of paths) {
    const { headers } = await app.http.inject({ url })
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
        "worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; " +
        "require-trusted-types-for 'script'",
    )
    expect(headers['permissions-policy']).toContain('geolocation=()')
    expect(headers).not.toHaveProperty('strict-transport-security')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('x-powered-by')
  }
})

test('only a page on https is told to stay there', async ({ ctx }) => {
  const app = anAppThatFails(ctx, { ORIGIN: 'https://gym.example' })
  for (const url of paths) {
    const { headers } = await app.http.inject({ url })
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
    expect(headers['content-security-policy']).toMatch(/upgrade-insecure-requests$/)
  }
})

test('a proxy is believed to have come by https only where it is trusted', async ({ ctx }) => {
  const headers = { 'x-forwarded-proto': 'https' }
  const trusting = await anApp(ctx, { TRUST_PROXY: true }).http.inject({ url: '/v1/echo/a', headers })
  const wary = await anApp(ctx).http.inject({ url: '/v1/echo/a', headers })
  expect(trusting.headers).toHaveProperty('strict-transport-security')
  expect(wary.headers).not.toHaveProperty('strict-transport-security')
})

test('no origin is given another origin’s answer', async ({ ctx }) => {
  for (const origin of ['null', 'https://evil.example', 'https://gym.example.evil.example', 'http://localhost']) {
    const reply = await anApp(ctx).http.inject({ url: '/v1/echo/a', headers: { origin } })
    expect(reply.headers).not.toHaveProperty('access-control-allow-origin')
  }
})

test('a request keeps the name it came with where that is sane, and gets one where it is not', async ({ ctx }) => {
  const app = anApp(ctx)
  const named = async (id: string) =>
    (await app.http.inject({ url: '/v1/nowhere', headers: { 'x-request-id': id } })).json<{ instance: string }>().instance
  expect(await named('phone-7_a.b')).toBe('/requests/phone-7_a.b')
  for (const bad of ['', 'a b', 'a\tb', '<script>', 'a'.repeat(65), 'ä']) {
    expect(await named(bad)).toMatch(/^\/requests\/[0-9a-f]{8}-[0-9a-f-]{27}$/)
  }
})

const callWith = async (ctx: Ctx, headers: Record<string, string>, settings: HttpSettings = {}) => {
  const app = anApp(ctx, settings)
  const refresh = endpoint({
    name: 'testing.cookie',
    method: 'POST',
    path: '/v1/cookie',
    summary: '',
    access: 'public',
    reply: z.unknown(),
    problems: [],
  })
  serve(app, refresh, async ({ request }) => {
    refuseForeignCalls(settings, request)
    return {}
  })
  const options: InjectOptions = { method: 'POST', url: '/v1/cookie', headers: { host: 'gym.local:4000', ...headers } }
  return (await app.http.inject(options)).statusCode
}

test('B60 a cookie alone does nothing: our header is needed, and no other origin', async ({ ctx }) => {
  const ours = { 'x-gymgenius-client': 'web' }
  expect(await callWith(ctx, {})).toBe(403)
  expect(await callWith(ctx, { origin: 'http://gym.local:4000' })).toBe(403)
  expect(await callWith(ctx, ours)).toBe(200)
  expect(await callWith(ctx, { ...ours, origin: 'http://gym.local:4000' })).toBe(200)
  for (const origin of ['https://evil.example', 'null', 'http://gym.local', 'http://gym.local:4000.evil.example', 'garbage']) {
    expect(await callWith(ctx, { ...ours, origin })).toBe(403)
  }
})

test('where the origin is configured, exactly that one is ours', async ({ ctx }) => {
  const settings = { ORIGIN: 'https://gym.example/' }
  const ours = { 'x-gymgenius-client': 'web' }
  expect(await callWith(ctx, { ...ours, origin: 'https://gym.example' }, settings)).toBe(200)
  expect(await callWith(ctx, { ...ours, origin: 'http://gym.example' }, settings)).toBe(403)
  expect(await callWith(ctx, { ...ours, origin: 'http://gym.local:4000' }, settings)).toBe(403)
})
