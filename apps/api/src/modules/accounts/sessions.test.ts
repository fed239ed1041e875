import { DAY_MS } from '@gymgenius/domain'
import { expect } from 'vitest'
import { PASSWORD, type SignedInHere, test } from '../../testing/front-door.ts'
import { forgetOldSignIns } from './sessions.service.ts'

interface Devices {
  readonly items: readonly { readonly id: string; readonly deviceName: string; readonly isCurrent: boolean }[]
}

test('a lifter sees the devices that are signed in, the last used first', async ({ ctx, door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  ctx.clock.advance(60_000)
  await door.logIn('ann@example.test', { client: 'browser', deviceName: 'Firefox on Linux' })
  const { items } = (await door.ask('GET', '/v1/auth/sessions', { token })).json<Devices>()
  expect(items).toEqual([
    {
      id: expect.any(String) as string,
      client: 'browser',
      deviceName: 'Firefox on Linux',
      createdAt: '2026-03-02T18:01:00.000Z',
      lastUsedAt: '2026-03-02T18:01:00.000Z',
      expiresAt: '2026-04-01T18:01:00.000Z',
      isCurrent: false,
    },
    {
      id: expect.any(String) as string,
      client: 'native',
      deviceName: 'App',
      createdAt: '2026-03-02T18:00:00.000Z',
      lastUsedAt: '2026-03-02T18:00:00.000Z',
      expiresAt: '2026-04-01T18:00:00.000Z',
      isCurrent: true,
    },
  ])
})

test('a refresh moves a device up', async ({ ctx, door }) => {
  const phone = await door.lifter('ann@example.test')
  ctx.clock.advance(60_000)
  const tablet = (await door.logIn('ann@example.test', { deviceName: 'Tablet' })).json<SignedInHere>()
  ctx.clock.advance(60_000)
  await door.refresh(phone.refreshToken)
  const { items } = (await door.ask('GET', '/v1/auth/sessions', { token: tablet.accessToken })).json<Devices>()
  expect(items.map((device) => device.deviceName)).toEqual(['App', 'Tablet'])
})

test('a lifter signs one device out from another', async ({ door }) => {
  const phone = await door.lifter('ann@example.test')
  const tablet = (await door.logIn('ann@example.test')).json<SignedInHere>()
  const { items } = (await door.ask('GET', '/v1/auth/sessions', { token: tablet.accessToken })).json<Devices>()
  const other = items.find((device) => !device.isCurrent)!
  expect((await door.ask('DELETE', `/v1/auth/sessions/${other.id}`, { token: tablet.accessToken })).statusCode).toBe(204)

  expect((await door.ask('GET', '/v1/me', { token: phone.accessToken })).json()).toMatchObject({ code: 'auth.session_ended' })
  const refused = (await door.refresh(phone.refreshToken)).json()
  expect(refused).toMatchObject({ code: 'auth.session_ended', facts: { endedBy: 'owner' } })
  expect((await door.ask('GET', '/v1/me', { token: tablet.accessToken })).statusCode).toBe(200)
  const again = await door.ask('DELETE', `/v1/auth/sessions/${other.id}`, { token: tablet.accessToken })
  expect(again.json()).toMatchObject({ status: 404, code: 'auth.session_not_found' })
})

test('a lifter signs every other device out', async ({ door }) => {
  const phone = await door.lifter('ann@example.test')
  const others = [await door.logIn('ann@example.test'), await door.logIn('ann@example.test')].map((reply) => reply.json<SignedInHere>())
  expect((await door.ask('DELETE', '/v1/auth/sessions', { token: phone.accessToken })).statusCode).toBe(204)
  for (const { accessToken: token } of others) expect((await door.ask('GET', '/v1/me', { token })).statusCode).toBe(401)
  expect((await door.ask('GET', '/v1/auth/sessions', { token: phone.accessToken })).json<Devices>().items).toHaveLength(1)
})

test('the sign-in of another lifter is not there, and goes on', async ({ door }) => {
  const ann = await door.lifter('ann@example.test')
  const bob = await door.lifter('bob@example.test')
  const { items } = (await door.ask('GET', '/v1/auth/sessions', { token: ann.accessToken })).json<Devices>()
  const refused = await door.ask('DELETE', `/v1/auth/sessions/${items[0]!.id}`, { token: bob.accessToken })
  expect(refused.json()).toMatchObject({ status: 404, code: 'auth.session_not_found' })
  await door.ask('DELETE', '/v1/auth/sessions', { token: bob.accessToken })
  expect((await door.refresh(ann.refreshToken)).statusCode).toBe(200)
})

test('a password is changed by who knows it', async ({ door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  const change = (currentPassword: string, newPassword: string) =>
    door.ask('POST', '/v1/auth/password', { token, body: { currentPassword, newPassword } })
  expect((await change('wrong horse battery', 'a new long password')).json()).toMatchObject({
    status: 401,
    code: 'auth.invalid_credentials',
  })
  expect((await change(PASSWORD, 'short')).statusCode).toBe(422)
  expect((await door.logIn('ann@example.test')).statusCode).toBe(200)
  expect((await change(PASSWORD, 'a new long password')).statusCode).toBe(204)
  expect((await door.logIn('ann@example.test')).statusCode).toBe(401)
  expect((await door.logIn('ann@example.test', { password: 'a new long password' })).statusCode).toBe(200)
})

test('who found an unlocked phone cannot try passwords on it for long', async ({ door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  const body = { currentPassword: 'wrong horse battery', newPassword: 'a new long password' }
  for (let i = 0; i < 5; i++) expect((await door.ask('POST', '/v1/auth/password', { token, body })).statusCode).toBe(401)
  expect((await door.ask('POST', '/v1/auth/password', { token, body })).json()).toMatchObject({
    status: 429,
    code: 'auth.too_many_attempts',
  })
})

test('of two password changes at once one counts', async ({ crowdedDoor: door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  const passwords = ['the first new password', 'the second new password']
  const changes = await Promise.all(
    passwords.map((newPassword) => door.ask('POST', '/v1/auth/password', { token, body: { currentPassword: PASSWORD, newPassword } })),
  )
  expect(changes.map((reply) => reply.statusCode).sort()).toEqual([204, 401])
  const works = await Promise.all(passwords.map((password) => door.logIn('ann@example.test', { password })))
  expect(works.map((reply) => reply.statusCode)).toEqual(changes.map((reply) => (reply.statusCode === 204 ? 200 : 401)))
})

test('sign-ins and invites long over are forgotten, living ones are not', async ({ ctx, door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  await door.ask('POST', '/v1/auth/invites', { token })
  const { refreshToken } = (await door.logIn('ann@example.test')).json<SignedInHere>()
  await door.ask('POST', '/v1/auth/logout', { body: { refreshToken } })
  ctx.clock.advance(31 * DAY_MS)
  await door.logIn('ann@example.test')
  await forgetOldSignIns(ctx)
  const count = async (table: 'login_session' | 'refresh_token' | 'invite') => (await ctx.db.selectFrom(table).selectAll().execute()).length
  expect([await count('login_session'), await count('refresh_token'), await count('invite')]).toEqual([2, 2, 1]) // the first expired a day ago
  ctx.clock.advance(30 * DAY_MS)
  await forgetOldSignIns(ctx)
  expect([await count('login_session'), await count('refresh_token'), await count('invite')]).toEqual([1, 1, 0])
})
