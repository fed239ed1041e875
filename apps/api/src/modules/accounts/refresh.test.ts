import { DAY_MS } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { StillWorld } from '../../testing/test.ts'
import { type Door, openDoor, PASSWORD, type SignedInHere, test } from '../../testing/front-door.ts'

const phone = async (door: Door) => (await door.lifter('ann@example.test')).refreshToken
const next = async (door: Door, token: string) => (await door.refresh(token)).json<SignedInHere>().refreshToken
const codeOf = async (door: Door, token: string) => (await door.refresh(token)).json<{ code?: string }>().code
const tokensOf = (ctx: StillWorld) => ctx.db.selectFrom('refresh_token').select(['token_hash', 'used_at']).execute()

test('a refresh gives a new pair, and the old access token lives on until its time', async ({ ctx, door }) => {
  const before = await door.lifter('ann@example.test')
  ctx.clock.advance(5 * 60_000)
  const reply = await door.refresh(before.refreshToken)
  expect(reply.statusCode).toBe(200)
  const after = reply.json<SignedInHere>()
  expect(after.account).toEqual(before.account)
  expect(after.refreshToken).not.toBe(before.refreshToken)
  expect(after.accessTokenExpiresAt).toBe('2026-03-02T18:15:00.000Z')
  for (const { accessToken: token } of [before, after]) expect((await door.ask('GET', '/v1/me', { token })).statusCode).toBe(200)
})

test('(a) twenty tabs that refresh at once all stay signed in, on one line of tokens', async ({ crowded, crowdedDoor: door }) => {
  const first = await phone(door)
  const replies = await Promise.all(Array.from({ length: 20 }, () => door.refresh(first)))
  expect(replies.map((reply) => reply.statusCode)).toEqual(Array<number>(20).fill(200))
  expect(new Set(replies.map((reply) => reply.json<SignedInHere>().refreshToken)).size).toBe(1)
  expect(await tokensOf(crowded)).toHaveLength(2)
  expect((await door.refresh(replies[7]!.json<SignedInHere>().refreshToken)).statusCode).toBe(200)
})

test('(b) a phone whose answer got lost asks again and goes on', async ({ ctx, door }) => {
  const first = await phone(door)
  const lost = await next(door, first)
  ctx.clock.advance(30_000)
  const again = await next(door, first)
  expect(again).toBe(lost)
  ctx.clock.advance(DAY_MS)
  expect((await door.refresh(again)).statusCode).toBe(200)
})

test('(b) half a minute later it is too late: nobody knows whether it is still the same phone', async ({ ctx, door }) => {
  const first = await phone(door)
  const second = await next(door, first)
  ctx.clock.advance(30_001)
  expect(await codeOf(door, first)).toBe('auth.token_reused')
  expect(await codeOf(door, second)).toBe('auth.token_reused')
})

test('(c) a token shown again after its successor was used ends the whole sign-in at once', async ({ door }) => {
  const first = await door.lifter('ann@example.test')
  const second = await next(door, first.refreshToken)
  const third = (await door.refresh(second)).json<SignedInHere>()
  const replay = await door.refresh(first.refreshToken)
  expect(replay.json()).toMatchObject({ status: 401, code: 'auth.token_reused' })
  expect(await codeOf(door, third.refreshToken)).toBe('auth.token_reused')
  for (const { accessToken: token } of [first, third]) {
    expect((await door.ask('GET', '/v1/me', { token })).json()).toMatchObject({ status: 401, code: 'auth.session_ended' })
  }
})

test('(d) so does a token from longer ago', async ({ ctx, door }) => {
  const line = [await phone(door)]
  for (let i = 0; i < 4; i++) {
    ctx.clock.advance(DAY_MS)
    line.push(await next(door, line.at(-1)!))
  }
  expect(await codeOf(door, line[1]!)).toBe('auth.token_reused')
  for (const token of line) expect(await codeOf(door, token)).toBe('auth.token_reused')
})

test('a thief who was quicker than the phone is found out as soon as the phone asks', async ({ ctx, door }) => {
  const stolen = await phone(door)
  const thief = await next(door, stolen)
  ctx.clock.advance(60_000)
  expect(await codeOf(door, stolen)).toBe('auth.token_reused')
  expect(await codeOf(door, thief)).toBe('auth.token_reused')
})

