import { expect } from 'vitest'
import { actingAs } from '../../platform/context.ts'
import { createLogger } from '../../platform/logging.ts'
import { openDoor, PASSWORD, type SignedInHere, test } from '../../testing/front-door.ts'
import { accountsRoom, makeAdmin, openAccount, resetPassword } from './index.ts'

const defaults = {
  unit: 'kg',
  effortScale: 'rir',
  goalStrength: 0.5,
  timeZone: 'UTC',
  isNovice: false,
  hasPain: false,
  language: 'auto',
  hand: 'right',
}

test('settings begin as the defaults and change one by one', async ({ door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  expect((await door.ask('GET', '/v1/settings', { token })).json()).toEqual(defaults)
  const body = { unit: 'lb', goalStrength: 0, bodyMassKg: 72.5, timeZone: 'Europe/Berlin', language: 'de', hand: 'left' }
  expect((await door.ask('PATCH', '/v1/settings', { token, body })).json()).toEqual({ ...defaults, ...body })
  expect((await door.ask('PATCH', '/v1/settings', { token, body: { hasPain: true } })).json()).toEqual({
    ...defaults,
    ...body,
    hasPain: true,
  })
  expect((await door.ask('PATCH', '/settings', { token, body: {} })).json()).toEqual({ ...defaults, ...body, hasPain: true })
})

test.for([
  ['a place that is not on earth', { timeZone: 'Mars/Phobos' }, '/timeZone', 'invalid_timezone'],
  ['a goal past all strength', { goalStrength: 1.01 }, '/goalStrength', 'out_of_range'],
  ['a third hand', { hand: 'both' }, '/hand', 'validation_failed'],
  ['stones', { unit: 'stone' }, '/unit', 'validation_failed'],
  ['a role', { role: 'admin' }, '/role', 'unknown_field'],
] as const)('settings refuse %s', async ([, body, pointer, code], { door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  const refused = await door.ask('PATCH', '/v1/settings', { token, body })
  expect(refused.json()).toMatchObject({ status: 422, facts: { errors: [{ pointer, code }] } })
  expect((await door.ask('GET', '/v1/settings', { token })).json()).toEqual(defaults)
})

test('nobody changes the settings of another', async ({ door }) => {
  const ann = await door.lifter('ann@example.test')
  const bob = await door.lifter('bob@example.test')
  await door.ask('PATCH', '/v1/settings', { token: ann.accessToken, body: { unit: 'lb' } })
  expect((await door.ask('GET', '/v1/settings', { token: bob.accessToken })).json()).toEqual(defaults)
})

test('the copy of my data has my account, settings and devices, and no hash', async ({ ctx, door }) => {
  const { account } = await door.lifter('ann@example.test')
  const athlete = { kind: 'athlete', athleteId: account.id as never, loginSessionId: account.id as never } as const
  const copy = await actingAs(ctx, athlete, (ctx) => accountsRoom.personalData!.copy(ctx, athlete.athleteId))
  expect(copy).toEqual({
    account,
    settings: defaults,
    loginSessions: [expect.objectContaining({ client: 'native', deviceName: 'App' })],
    familiarNetworks: [{ lastSeenAt: expect.any(String) as string }],
    mailLinks: [],
    passkeys: [],
    providerLinks: [],
  })
  expect(JSON.stringify(copy)).not.toContain('argon2')
})

test('at the command line a forgotten password becomes a new one, and every device is signed out', async ({ ctx, door }) => {
  const { refreshToken } = await door.lifter('ann@example.test')
  const bob = await door.lifter('bob@example.test')
  const password = await resetPassword(ctx, ' Ann@example.test')
  expect(password.length).toBeGreaterThanOrEqual(20)
  expect((await door.logIn('ann@example.test')).statusCode).toBe(401)
  expect((await door.logIn('ann@example.test', { password })).statusCode).toBe(200)
  expect((await door.refresh(refreshToken)).json()).toMatchObject({ code: 'auth.session_ended' })
  expect((await door.refresh(bob.refreshToken)).statusCode).toBe(200)
})

test('at the command line an athlete becomes an admin; a super admin stays one', async ({ ctx, door }) => {
  await door.register('ann@example.test')
  await openAccount(ctx, { email: 'bob@example.test', password: PASSWORD })
  for (const email of ['ann@example.test', 'bob@example.test']) await makeAdmin(ctx, email)
  const rows = await ctx.db.selectFrom('account').select(['email', 'role']).orderBy('email').execute()
  expect(rows).toEqual([
    { email: 'ann@example.test', role: 'super_admin' },
    { email: 'bob@example.test', role: 'admin' },
  ])
})

test('the command line says when there is no such account, or already is one', async ({ ctx }) => {
  const email = 'nobody@example.test'
  for (const command of [resetPassword, makeAdmin]) {
    await expect(command(ctx, email)).rejects.toMatchObject({ code: 'auth.account_not_found', facts: { email } })
  }
  const opened = await openAccount(ctx, { email, password: PASSWORD })
  expect(opened).toMatchObject({ role: 'super_admin' })
  await expect(openAccount(ctx, { email, password: PASSWORD })).rejects.toMatchObject({ code: 'auth.email_taken' })
})

test('nothing that signs anyone in is ever logged', async ({ ctx }) => {
  const lines: string[] = []
  const log = createLogger({ LOG_LEVEL: 'trace' }, { write: (line: string) => void lines.push(line) })
  const door = await openDoor({ ...ctx, log }, log)
  const secrets = [PASSWORD, 'wrong horse battery', 'a new long password']

  const ann = (await door.register('ann@example.test')).json<SignedInHere>()
  const { cookies } = await door.logIn('ann@example.test', { client: 'browser' })
  await door.logIn('ann@example.test', { password: 'wrong horse battery' })
  await door.ask('POST', '/v1/auth/refresh', { cookie: cookies[0]!.value })
  const { code } = (await door.ask('POST', '/v1/auth/invites', { token: ann.accessToken })).json<{ code: string }>()
  await door.register('bob@example.test', { inviteCode: code })
  const body = { currentPassword: PASSWORD, newPassword: 'a new long password' }
  await door.ask('POST', '/v1/auth/password', { token: ann.accessToken, body })
  const second = (await door.refresh(ann.refreshToken)).json<SignedInHere>()
  const third = (await door.refresh(second.refreshToken)).json<SignedInHere>()
  await door.refresh(ann.refreshToken)
  secrets.push(code, cookies[0]!.value, await resetPassword({ ...ctx, log }, 'ann@example.test'))
  for (const { accessToken, refreshToken } of [ann, second, third]) secrets.push(accessToken, refreshToken)

  const text = lines.join('')
  for (const heard of ['signed in', 'sign-in refused', 'account opened', 'password changed', 'a used refresh token was shown again']) {
    expect(text).toContain(heard)
  }
  expect(text).not.toContain('$argon2')
  expect(text).not.toContain('example.test')
  for (const secret of secrets) expect(text).not.toContain(secret)
})
