import { expect } from 'vitest'
import { MINUTE_MS } from '@gymgenius/domain'
import { deliverDue } from '../../platform/queue.ts'
import { noMailer } from '../../platform/ports/mailer.ts'
import { type Door, openDoor, PASSWORD, test } from '../../testing/front-door.ts'
import { counting } from '../../testing/statements.ts'
import type { StillWorld } from '../../testing/test.ts'
import { accountsRoom } from './index.ts'

const EMAIL = 'ann@example.test'
const NEW = 'a better password than before'

const deliver = (ctx: StillWorld) => deliverDue(ctx, { rooms: [accountsRoom], rng: () => 0.5 })
const forget = (door: Door, email: string, from?: string, headers: Record<string, string> = {}) =>
  door.ask('POST', '/v1/auth/password/forgotten', { body: { email }, headers, ...(from === undefined ? {} : { from }) })
const reset = (door: Door, token: string, newPassword = NEW) =>
  door.ask('POST', '/v1/auth/password/reset', { body: { token, newPassword } })
const confirm = (door: Door, token: string) => door.ask('POST', '/v1/auth/email/confirm', { body: { token } })

/** What stands behind the # of the newest mail's link. */
const tokenIn = ({ mailer }: StillWorld) => /#(\S+)/.exec(mailer.mails.at(-1)!.text)![1]!

async function mailedToken(ctx: StillWorld, door: Door) {
  await forget(door, EMAIL)
  await deliver(ctx)
  return tokenIn(ctx)
}

test('a forgotten password becomes a new one by a mailed link: once, and every device signs in anew', async ({ ctx, door }) => {
  const { accessToken } = await door.lifter(EMAIL)
  expect((await forget(door, ' ANN@example.test ')).statusCode).toBe(204)
  await deliver(ctx)
  expect(ctx.mailer.mails).toHaveLength(1)
  expect(ctx.mailer.mails[0]).toMatchObject({ to: EMAIL, subject: 'Choose a new password for GymGenius' })
  expect(ctx.mailer.mails[0]!.text).toContain('http://localhost:4000/reset-password#')

  const token = tokenIn(ctx)
  const reply = await reset(door, token)
  expect([reply.statusCode, reply.body]).toEqual([204, '']) // signs nobody in
  expect((await door.ask('GET', '/v1/me', { token: accessToken })).json()).toMatchObject({ code: 'auth.session_ended' })
  expect((await door.logIn(EMAIL)).statusCode).toBe(401)
  expect((await door.logIn(EMAIL, { password: NEW })).statusCode).toBe(200)
  expect((await reset(door, token, 'and again another one')).json()).toMatchObject({ status: 401, code: 'auth.invalid_link' })

  await deliver(ctx)
  expect(ctx.mailer.mails.at(-1)).toMatchObject({ to: EMAIL, subject: 'Your GymGenius password was changed' })
})

test('whether an address is known shows neither in the answer nor in the work, and nobody gets mail who has no account', async ({
  ctx,
}) => {
  const counted = counting(ctx)
  const door = await openDoor(counted.ctx)
  await door.lifter(EMAIL)
  const asked = async (email: string) => {
    const before = counted.count()
    const { statusCode, body, headers } = await forget(door, email)
    return { statusCode, body, length: headers['content-length'], statements: counted.count() - before }
  }
  const known = await asked(EMAIL)
  const unknown = await asked('nobody@example.test')
  expect(unknown).toEqual(known)
  const { payload } = (await ctx.db.selectFrom('outbox').select('payload').where('topic', '=', 'job:accounts.send_mail').execute())[1]!
  expect(JSON.stringify(payload)).not.toContain('nobody@')
  await deliver(ctx)
  expect(ctx.mailer.mails.map(({ to }) => to)).toEqual([EMAIL])
})