test('one device that was found out does not sign the others out', async ({ door }) => {
  const first = await phone(door)
  const tablet = (await door.logIn('ann@example.test')).json<SignedInHere>()
  await next(door, await next(door, first))
  await door.refresh(first)
  expect((await door.refresh(tablet.refreshToken)).statusCode).toBe(200)
})

test('(e) a phone in the drawer is signed out after a week, one in use is not', async ({ ctx, door }) => {
  let token = await phone(door)
  for (let i = 0; i < 3; i++) {
    ctx.clock.advance(7 * DAY_MS - 1)
    token = await next(door, token)
  }
  ctx.clock.advance(7 * DAY_MS)
  expect(await codeOf(door, token)).toBe('auth.session_ended')
})

test('(e) thirty days after signing in the password is asked again', async ({ ctx, door }) => {
  let token = await phone(door)
  for (let day = 0; day < 29; day++) {
    ctx.clock.advance(DAY_MS)
    token = await next(door, token)
  }
  ctx.clock.advance(DAY_MS - 60_000)
  const last = (await door.refresh(token)).json<SignedInHere>()
  expect(last.accessTokenExpiresAt).toBe('2026-04-01T18:00:00.000Z') // not past the end of the sign-in
  ctx.clock.advance(60_000)
  expect(await codeOf(door, last.refreshToken)).toBe('auth.session_ended')
  expect((await door.ask('GET', '/v1/me', { token: last.accessToken })).statusCode).toBe(401)
})

test('(f) a changed password signs the other devices out at once and leaves this one', async ({ door }) => {
  const here = await door.lifter('ann@example.test')
  const elsewhere = (await door.logIn('ann@example.test')).json<SignedInHere>()
  expect((await door.ask('GET', '/v1/me', { token: elsewhere.accessToken })).statusCode).toBe(200)
  const body = { currentPassword: PASSWORD, newPassword: 'a new long password' }
  expect((await door.ask('POST', '/v1/auth/password', { token: here.accessToken, body })).statusCode).toBe(204)

  expect((await door.ask('GET', '/v1/me', { token: elsewhere.accessToken })).json()).toMatchObject({ code: 'auth.session_ended' })
  expect(await codeOf(door, elsewhere.refreshToken)).toBe('auth.session_ended')
  expect((await door.ask('GET', '/v1/me', { token: here.accessToken })).statusCode).toBe(200)
  expect((await door.refresh(here.refreshToken)).statusCode).toBe(200)
})

test('whatever is shown when, at most one token of a sign-in can go on, and a found-out sign-in stays ended', async ({ ctx, door }) => {
  const { lifter, logIn } = door
  await lifter('ann@example.test')
  const steps = fc.array(fc.record({ back: fc.nat({ max: 3 }), wait: fc.constantFrom(0, 10_000, 30_000, 31_000) }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      ctx.clock.advance(61_000)
      const line = [(await logIn('ann@example.test')).json<SignedInHere>().refreshToken]
      const usedAt: number[] = []
      let isEnded = false
      for (const { back, wait } of steps) {
        ctx.clock.advance(wait)
        const shown = Math.max(0, line.length - 1 - back)
        const isNewest = shown === line.length - 1
        const isEcho = shown === line.length - 2 && ctx.clock.now() - usedAt[shown]! <= 30_000
        const reply = await door.refresh(line[shown]!)
        if (isEnded || (!isNewest && !isEcho)) {
          isEnded = true
          expect(reply.json()).toMatchObject({ status: 401, code: 'auth.token_reused' })
          continue
        }
        const { refreshToken } = reply.json<SignedInHere>()
        if (isEcho) expect(refreshToken).toBe(line.at(-1))
        else {
          usedAt[shown] = ctx.clock.now()
          line.push(refreshToken)
        }
      }
      expect(new Set(line).size).toBe(line.length)
    }),
    { numRuns: 25 },
  )
})

