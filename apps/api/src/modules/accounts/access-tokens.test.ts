import { createHmac, generateKeyPairSync } from 'node:crypto'
import { dateOf, type LoginSessionId } from '@gymgenius/domain'
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose'
import { expect } from 'vitest'
import type { StillWorld } from '../../testing/test.ts'
import { test } from '../../testing/front-door.ts'
import { keyFor } from './keys.ts'

interface Forgery {
  readonly header?: Record<string, unknown>
  readonly claims?: Record<string, unknown>
  readonly key?: Parameters<SignJWT['sign']>[0]
}

/** A token as ours, but for what the forger changed. */
function forge(ctx: StillWorld, real: string, { header = {}, claims = {}, key = keyFor(ctx.config, 'access-token') }: Forgery) {
  return new SignJWT({ ...decodeJwt(real), ...claims })
    .setProtectedHeader({ alg: 'HS256', ...decodeProtectedHeader(real), ...header })
    .sign(key)
}

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicPem = publicKey.export({ type: 'spki', format: 'pem' })
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

const forgeries: Record<string, (ctx: StillWorld, real: string) => string | Promise<string>> = {
  'alg none': (_, real) => `${encode({ alg: 'none', typ: 'at+jwt' })}.${real.split('.')[1]}.`,
  'alg none, signature kept': (_, real) => `${encode({ alg: 'none', typ: 'at+jwt' })}.${real.split('.').slice(1).join('.')}`,
  'another key': (ctx, real) => forge(ctx, real, { key: new Uint8Array(32).fill(8) }),
  'the server secret itself': (ctx, real) => forge(ctx, real, { key: ctx.config.secret }),
  'the key of refresh tokens': (ctx, real) => forge(ctx, real, { key: keyFor(ctx.config, 'refresh-token') }),
  RS256: (ctx, real) => forge(ctx, real, { header: { alg: 'RS256' }, key: privateKey }),
  'HS256 with a public key as its secret': (ctx, real) => forge(ctx, real, { key: Buffer.from(publicPem) }),
  'HS512 with our key': (ctx, real) =>
    forge(ctx, real, { header: { alg: 'HS512' }, key: new Uint8Array(keyFor(ctx.config, 'access-token').export()) }),
  'a kid that is a path to an empty file': (ctx, real) => forge(ctx, real, { header: { kid: '../../dev/null' }, key: new Uint8Array(32) }),
  'a key of its own in the header': (ctx, real) =>
    forge(ctx, real, { header: { alg: 'RS256', jwk: publicKey.export({ format: 'jwk' }) }, key: privateKey }),
  'a foreign audience': (ctx, real) => forge(ctx, real, { claims: { aud: 'another-app' } }),
  'a foreign issuer': (ctx, real) => forge(ctx, real, { claims: { iss: 'another-server' } }),
  'another type of token': (ctx, real) => forge(ctx, real, { header: { typ: 'JWT' } }),
  'no end': (ctx, real) => forge(ctx, real, { claims: { exp: undefined } }),
  'no sign-in': (ctx, real) => forge(ctx, real, { claims: { sid: undefined } }),
  'a sign-in that is no id': (ctx, real) => forge(ctx, real, { claims: { sid: "' or true --" } }),
  nobody: (ctx, real) => forge(ctx, real, { claims: { sub: undefined } }),
  'somebody else': (ctx, real) => forge(ctx, real, { claims: { sub: ctx.ids.next<LoginSessionId>() } }),
  'not yet valid': (ctx, real) => forge(ctx, real, { claims: { nbf: ctx.clock.now() / 1000 + 60 } }),
  'a letter of the claims changed': (_, real) => {
    const [header, claims, signature] = real.split('.')
    return `${header}.${encode({ ...decodeJwt(real), role: 'super_admin' })}.${claims === undefined ? '' : signature}`
  },
  'another signature': (_, real) =>
    `${real.split('.').slice(0, 2).join('.')}.${createHmac('sha256', 'guess').update('guess').digest('base64url')}`,
  'no dots': () => 'token',
  nothing: () => '',
  'a null byte': (_, real) => `${real}%00`,
}

