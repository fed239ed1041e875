import { expect } from 'vitest'
import { Secret, TOTP } from 'otpauth'
import { type AccountId, MINUTE_MS } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { type Door, PASSWORD, test } from '../../testing/front-door.ts'
import { dropSecondFactor, limitCodes, resealSecondFactors } from './second-factor.service.ts'

const STEP_MS = 30_000

/** The phone in somebody's hand. */
const authenticator = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 })
const codeAt = (secret: string, at: number) => authenticator(secret).generate({ timestamp: at })

/** Ann, with an authenticator that is in use. Her first code is spent; the clock stands one step later. */
async function guarded({ ctx, door }: { ctx: Ctx & { clock: { advance(ms: number): void } }; door: Door }, email = 'ann@example.test') {
  const { accessToken: token, account } = await door.lifter(email)
  const { secret } = (await door.ask('POST', '/v1/auth/2fa/enable', { token })).json<{ secret: string }>()
  const verified = await door.ask('POST', '/v1/auth/2fa/verify', { token, body: { code: codeAt(secret, ctx.clock.now()) } })
  ctx.clock.advance(STEP_MS)
  return {
    token,
    account,
    secret,
    backupCodes: verified.json<{ backupCodes: string[] }>().backupCodes,
    code: () => codeAt(secret, ctx.clock.now()),
  }
}

const challengeOf = async (door: Door, email = 'ann@example.test') =>
  (await door.logIn(email)).json<{ facts: { challenge: string } }>().facts.challenge
const answer = (door: Door, challenge: string, code: string, from?: string) =>
  door.ask('POST', '/v1/auth/2fa/challenge', { body: { challenge, code, client: 'native' }, ...(from === undefined ? {} : { from }) })

test('a password alone no longer lets in once an authenticator was verified, and with its code it does', async ({ ctx, door }) => {
  const { code } = await guarded({ ctx, door })
  const refused = await door.logIn('ann@example.test')
  expect(refused.json()).toMatchObject({ status: 401, code: 'auth.second_factor_required', facts: { methods: ['totp', 'backup_code'] } })
  expect(refused.body).not.toContain('accessToken')

  const reply = await answer(door, await challengeOf(door), code())
  expect(reply.statusCode, reply.body).toBe(200)
  const { accessToken } = reply.json<{ accessToken: string }>()
  expect((await door.ask('GET', '/v1/me', { token: accessToken })).json()).toMatchObject({ email: 'ann@example.test' })
})