test('a phone and a thief who ask at once never both go on', async ({ crowded, crowdedDoor: door }) => {
  const first = await phone(door)
  const second = await next(door, first)
  await Promise.all(Array.from({ length: 16 }, (_, i) => door.refresh(i % 2 === 0 ? first : second)))
  const unused = (await tokensOf(crowded)).filter((token) => token.used_at === null)
  expect(unused).toHaveLength(1)
})

test('a refresh that races a password change does not outlive it', async ({ crowdedDoor: door }) => {
  const here = await door.lifter('ann@example.test')
  const elsewhere = (await door.logIn('ann@example.test')).json<SignedInHere>()
  const body = { currentPassword: PASSWORD, newPassword: 'a new long password' }
  let token = elsewhere.refreshToken
  const change = door.ask('POST', '/v1/auth/password', { token: here.accessToken, body })
  const changed = change.then(() => 'changed' as const)
  for (let i = 0; i < 50; i++) {
    const refreshed = await Promise.race([changed, next(door, token)])
    if (refreshed === 'changed' || refreshed === undefined) break
    token = refreshed
  }
  expect((await change).statusCode).toBe(204)
  expect(await codeOf(door, token)).toBe('auth.session_ended')
})

test('a sign-in that races a password change gets in with the old password before it, or not at all', async ({ crowdedDoor: door }) => {
  const here = await door.lifter('ann@example.test')
  const body = { currentPassword: PASSWORD, newPassword: 'a new long password' }
  const change = door.ask('POST', '/v1/auth/password', { token: here.accessToken, body })
  const changed = change.then(() => 'changed' as const)
  const logins: ReturnType<Door['logIn']>[] = []
  // Hashes wait for one another: the last of these read the old password's hash, and are checked after the new one is kept.
  for (let i = 0; i < 40; i++) {
    logins.push(door.logIn('ann@example.test', {}, `198.51.${i}.1`))
    const pause = new Promise<'paused'>((resolve) => setTimeout(resolve, 40, 'paused'))
    if ((await Promise.race([changed, pause])) === 'changed') break
  }
  expect((await change).statusCode).toBe(204)
  for (const reply of await Promise.all(logins)) {
    if (reply.statusCode === 200) expect(await codeOf(door, reply.json<SignedInHere>().refreshToken)).toBe('auth.session_ended')
    else expect(['auth.invalid_credentials', 'auth.too_many_attempts']).toContain(reply.json<{ code: string }>().code)
  }
})

test('B56 after signing out neither token works', async ({ door }) => {
  const { accessToken, refreshToken } = await door.lifter('ann@example.test')
  expect((await door.ask('POST', '/v1/auth/logout', { body: { refreshToken } })).statusCode).toBe(204)
  expect(await codeOf(door, refreshToken)).toBe('auth.session_ended')
  expect((await door.ask('GET', '/v1/me', { token: accessToken })).json()).toMatchObject({ code: 'auth.session_ended' })
  expect((await door.ask('POST', '/v1/auth/logout', { body: { refreshToken } })).statusCode).toBe(204)
})

test('a token that is not ours, or none, is refused and ends nothing', async ({ door }) => {
  const { refreshToken } = await door.lifter('ann@example.test')
  for (const body of [{ refreshToken: 'guess' }, { refreshToken: '' }, {}, undefined]) {
    const refused = await door.ask('POST', '/v1/auth/refresh', body === undefined ? {} : { body })
    expect(refused.json()).toMatchObject({ status: 401, code: 'auth.invalid_token' })
  }
  expect((await door.ask('POST', '/v1/auth/logout', { body: { refreshToken: 'guess' } })).statusCode).toBe(204)
  expect((await door.refresh(refreshToken)).statusCode).toBe(200)
})

test('an access token is no refresh token', async ({ door }) => {
  const { accessToken } = await door.lifter('ann@example.test')
  expect((await door.ask('POST', '/v1/auth/refresh', { token: accessToken })).statusCode).toBe(401)
  expect((await door.refresh(accessToken)).statusCode).toBe(422)
})

test('the sixty-first refresh of a minute waits, and ends nothing', async ({ ctx, door }) => {
  let token = await phone(door)
  for (let i = 0; i < 60; i++) token = await next(door, token)
  expect((await door.refresh(token)).json()).toMatchObject({ status: 429, code: 'auth.too_many_attempts', facts: { retryAfter: 1 } })
  ctx.clock.advance(1000)
  expect((await door.refresh(token)).statusCode).toBe(200)
})

