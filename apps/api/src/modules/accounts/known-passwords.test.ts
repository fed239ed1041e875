import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect } from 'vitest'
import { PASSWORD, test } from '../../testing/front-door.ts'
import { isGuessedFirst } from './known-passwords.ts'

const EMAIL = 'ann.lifter@example.test'
const listed = new Set(['password', 'dragon', 'basketball', 'qwertyuiop', '1234567890'])
const isGuessed = (password: string) => isGuessedFirst(password, EMAIL, (word) => listed.has(word))

test.for([
  'basketball',
  'Basketball',
  'qwertyuiop',
  'Password2026',
  'password!!',
  '!!password',
  'p@ssw0rd123',
  'P4$$w0rd!',
  'passwordpassword',
  'dragondragon',
  'aaaaaaaaaa',
  'abcabcabcabc',
  'abcdefghij',
  '9876543210',
  'ann.lifter@example.test',
  'ann.lifter1',
  'GymGenius2026',
])('%s is guessed first', (password) => {
  expect(isGuessed(password)).toBe(true)
})

test.for(['correct horse battery', 'dragon of the north', 'basketballs are round', 'my password is long', 'kg83 nfo2 qqx', '🏋'.repeat(64)])(
  '%s is nobody’s first guess',
  (password) => {
    expect(isGuessed(password)).toBe(false)
  },
)

test('what was hung on to a listed word counts as part of the secret once there is enough of it', () => {
  expect(isGuessed('dragon12345')).toBe(true)
  expect(isGuessed('dragon8471930265')).toBe(false)
})

test('judging takes no longer for a password that was made to be hard to judge', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 4 }), fc.integer({ min: 1, max: 256 }), (unit, times) => {
      const before = process.cpuUsage()
      isGuessed(unit.repeat(times).slice(0, 256))
      expect(process.cpuUsage(before).user).toBeLessThan(100_000)
    }),
  )
})

test('who registers, or changes or resets a password, hears at its field that it is on a list', async ({ door }) => {
  const known = { status: 422, code: 'request.invalid' }
  const at = (pointer: string) => ({ ...known, facts: { errors: [{ pointer, code: 'known_password' }] } })
  expect((await door.register(EMAIL, { password: 'Basketball!' })).json()).toMatchObject(at('/password'))
  const { accessToken: token } = await door.lifter(EMAIL)
  const body = { currentPassword: PASSWORD, newPassword: 'password123' }
  expect((await door.ask('POST', '/v1/auth/password', { token, body })).json()).toMatchObject(at('/newPassword'))
  expect((await door.logIn(EMAIL)).statusCode).toBe(200)
})

test('somebody whose password is listed by now still signs in', async ({ ctx, door }) => {
  const { openAccount } = await import('./index.ts')
  await openAccount(ctx, { email: EMAIL, password: 'password123' })
  expect((await door.logIn(EMAIL, { password: 'password123' })).statusCode).toBe(200)
})

test('the list stays on the server: no part of the app names it', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('../../../../web/package.json', import.meta.url), 'utf8')) as {
    dependencies: Record<string, string>
  }
  expect(Object.keys(dependencies).filter((name) => name.includes('zxcvbn'))).toEqual([])
})
