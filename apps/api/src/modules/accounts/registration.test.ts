import { expect } from 'vitest'
import { PASSWORD, type SignedInHere, test } from '../../testing/front-door.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Environment } from '../../platform/config.ts'
import { openDoor } from '../../testing/front-door.ts'

const ruledBy = (ctx: Ctx, REGISTRATION: Environment['REGISTRATION']): Ctx => ({
  ...ctx,
  config: { ...ctx.config, environment: { ...ctx.config.environment, REGISTRATION } },
})

test('a lifter registers, signs in again, and is known by the token', async ({ door }) => {
  const registered = await door.register('ann@example.test')
  expect(registered.statusCode).toBe(201)
  const { account } = registered.json<SignedInHere>()
  expect(account).toMatchObject({ email: 'ann@example.test', role: 'super_admin' })

  const signedIn = await door.ask('POST', '/v1/login', { body: { email: ' Ann@Example.test ', password: PASSWORD } })
  expect(signedIn.statusCode).toBe(200)
  const me = await door.ask('GET', '/v1/me', { token: signedIn.json<SignedInHere>().accessToken })
  expect(me.json()).toEqual(account)
})

test.for(['open', 'invite', 'closed'] as const)(
  'on a server that is %s the first account may always be opened, as super admin',
  async (rule, { ctx }) => {
    const door = await openDoor(ruledBy(ctx, rule))
    expect((await door.ask('GET', '/v1/server')).json()).toMatchObject({ registration: rule, isFirstAccount: true })
    expect((await door.register('ann@example.test')).json()).toMatchObject({ account: { role: 'super_admin' } })
    expect((await door.ask('GET', '/v1/server')).json()).toMatchObject({ registration: rule, isFirstAccount: false })
  },
)

test('the second account is an athlete where registration is open', async ({ ctx }) => {
  const door = await openDoor(ruledBy(ctx, 'open'))
  await door.register('ann@example.test')
  expect((await door.register('bob@example.test')).json()).toMatchObject({ account: { role: 'athlete' } })
})

test('nobody else gets in where registration is closed, not even with an invite', async ({ ctx, door }) => {
  const { accessToken } = (await door.register('ann@example.test')).json<SignedInHere>()
  const { code } = (await door.ask('POST', '/v1/auth/invites', { token: accessToken })).json<{ code: string }>()
  const closed = await openDoor(ruledBy(ctx, 'closed'))
  const refused = await closed.register('bob@example.test', { inviteCode: code })
  expect(refused.statusCode).toBe(403)
  expect(refused.json()).toMatchObject({ code: 'auth.registration_closed' })
})

test('an invite lets one person in, within a week', async ({ ctx, door }) => {
  const { accessToken: token } = (await door.register('ann@example.test')).json<SignedInHere>()
  const invite = async () => (await door.ask('POST', '/v1/auth/invites', { token })).json<{ code: string; expiresAt: string }>()
  const [first, second] = [await invite(), await invite()]
  expect(first.code).not.toBe(second.code)
  expect(Date.parse(first.expiresAt) - ctx.clock.now()).toBe(7 * 86_400_000)

  expect((await door.register('bob@example.test')).json()).toMatchObject({ status: 403, code: 'auth.invite_required' })
  expect((await door.register('bob@example.test', { inviteCode: 'guessed' })).json()).toMatchObject({ code: 'auth.invite_required' })
  const bob = await door.register('bob@example.test', { inviteCode: first.code })
  expect(bob.json()).toMatchObject({ account: { role: 'athlete' } })
  expect((await door.register('eve@example.test', { inviteCode: first.code })).json()).toMatchObject({ code: 'auth.invite_required' })
  ctx.clock.advance(7 * 86_400_000)
  expect((await door.register('eve@example.test', { inviteCode: second.code })).json()).toMatchObject({ code: 'auth.invite_required' })
})

test('an invite is still good after a registration that failed', async ({ door }) => {
  const { accessToken: token } = (await door.register('ann@example.test')).json<SignedInHere>()
  const { code: inviteCode } = (await door.ask('POST', '/v1/auth/invites', { token })).json<{ code: string }>()
  expect((await door.register('ann@example.test', { inviteCode })).json()).toMatchObject({ status: 409, code: 'auth.email_taken' })
  expect((await door.register('bob@example.test', { inviteCode })).statusCode).toBe(201)
})

test('a stranger without an invite does not learn who is registered here', async ({ door }) => {
  await door.register('ann@example.test')
  const [known, unknown] = [await door.register('ann@example.test'), await door.register('bob@example.test')]
  const { instance: _, ...body } = known.json<Record<string, unknown>>()
  expect(unknown.json()).toMatchObject(body)
})

test('only an admin invites', async ({ door }) => {
  await door.lifter('ann@example.test')
  const bob = await door.lifter('bob@example.test')
  const refused = await door.ask('POST', '/v1/auth/invites', { token: bob.accessToken })
  expect(refused.json()).toMatchObject({ status: 403, code: 'auth.forbidden' })
})