test('a link is good for an hour after its mail went out, and each of several is, until one was used', async ({ ctx, door }) => {
  await door.lifter(EMAIL)
  const first = await mailedToken(ctx, door)
  ctx.clock.advance(59 * MINUTE_MS)
  const second = await mailedToken(ctx, door)
  ctx.clock.advance(2 * MINUTE_MS)
  expect((await reset(door, first)).json()).toMatchObject({ code: 'auth.invalid_link' })
  const third = await mailedToken(ctx, door)
  expect((await reset(door, second)).statusCode).toBe(204)
  expect((await reset(door, third)).json()).toMatchObject({ code: 'auth.invalid_link' })
  for (const guess of ['', 'x', third.slice(1), '0'.repeat(100)]) expect((await reset(door, guess)).statusCode).toBe(401)
})

test('of eight who follow one link at once, one chooses the password', async ({ crowded, crowdedDoor: door }) => {
  await door.lifter(EMAIL)
  const token = await mailedToken(crowded, door)
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      door.ask('POST', '/v1/auth/password/reset', { body: { token, newPassword: `password number ${i}` }, from: `198.51.${i}.1` }),
    ),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1)
})

test('a database that was stolen holds no link: neither the outbox nor the table', async ({ ctx, door }) => {
  await door.lifter(EMAIL)
  const token = await mailedToken(ctx, door)
  const rows = [await ctx.db.selectFrom('outbox').selectAll().execute(), await ctx.db.selectFrom('mail_link').selectAll().execute()]
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('a second factor is still asked for after a reset', async ({ ctx, door }) => {
  const { account } = await door.lifter(EMAIL)
  const totp = { account_id: account.id, sealed_secret: 's1.first.x', begun_at: new Date(ctx.clock.now()), confirmed_at: new Date(0) }
  await ctx.db.insertInto('totp').values(totp).execute()
  await reset(door, await mailedToken(ctx, door))
  expect((await door.logIn(EMAIL, { password: NEW })).json()).toMatchObject({ code: 'auth.second_factor_required' })
})

test('a stranger fills nobody’s mailbox, and takes no link away from the lifter who has one', async ({ ctx, door }) => {
  await door.lifter(EMAIL)
  const token = await mailedToken(ctx, door)
  for (let i = 0; i < 30; i++) expect((await forget(door, EMAIL, `198.51.${i}.1`)).statusCode).toBe(204)
  await deliver(ctx)
  expect(ctx.mailer.mails).toHaveLength(3)
  expect((await reset(door, token)).statusCode).toBe(204)
})

test('one network asks for twenty mails an hour and no more', async ({ door }) => {
  const asked = await Promise.all(Array.from({ length: 22 }, (_, i) => forget(door, `lifter-${i}@example.test`, '192.0.2.7')))
  expect(asked.map(({ statusCode }) => statusCode).sort()).toEqual([...Array<number>(20).fill(204), 429, 429])
})

test('mail speaks the language that the lifter chose, else the one that the browser asks for', async ({ ctx, door }) => {
  const { accessToken: token } = await door.lifter(EMAIL)
  await forget(door, EMAIL, '192.0.2.1', { 'accept-language': 'fr-FR, es;q=0.8' })
  await deliver(ctx)
  expect(ctx.mailer.mails.at(-1)!.subject).toBe('Elige una contraseña nueva para GymGenius')
  await door.ask('PATCH', '/v1/settings', { token, body: { language: 'de' } })
  await forget(door, EMAIL, '192.0.2.1', { 'accept-language': 'es' })
  await deliver(ctx)
  expect(ctx.mailer.mails.at(-1)!.subject).toBe('Ein neues Passwort für GymGenius wählen')
})

test('a server that sends no mail says so, and to nobody more than that', async ({ ctx }) => {
  const door = await openDoor({ ...ctx, mailer: noMailer })
  const { accessToken: token } = await door.lifter(EMAIL)
  expect((await door.ask('GET', '/v1/server')).json()).toMatchObject({ sendsMail: false })
  for (const email of [EMAIL, 'nobody@example.test']) expect((await forget(door, email)).json()).toMatchObject({ code: 'auth.no_mail' })
  expect((await door.ask('POST', '/v1/auth/email', { token, body: { newEmail: 'new@example.test' } })).statusCode).toBe(409)
  await door.ask('POST', '/v1/auth/password', { token, body: { currentPassword: PASSWORD, newPassword: NEW } })
  expect(await ctx.db.selectFrom('outbox').select('id').where('topic', '=', 'job:accounts.send_mail').execute()).toEqual([])
})

test('a new address becomes the account’s when its own mail was answered, and the old one is told', async ({ ctx, door }) => {
  const { accessToken: token } = await door.lifter(EMAIL)
  await mailedToken(ctx, door)
  const oldReset = tokenIn(ctx)
  expect((await door.ask('POST', '/v1/auth/email', { token, body: { newEmail: 'New@Example.test' } })).statusCode).toBe(204)
  await deliver(ctx)
  expect(ctx.mailer.mails.at(-1)).toMatchObject({ to: 'new@example.test', subject: 'Confirm your new address for GymGenius' })
  expect((await door.ask('GET', '/v1/me', { token })).json()).toMatchObject({ email: EMAIL })

  const link = tokenIn(ctx)
  expect((await confirm(door, link)).json()).toEqual({ email: 'new@example.test' })
  expect((await confirm(door, link)).json()).toMatchObject({ code: 'auth.invalid_link' })
  expect((await door.ask('GET', '/v1/me', { token })).json()).toMatchObject({ email: 'new@example.test' })
  expect((await door.logIn(EMAIL)).statusCode).toBe(401)
  expect((await door.logIn('new@example.test')).statusCode).toBe(200)
  await deliver(ctx)
  expect(ctx.mailer.mails.at(-1)).toMatchObject({ to: EMAIL, subject: 'Your GymGenius account has another address now' })
  expect((await reset(door, oldReset)).json()).toMatchObject({ code: 'auth.invalid_link' }) // the old mailbox opens nothing any more
})

test('an address that is somebody else’s is asked for like any other, and never given', async ({ ctx, door }) => {
  await door.lifter('bob@example.test')
  const { accessToken: token } = await door.lifter(EMAIL)
  expect((await door.ask('POST', '/v1/auth/email', { token, body: { newEmail: 'bob@example.test' } })).statusCode).toBe(204)
  await door.ask('POST', '/v1/auth/email', { token, body: { newEmail: 'free@example.test' } })
  await deliver(ctx)
  expect(ctx.mailer.mails.map(({ to }) => to)).toEqual(['free@example.test'])
  const link = tokenIn(ctx)
  await door.lifter('free@example.test') // somebody was quicker
  expect((await confirm(door, link)).json()).toMatchObject({ code: 'auth.invalid_link' })
})

test('an address changes only where the owner has just shown who they are', async ({ ctx, door }) => {
  const { accessToken: token } = await door.lifter(EMAIL)
  ctx.clock.advance(6 * MINUTE_MS)
  const ask = () => door.ask('POST', '/v1/auth/email', { token, body: { newEmail: 'new@example.test' } })
  expect((await ask()).json()).toMatchObject({ code: 'auth.proof_required' })
  await door.ask('POST', '/v1/auth/step-up', { token, body: { password: PASSWORD } })
  expect((await ask()).statusCode).toBe(204)
})

test('F55 a mail server that is away for a day loses no mail: the same link arrives when it is back', async ({ ctx, door }) => {
  await door.lifter(EMAIL)
  let isAway = true
  const world = {
    ...ctx,
    mailer: {
      ...ctx.mailer,
      send: (mail: Parameters<typeof ctx.mailer.send>[0]) => (isAway ? Promise.reject(new Error('away')) : ctx.mailer.send(mail)),
    },
  }
  await forget(door, EMAIL)
  for (let hour = 0; hour < 24; hour++) {
    await deliver(world)
    ctx.clock.advance(60 * MINUTE_MS)
  }
  isAway = false
  ctx.clock.advance(30 * MINUTE_MS)
  await deliver(world)
  expect(ctx.mailer.mails).toHaveLength(1)
  expect((await reset(door, tokenIn(ctx))).statusCode).toBe(204)
})
