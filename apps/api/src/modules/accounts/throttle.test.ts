import { MINUTE_MS } from '@gymgenius/domain'
import { expect } from 'vitest'
import { PASSWORD, test } from '../../testing/front-door.ts'
import { deliverDue } from '../../platform/queue.ts'
import { accountsRoom } from './index.ts'
import { countStranger } from './throttle.service.ts'

const ANN = 'ann@example.test'
const HOME = '203.0.113.9'
const GYM = '198.51.100.9'

/** Guesses from each of five hundred addresses; `GUESSES=20` for ten thousand, which take a minute of one core. */
const GUESSES = Number(process.env['GUESSES'] ?? 1)

/** Five hundred addresses, each in a network of its own. */
const addresses = Array.from({ length: 500 }, (_, i) => `10.${i >> 8}.${i & 255}.7`)

test(
  'of all guesses at one account from five hundred addresses thirty are heard, and its owner comes in meanwhile',
  { timeout: 600_000 },
  async ({ ctx, door }) => {
    await door.ask('POST', '/v1/auth/register', { body: { email: ANN, password: PASSWORD, client: 'native' }, from: HOME })
    const heard = new Map<number, number>()
    for (let round = 0; round < GUESSES; round++) {
      const replies = await Promise.all(addresses.map((from) => door.logIn(ANN, { password: `guess number ${round}` }, from)))
      for (const { statusCode } of replies) heard.set(statusCode, (heard.get(statusCode) ?? 0) + 1)
    }
    expect(Object.fromEntries(heard)).toEqual({ 401: 30, 429: GUESSES * 500 - 30 })

    expect((await door.logIn(ANN, {}, HOME)).statusCode).toBe(200)
    // The right word from one of them comes too late as well: nobody learns that it is the right one.
    expect((await door.logIn(ANN, {}, addresses[499])).json()).toMatchObject({ status: 429, code: 'auth.too_many_attempts' })
    expect((await door.logIn('bob@example.test', {}, '10.9.9.9')).statusCode).toBe(401) // guesses at Ann are not held against others

    // From a gym where she never was: the mailbox is hers.
    expect((await door.logIn(ANN, {}, GYM)).statusCode).toBe(429)
    await door.ask('POST', '/v1/auth/password/forgotten', { body: { email: ANN }, from: GYM })
    await deliverDue(ctx, { rooms: [accountsRoom], rng: () => 0.5 })
    const token = /#(\S+)/.exec(ctx.mailer.mails.at(-1)!.text)![1]!
    await door.ask('POST', '/v1/auth/password/reset', { body: { token, newPassword: `${PASSWORD} anew` }, from: GYM })
    expect((await door.logIn(ANN, { password: `${PASSWORD} anew` }, GYM)).statusCode).toBe(200)
  },
)

test('a day of guessing from everywhere is two hundred guesses at most', async ({ ctx }) => {
  let heard = 0
  for (let minute = 0; minute < 24 * 60; minute++) {
    for (let i = 0; i < 10; i++) {
      try {
        await countStranger(ctx, ANN)
        heard++
      } catch (error) {
        expect(error).toMatchObject({ code: 'auth.too_many_attempts' })
      }
    }
    ctx.clock.advance(MINUTE_MS)
  }
  expect(heard).toBeGreaterThan(100)
  expect(heard).toBeLessThanOrEqual(200)
})

test('an address that is not known here is guarded alike: guessing at it tells nothing', async ({ door }) => {
  const codes: number[] = []
  for (const from of addresses.slice(0, 35)) codes.push((await door.logIn('nobody@example.test', {}, from)).statusCode)
  expect(codes).toEqual([...Array<number>(30).fill(401), ...Array<number>(5).fill(429)])
})

test('twenty thieves with one old token end that sign-in and no other device’s', async ({ crowdedDoor: door }) => {
  const phone = await door.lifter(ANN)
  const tablet = (await door.logIn(ANN)).json<{ refreshToken: string }>()
  const bob = await door.lifter('bob@example.test')
  const second = (await door.refresh(phone.refreshToken)).json<{ refreshToken: string }>()
  const third = (await door.refresh(second.refreshToken)).json<{ refreshToken: string; accessToken: string }>()

  const thieves = Array.from({ length: 20 }, () => door.refresh(phone.refreshToken))
  const honest = [door.refresh(tablet.refreshToken), door.refresh(bob.refreshToken)]
  for (const reply of await Promise.all(thieves)) expect([401]).toContain(reply.statusCode)
  for (const reply of await Promise.all(honest)) expect(reply.statusCode).toBe(200)

  expect((await door.refresh(third.refreshToken)).json()).toMatchObject({ code: 'auth.token_reused' }) // the family is over
  const next = (await Promise.all(honest)).map((reply) => reply.json<{ accessToken: string }>().accessToken)
  for (const token of next) expect((await door.ask('GET', '/v1/me', { token })).statusCode).toBe(200)
})