test('of two who register first at once, one is super admin and the other needs an invite', async ({ crowdedDoor }) => {
  const replies = await Promise.all(['ann@example.test', 'bob@example.test'].map((email) => crowdedDoor.register(email)))
  expect(replies.map((reply) => reply.statusCode).sort()).toEqual([201, 403])
  expect(replies.find((reply) => reply.statusCode === 201)?.json()).toMatchObject({ account: { role: 'super_admin' } })
})

test('of ten who use the same invite at once, one gets in', async ({ crowdedDoor: door }) => {
  const { accessToken: token } = (await door.register('ann@example.test')).json<SignedInHere>()
  const { code: inviteCode } = (await door.ask('POST', '/v1/auth/invites', { token })).json<{ code: string }>()
  const replies = await Promise.all(Array.from({ length: 10 }, (_, i) => door.register(`b${i}@example.test`, { inviteCode })))
  expect(replies.filter((reply) => reply.statusCode === 201)).toHaveLength(1)
  expect(replies.filter((reply) => reply.json<{ code?: string }>().code === 'auth.invite_required')).toHaveLength(9)
})

test('an address registered twice at once is one account', async ({ crowded }) => {
  const door = await openDoor(ruledBy(crowded, 'open'))
  const replies = await Promise.all(['ann@example.test', 'ANN@example.test', 'ann@EXAMPLE.test'].map((email) => door.register(email)))
  expect(replies.map((reply) => reply.statusCode).sort()).toEqual([201, 409, 409])
})

const noAddresses = [
  'ann',
  'ann@',
  'ann@home',
  'ann@example.test\r\nBcc: eve@example.test',
  'ann@example.test\r\n',
  '\tann@example.test',
  '"ann"@example.test',
  'ann <ann@example.test>',
  'аnn@example.test', // the first letter is Cyrillic
  'ann@exаmple.test', // so is this а
  'ann@example..test',
  'ann@-example.test',
  'ann\u200b@example.test',
  `${'a'.repeat(65)}@example.test`,
  `ann@${'example.'.repeat(40)}test`,
]
test.for(noAddresses)('B54 %j is not an e-mail address', async (email, { door }) => {
  const refused = await door.register(email)
  expect(refused.json()).toMatchObject({ status: 422, facts: { errors: [{ pointer: '/email', code: 'invalid_email' }] } })
})

test('B54 a plus, blanks around and capitals are an address, known by one spelling', async ({ door }) => {
  const reply = await door.register('  Ann+Gym@Example.TEST ')
  expect(reply.json()).toMatchObject({ account: { email: 'ann+gym@example.test' } })
  expect((await door.logIn('ANN+gym@example.test')).statusCode).toBe(200)
})

test.for([
  ['nine characters', 'a'.repeat(9), 'too_short'],
  ['nine emoji, which are many bytes', '🏋'.repeat(9), 'too_short'],
  ['257 bytes', 'a'.repeat(257), 'too_long'],
  ['257 bytes in 65 letters', `${'🏋'.repeat(64)}a`, 'too_long'],
])('B53 a password of %s is refused before it is hashed', async ([, password, code], { door }) => {
  const refused = await door.register('ann@example.test', { password })
  expect(refused.json()).toMatchObject({ status: 422, facts: { errors: [{ pointer: '/password', code }] } })
})

test('B53 passwords of 10 characters and of 256 bytes are fine', async ({ ctx }) => {
  const door = await openDoor(ruledBy(ctx, 'open'))
  expect((await door.register('ann@example.test', { password: 'ten letter' })).statusCode).toBe(201)
  expect((await door.register('bob@example.test', { password: '🏋'.repeat(64) })).statusCode).toBe(201)
})

test('B63 nobody names their own role', async ({ door }) => {
  const refused = await door.register('ann@example.test', { role: 'super_admin' })
  expect(refused.json()).toMatchObject({ status: 422, facts: { errors: [{ pointer: '/role', code: 'unknown_field' }] } })
})

test('the twenty-first registration of an hour from one network waits', async ({ ctx }) => {
  const door = await openDoor(ruledBy(ctx, 'closed'))
  await door.register('ann@example.test')
  for (let i = 0; i < 19; i++) expect((await door.register('bob@example.test')).statusCode).toBe(403)
  const refused = await door.register('bob@example.test')
  expect(refused.json()).toMatchObject({ status: 429, code: 'auth.too_many_attempts', facts: { retryAfter: 180 } })
  expect(refused.headers['retry-after']).toBe('180')
})

test('other rooms hear of a new account', async ({ ctx, door }) => {
  const { account } = (await door.register('ann@example.test')).json<SignedInHere>()
  const heard = await ctx.db.selectFrom('outbox').select(['topic', 'payload']).execute()
  expect(heard).toEqual([{ topic: 'event:accounts.account_opened', payload: { accountId: account.id } }])
})