test('an authenticator that was begun and never verified locks nobody out', async ({ door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  await door.ask('POST', '/v1/auth/2fa/enable', { token })
  expect((await door.logIn('ann@example.test')).statusCode).toBe(200)
  expect((await door.ask('POST', '/v1/auth/2fa/verify', { token, body: { code: '000000' } })).json()).toMatchObject({
    code: 'auth.invalid_code',
  })
  expect((await door.ask('GET', '/v1/auth/2fa', { token })).json()).toEqual({ isOn: false, backupCodesLeft: 0 })
})

test('steps in their order: no code and no backup codes before an authenticator was begun, and none is begun twice', async ({
  ctx,
  door,
}) => {
  const { accessToken: token } = await door.lifter('bob@example.test')
  const notBegun = { status: 409, code: 'auth.second_factor_not_begun' }
  expect((await door.ask('POST', '/v1/auth/2fa/verify', { token, body: { code: '000000' } })).json()).toMatchObject(notBegun)
  expect((await door.ask('POST', '/v1/auth/2fa/backup-codes', { token })).json()).toMatchObject(notBegun)
  expect((await door.ask('GET', '/v1/auth/2fa', { token })).json()).toEqual({ isOn: false, backupCodesLeft: 0 })
  const ann = await guarded({ ctx, door })
  const again = await door.ask('POST', '/v1/auth/2fa/verify', { token: ann.token, body: { code: ann.code() } })
  expect(again.json()).toMatchObject({ status: 409, code: 'auth.second_factor_on' })
})

test('B57 a code is taken once, not from the future, not older than one step, and only as six plain digits', async ({ ctx, door }) => {
  const { secret, code } = await guarded({ ctx, door })
  const now = ctx.clock.now()
  const challenge = await challengeOf(door)
  for (const wrong of [codeAt(secret, now + STEP_MS), codeAt(secret, now - 2 * STEP_MS), `0${code()}`, toFullWidth(code()), '']) {
    expect((await answer(door, challenge, wrong)).json()).toMatchObject({ status: 401, code: 'auth.invalid_code' })
  }
  ctx.clock.advance(2 * MINUTE_MS)
  const good = code()
  expect((await answer(door, challenge, ` ${good.slice(0, 3)} ${good.slice(3)} `)).statusCode).toBe(200)
  expect((await answer(door, challenge, good)).json()).toMatchObject({ code: 'auth.invalid_code' })
  ctx.clock.advance(STEP_MS)
  expect((await answer(door, challenge, codeAt(secret, ctx.clock.now() - STEP_MS))).json()).toMatchObject({ code: 'auth.invalid_code' })
})

test('F52 a server clock that is set back does not open a code that was used', async ({ ctx, door }) => {
  const { code } = await guarded({ ctx, door })
  const used = code()
  expect((await answer(door, await challengeOf(door), used)).statusCode).toBe(200)
  ctx.clock.advance(STEP_MS)
  expect((await answer(door, await challengeOf(door), code())).statusCode).toBe(200)
  ctx.clock.advance(-STEP_MS)
  expect((await answer(door, await challengeOf(door), used)).json()).toMatchObject({ code: 'auth.invalid_code' })
})

test('S3 of a hundred sign-ins with one code at once exactly one gets in', async ({ crowded, crowdedDoor: door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  const { secret } = (await door.ask('POST', '/v1/auth/2fa/enable', { token })).json<{ secret: string }>()
  await door.ask('POST', '/v1/auth/2fa/verify', { token, body: { code: codeAt(secret, crowded.clock.now() - STEP_MS) } })
  const challenge = await challengeOf(door)
  const code = codeAt(secret, crowded.clock.now())
  const replies = await Promise.all(Array.from({ length: 100 }, (_, i) => answer(door, challenge, code, `198.51.${i}.1`)))
  expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect(replies.every(({ statusCode }) => [200, 401, 429].includes(statusCode))).toBe(true)
})

test('B58 after five wrong codes the sixth must wait, wherever it comes from; a right one takes them back', async ({ ctx, door }) => {
  const { code } = await guarded({ ctx, door })
  const challenge = await challengeOf(door)
  for (let i = 0; i < 5; i++) expect((await answer(door, challenge, '000000', `198.51.${i}.1`)).statusCode).toBe(401)
  const sixth = await answer(door, challenge, code(), '203.0.113.9')
  expect(sixth.json()).toMatchObject({ status: 429, code: 'auth.too_many_attempts' })
  expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(0)
  ctx.clock.advance(MINUTE_MS)
  expect((await answer(door, challenge, code())).statusCode).toBe(200)
  for (let i = 0; i < 5; i++) expect((await answer(door, challenge, '000000', `198.51.${i}.2`)).statusCode).toBe(401)
})

test('S4 who knows the password and guesses codes all day has less than one chance in ten thousand', async ({ ctx, door }) => {
  const { account } = await door.lifter('ann@example.test')
  let guesses = 0
  for (let minute = 0; minute < 24 * 60; minute++) {
    if (await mayTry(ctx, account.id as AccountId)) guesses++
    ctx.clock.advance(MINUTE_MS)
  }
  expect(guesses).toBeGreaterThan(5)
  expect((guesses * 2) / 1e6).toBeLessThanOrEqual(1e-4)
})

test('B59 each of ten backup codes lets in once, also in capitals; new ones end the old', async ({ ctx, door }) => {
  const { token, backupCodes } = await guarded({ ctx, door })
  expect(new Set(backupCodes).size).toBe(10)
  const [first = '', second = '', third = ''] = backupCodes
  expect((await answer(door, await challengeOf(door), first)).statusCode).toBe(200)
  expect((await answer(door, await challengeOf(door), first)).json()).toMatchObject({ code: 'auth.invalid_code' })
  expect((await answer(door, await challengeOf(door), second.toUpperCase().replaceAll('-', ' '))).statusCode).toBe(200)
  expect((await door.ask('GET', '/v1/auth/2fa', { token })).json()).toMatchObject({ isOn: true, backupCodesLeft: 8 })
  expect((await door.ask('POST', '/v1/auth/2fa/backup-codes', { token })).json<{ backupCodes: string[] }>().backupCodes).toHaveLength(10)
  expect((await answer(door, await challengeOf(door), third)).json()).toMatchObject({ code: 'auth.invalid_code' })
})

test('one’s backup code is nothing to another account, and a challenge of one does not serve the other', async ({ ctx, door }) => {
  const ann = await guarded({ ctx, door })
  const eve = await guarded({ ctx, door }, 'eve@example.test')
  expect((await answer(door, await challengeOf(door, 'eve@example.test'), ann.backupCodes[0]!)).statusCode).toBe(401)
  expect((await answer(door, await challengeOf(door, 'ann@example.test'), eve.code())).statusCode).toBe(401)
})

test('a challenge is good for five minutes, for the password that was shown, and cannot be made up', async ({ ctx, door }) => {
  const { token, code, secret } = await guarded({ ctx, door })
  const old = await challengeOf(door)
  ctx.clock.advance(5 * MINUTE_MS + 1000)
  expect((await answer(door, old, code())).json()).toMatchObject({ status: 401, code: 'auth.invalid_challenge' })
  const before = await challengeOf(door)
  await door.ask('POST', '/v1/auth/password', { token, body: { currentPassword: PASSWORD, newPassword: 'another horse battery' } })
  expect((await answer(door, before, codeAt(secret, ctx.clock.now()))).json()).toMatchObject({ code: 'auth.invalid_challenge' })
  for (const made of ['', 'x.y.z', token])
    expect((await answer(door, made, code())).json()).toMatchObject({ code: 'auth.invalid_challenge' })
})

test('B61 six minutes after signing in the second factor is not taken off without password and code', async ({ ctx, door }) => {
  const { token, code } = await guarded({ ctx, door })
  ctx.clock.advance(6 * MINUTE_MS)
  const off = () => door.ask('POST', '/v1/auth/2fa/disable', { token })
  const stepUp = (body: object) => door.ask('POST', '/v1/auth/step-up', { token, body })
  expect((await off()).json()).toMatchObject({ status: 403, code: 'auth.proof_required' })
  expect((await stepUp({ password: 'wrong horse battery', code: code() })).json()).toMatchObject({ code: 'auth.invalid_credentials' })
  expect((await stepUp({ password: PASSWORD })).json()).toMatchObject({ code: 'auth.second_factor_required' })
  expect((await stepUp({ password: PASSWORD, code: '000000' })).json()).toMatchObject({ code: 'auth.invalid_code' })
  expect((await off()).statusCode).toBe(403)
  expect((await stepUp({ password: PASSWORD, code: code() })).statusCode).toBe(204)
  expect((await off()).statusCode).toBe(204)
  expect((await door.logIn('ann@example.test')).statusCode).toBe(200)
})

test('showing who one is on one device says nothing for another', async ({ ctx, door }) => {
  const phone = await door.lifter('ann@example.test')
  const laptop = (await door.logIn('ann@example.test')).json<{ accessToken: string }>()
  ctx.clock.advance(6 * MINUTE_MS)
  await door.ask('POST', '/v1/auth/step-up', { token: phone.accessToken, body: { password: PASSWORD } })
  expect((await door.ask('POST', '/v1/auth/2fa/enable', { token: laptop.accessToken })).statusCode).toBe(403)
  expect((await door.ask('POST', '/v1/auth/2fa/enable', { token: phone.accessToken })).statusCode).toBe(200)
})

test('neither the secret nor a backup code stands in the database', async ({ ctx, door }) => {
  const { secret, backupCodes } = await guarded({ ctx, door })
  const rows = JSON.stringify([
    await ctx.db.selectFrom('totp').selectAll().execute(),
    await ctx.db.selectFrom('backup_code').selectAll().execute(),
  ])
  const bytes = Buffer.from(Secret.fromBase32(secret).bytes)
  for (const plain of [
    secret,
    bytes.toString('hex'),
    bytes.toString('base64url'),
    ...backupCodes,
    ...backupCodes.map((code) => code.replaceAll('-', '')),
  ])
    expect(rows.toLowerCase()).not.toContain(plain.toLowerCase())
})

test('with a new key before the old one codes go on working, and after sealing anew the old key is not needed', async ({ ctx, door }) => {
  const { code } = await guarded({ ctx, door })
  const config = ctx.config as { sealingKeys: typeof ctx.config.sealingKeys }
  const [old] = config.sealingKeys
  const fresh = { id: 'second', bytes: new Uint8Array(32).fill(5) }
  config.sealingKeys = [fresh, old!]
  expect((await answer(door, await challengeOf(door), code())).statusCode).toBe(200)
  expect(await resealSecondFactors(ctx)).toBe(1)
  expect(await resealSecondFactors(ctx)).toBe(0)
  config.sealingKeys = [fresh]
  ctx.clock.advance(STEP_MS)
  expect((await answer(door, await challengeOf(door), code())).statusCode).toBe(200)
})

test('somebody at the server’s command line lets in who lost both phone and paper', async ({ ctx, door }) => {
  await guarded({ ctx, door })
  await dropSecondFactor(ctx, 'Ann@Example.test')
  expect((await door.logIn('ann@example.test')).statusCode).toBe(200)
  await expect(dropSecondFactor(ctx, 'nobody@example.test')).rejects.toMatchObject({ code: 'auth.account_not_found' })
})

/** Whether one more code of this account would be looked at. */
async function mayTry(ctx: Ctx, accountId: AccountId): Promise<boolean> {
  try {
    await limitCodes(ctx, accountId)
    return true
  } catch {
    return false
  }
}

const toFullWidth = (digits: string) => digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