test.for(Object.entries(forgeries))('B55 a token with %s is refused', async ([, forged], { ctx, door }) => {
  const { accessToken } = await door.lifter('ann@example.test')
  const refused = await door.ask('GET', '/v1/me', { token: await forged(ctx, accessToken) })
  expect(refused.json()).toMatchObject({ status: 401, code: 'auth.invalid_token' })
  expect(refused.headers['www-authenticate']).toBe('Bearer error="invalid_token"')
  expect((await door.ask('GET', '/v1/me', { token: accessToken })).statusCode).toBe(200)
})

test('B55 a token is good for ten minutes and not a second longer', async ({ ctx, door }) => {
  const { accessToken: token, accessTokenExpiresAt } = await door.lifter('ann@example.test')
  expect(accessTokenExpiresAt).toBe('2026-03-02T18:10:00.000Z')
  ctx.clock.advance(10 * 60_000 - 1000)
  expect((await door.ask('GET', '/v1/me', { token })).statusCode).toBe(200)
  ctx.clock.advance(1000)
  expect((await door.ask('GET', '/v1/me', { token })).json()).toMatchObject({ status: 401, code: 'auth.invalid_token' })
})

test('without a token one is asked for; a cookie, a query or another scheme is none', async ({ door }) => {
  const { accessToken } = await door.lifter('ann@example.test')
  const asks = [
    await door.ask('GET', '/v1/me'),
    await door.ask('GET', '/v1/me', { headers: { cookie: `access_token=${accessToken}` } }),
    await door.ask('GET', '/v1/me', { headers: { authorization: 'Basic YW5uOnB3' } }),
    await door.ask('GET', '/v1/me', { headers: { authorization: accessToken } }),
  ]
  for (const refused of asks) {
    expect(refused.json()).toMatchObject({ status: 401, code: 'auth.required' })
    expect(refused.headers['www-authenticate']).toBe('Bearer')
  }
  const inQuery = await door.ask('GET', `/v1/me?access_token=${accessToken}`)
  expect(inQuery.statusCode).toBe(401)
})

test('the scheme may be written in any case', async ({ door }) => {
  const { accessToken } = await door.lifter('ann@example.test')
  expect((await door.ask('GET', '/v1/me', { headers: { authorization: `bearer ${accessToken}` } })).statusCode).toBe(200)
})

test('an account that was disabled is refused within a second, though its token is good', async ({ ctx, door }) => {
  const { accessToken: token, account } = await door.lifter('ann@example.test')
  expect((await door.ask('GET', '/v1/me', { token })).statusCode).toBe(200)
  await ctx.db
    .updateTable('account')
    .set({ disabled_at: dateOf(ctx.clock.now()) })
    .where('id', '=', account.id)
    .execute()
  ctx.clock.advance(1000)
  expect((await door.ask('GET', '/v1/me', { token })).json()).toMatchObject({ status: 401, code: 'auth.session_ended' })
})

test('a sign-in that another process ended is refused here within a second', async ({ ctx, door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  expect((await door.ask('GET', '/v1/me', { token })).statusCode).toBe(200)
  await ctx.db
    .updateTable('login_session')
    .set({ ended_at: dateOf(ctx.clock.now()), end_reason: 'ended_by_owner' })
    .execute()
  ctx.clock.advance(1000)
  expect((await door.ask('GET', '/v1/me', { token })).json()).toMatchObject({ status: 401, code: 'auth.session_ended' })
})

test('an athlete who lost the admin role has lost it within a second', async ({ ctx, door }) => {
  const { accessToken: token, account } = await door.lifter('ann@example.test')
  expect((await door.ask('POST', '/v1/auth/invites', { token })).statusCode).toBe(201)
  await ctx.db.updateTable('account').set({ role: 'athlete' }).where('id', '=', account.id).execute()
  ctx.clock.advance(1000)
  expect((await door.ask('POST', '/v1/auth/invites', { token })).json()).toMatchObject({ status: 403, code: 'auth.forbidden' })
})