test('only hashes of refresh tokens are kept', async ({ ctx, door }) => {
  const first = await phone(door)
  const second = await next(door, first)
  const kept = JSON.stringify([await tokensOf(ctx), await ctx.db.selectFrom('login_session').selectAll().execute()])
  expect(kept).not.toContain(first)
  expect(kept).not.toContain(second)
})

test('a browser refreshes by its cookie and gets the next one', async ({ door }) => {
  await door.lifter('ann@example.test')
  const { cookies } = await door.logIn('ann@example.test', { client: 'browser' })
  const reply = await door.ask('POST', '/v1/auth/refresh', { cookie: cookies[0]!.value, body: {} })
  expect(reply.statusCode).toBe(200)
  expect(reply.json<SignedInHere>().refreshToken).toBeUndefined()
  expect(reply.cookies[0]).toMatchObject({ name: 'gymgenius_refresh', httpOnly: true, sameSite: 'Strict' })
  expect(reply.cookies[0]!.value).not.toBe(cookies[0]!.value)
})

test('signing out in a browser takes the cookie away', async ({ door }) => {
  await door.lifter('ann@example.test')
  const { cookies } = await door.logIn('ann@example.test', { client: 'browser' })
  const reply = await door.ask('POST', '/v1/auth/logout', { cookie: cookies[0]!.value })
  expect(reply.statusCode).toBe(204)
  expect(reply.cookies[0]).toMatchObject({ name: 'gymgenius_refresh', value: '', path: '/v1/auth', expires: new Date(0) })
  expect((await door.ask('POST', '/v1/auth/refresh', { cookie: cookies[0]!.value })).json()).toMatchObject({ code: 'auth.session_ended' })
})

const foreign: readonly (readonly [string, Record<string, string>])[] = [
  ['without our header', {}],
  ['with an empty header', { 'x-gymgenius-client': '' }],
  ['from another site', { 'x-gymgenius-client': 'web', origin: 'https://evil.example' }],
  ['from a subdomain', { 'x-gymgenius-client': 'web', origin: 'http://evil.localhost' }],
  ['from a sandbox', { 'x-gymgenius-client': 'web', origin: 'null' }],
]
test.for(foreign)('B60 a cookie %s neither refreshes nor signs out', async ([, headers], { door }) => {
  await door.lifter('ann@example.test')
  const { cookies } = await door.logIn('ann@example.test', { client: 'browser' })
  const sent = { cookie: `gymgenius_refresh=${cookies[0]!.value}`, host: 'localhost', ...headers }
  for (const path of ['refresh', 'logout']) {
    expect((await door.ask('POST', `/v1/auth/${path}`, { headers: sent })).json()).toMatchObject({ status: 403, code: 'auth.csrf' })
  }
  const ours = { ...sent, 'x-gymgenius-client': 'web', origin: 'http://localhost' }
  expect((await door.ask('POST', '/v1/auth/refresh', { headers: ours })).statusCode).toBe(200)
})

test('over TLS the cookie is tied to the host and never leaves it in the clear', async ({ ctx }) => {
  const { config } = ctx
  const door = await openDoor({ ...ctx, config: { ...config, environment: { ...config.environment, ORIGIN: 'https://gym.example' } } })
  await door.lifter('ann@example.test')
  const { cookies } = await door.logIn('ann@example.test', { client: 'browser' })
  expect(cookies[0]).toMatchObject({ name: '__Host-gymgenius_refresh', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' })
  expect(cookies[0]).not.toHaveProperty('domain')

  const headers = { 'x-gymgenius-client': 'web', origin: 'https://gym.example' }
  const plain = await door.ask('POST', '/v1/auth/refresh', { headers: { ...headers, cookie: `gymgenius_refresh=${cookies[0]!.value}` } })
  expect(plain.statusCode).toBe(401) // a name that any neighbour could have set is not read here
  const bound = await door.ask('POST', '/v1/auth/refresh', {
    headers: { ...headers, cookie: `__Host-gymgenius_refresh=${cookies[0]!.value}` },
  })
  expect(bound.statusCode).toBe(200)
})
