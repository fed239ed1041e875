import { MINUTE_MS } from '@gymgenius/domain'
import { Secret, TOTP } from 'otpauth'
import { expect } from 'vitest'
import { openIdProvider } from '../../adapters/openid-provider.ts'
import type { Environment } from '../../platform/config.ts'
import { deliverDue } from '../../platform/queue.ts'
import { rooms } from '../../rooms.ts'
import { aBrowser, aProvider } from '../../testing/a-provider.ts'
import { type Door, openDoor, PASSWORD, type SignedInHere, test as base } from '../../testing/front-door.ts'

const ORIGIN = 'http://localhost:4000'
const ANN = 'ann@example.test'

interface Links {
  readonly items: readonly { readonly id: string; readonly provider?: string; readonly issuer: string }[]
  readonly hasPassword: boolean
}

/** A server that asks a real provider, which knows Ann by the name `ann-1`, with an account of the operator’s beside hers. */
const test = base
  .extend('provider', { scope: 'file' }, async ({}, { onCleanup }) => {
    const provider = await aProvider(`${ORIGIN}/sign-in`)
    onCleanup(() => provider.close())
    provider.people['ann-1'] = { email: ANN }
    provider.people['bob-1'] = { email: 'bob@example.test' }
    provider.people['vague'] = { email: 'vague@example.test', isConfirmed: false }
    return provider
  })
  .extend('home', async ({ ctx, provider }) => {
    const at = async (environment: Partial<Environment>) => {
      const port = openIdProvider({ ...provider, id: 'home', name: 'Home login', now: Date.now })
      const config = { ...ctx.config, environment: { ...ctx.config.environment, ORIGIN, REGISTRATION: 'open' as const, ...environment } }
      const door = await openDoor({ ...ctx, config, providers: [port] })
      await door.lifter('owner@example.test')
      return { door, ...walks(door) }
    }
    return at
  })

interface Ask {
  readonly body?: object
  readonly token?: string | undefined
  readonly flow?: string | undefined
}

/** What a browser does at this door. */
function walks(door: Door) {
  const post = (url: string, { body, token, flow }: Ask) =>
    door.ask('POST', url, {
      ...(body === undefined ? {} : { body }),
      token,
      headers: { 'x-gymgenius-client': 'web', ...(flow === undefined ? {} : { cookie: `gymgenius_provider=${flow}` }) },
    })
  /** Goes away by `begin` and comes back as `name`. */
  const away = async (
    begin: string,
    body: object,
    name: string,
    { token, browser = aBrowser() }: { token?: string; browser?: ReturnType<typeof aBrowser> } = {},
  ) => {
    const begun = await post(begin, { body: { provider: 'home', ...body }, token })
    expect(begun.statusCode, begun.body).toBe(200)
    const flow = begun.cookies.find((cookie) => cookie.name === 'gymgenius_provider')!
    expect(flow).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/v1/auth' })
    const back = await browser(begun.json<{ address: string }>().address, name)
    return { answer: back.search.slice(1), flow: flow.value }
  }
  const finish = ({ answer, flow }: { answer: string; flow: string | undefined }) =>
    post('/v1/auth/providers/sign-in', { body: { answer }, flow })
  const enter = async (purpose: 'sign_in' | 'sign_up', name: string, more: object = {}) =>
    finish(await away('/v1/auth/providers/begin', { purpose, ...more }, name))
  const link = async (token: string, name: string) => {
    const { answer, flow } = await away('/v1/auth/providers/links/begin', {}, name, { token })
    return post('/v1/auth/providers/links', { body: { answer }, flow, token })
  }
  const links = async (token: string) => (await door.ask('GET', '/v1/auth/providers/links', { token })).json<Links>()
  return { post, away, finish, enter, link, links }
}

const tokenOf = (reply: { json<T>(): T }) => reply.json<SignedInHere>().accessToken

test('a newcomer opens an account by the provider, and comes in by it from then on', async ({ home }) => {
  const { door, enter, links } = await home({})
  const opened = await enter('sign_up', 'ann-1')
  expect(opened.json(), opened.body).toMatchObject({ account: { email: ANN, role: 'athlete' }, isNew: true })
  expect(opened.json()).not.toHaveProperty('refreshToken')
  expect(opened.cookies.find(({ name }) => name === 'gymgenius_refresh')).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
  const again = await enter('sign_in', 'ann-1')
  expect(again.json()).toMatchObject({ isNew: false })
  expect(again.json<SignedInHere>().account.id).toBe(opened.json<SignedInHere>().account.id)
  expect(await links(tokenOf(again))).toMatchObject({ hasPassword: false, items: [{ provider: 'home' }] })
  expect((await door.logIn(ANN)).json()).toMatchObject({ code: 'auth.invalid_credentials' })
  expect((await door.logIn(ANN, { password: 'none' })).json()).toMatchObject({ code: 'auth.invalid_credentials' })
})

test('an address that the provider names opens nobody’s account: its owner signs in as before, and links', async ({ ctx, home }) => {
  const { door, enter, link, links } = await home({})
  const { accessToken: token, account } = await door.lifter(ANN)
  expect((await enter('sign_in', 'ann-1')).json()).toMatchObject({ status: 403, code: 'auth.provider_not_linked' })
  expect((await enter('sign_up', 'ann-1')).json()).toMatchObject({ status: 409, code: 'auth.provider_email_taken' })
  expect((await links(token)).items).toEqual([])

  const linked = await link(token, 'ann-1')
  expect(linked.statusCode, linked.body).toBe(201)
  expect((await enter('sign_in', 'ann-1')).json()).toMatchObject({ account: { id: account.id } })
  await deliverDue(ctx, { rooms, rng: () => 0.5 })
  expect(ctx.mailer.mails.map(({ to, subject }) => [to, subject])).toEqual([
    [ANN, 'Your GymGenius account can be opened in another way now'],
  ])
  const audit = (await door.ask('GET', '/v1/me/audit', { token })).json<{ items: { act: string; facts: object }[] }>().items
  expect(audit.map(({ act }) => act)).toEqual(expect.arrayContaining(['accounts.provider_linked', 'accounts.signed_in']))
  expect(audit.find(({ facts }) => 'provider' in facts)).toMatchObject({ facts: { client: 'browser', provider: 'home' } })
})

test('of who is known here and who is not, signing in tells nothing', async ({ home }) => {
  const { door, enter } = await home({ REGISTRATION: 'closed' })
  await door.lifter(ANN)
  const [known, unknown] = [await enter('sign_in', 'ann-1'), await enter('sign_in', 'bob-1')]
  expect({ ...known.json<object>(), instance: '' }).toEqual({ ...unknown.json<object>(), instance: '' })
  const [knownUp, unknownUp] = [await enter('sign_up', 'ann-1'), await enter('sign_up', 'bob-1')]
  expect(knownUp.json()).toMatchObject({ code: 'auth.registration_closed' })
  expect({ ...knownUp.json<object>(), instance: '' }).toEqual({ ...unknownUp.json<object>(), instance: '' })
})

test('who may open an account with a password may by the provider, and nobody else', async ({ home }) => {
  const { door, enter } = await home({ REGISTRATION: 'invite' })
  expect((await enter('sign_up', 'ann-1')).json()).toMatchObject({ code: 'auth.invite_required' })
  expect((await enter('sign_up', 'ann-1', { inviteCode: 'made up' })).json()).toMatchObject({ code: 'auth.invite_required' })
  const { accessToken: token } = (await door.logIn('owner@example.test')).json<SignedInHere>()
  const { code } = (await door.ask('POST', '/v1/auth/invites', { token })).json<{ code: string }>()
  expect((await enter('sign_up', 'ann-1', { inviteCode: code })).statusCode).toBe(200)
  expect((await enter('sign_up', 'bob-1', { inviteCode: code })).json()).toMatchObject({ code: 'auth.invite_required' })
})

test('an address that the provider has not confirmed opens no account', async ({ home }) => {
  const { enter } = await home({})
  expect((await enter('sign_up', 'vague')).json()).toMatchObject({ code: 'auth.provider_no_email' })
  expect((await enter('sign_up', 'nobody')).json()).toMatchObject({ code: 'auth.provider_no_email' })
})

test('a second factor is asked for after the provider too', async ({ ctx, home }) => {
  const { door, enter } = await home({})
  const token = tokenOf(await enter('sign_up', 'ann-1'))
  const { secret } = (await door.ask('POST', '/v1/auth/2fa/enable', { token })).json<{ secret: string }>()
  const now = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ctx.clock.now() })
  expect((await door.ask('POST', '/v1/auth/2fa/verify', { token, body: { code: now() } })).statusCode).toBe(200)
  ctx.clock.advance(MINUTE_MS)

  const asked = await enter('sign_in', 'ann-1')
  expect(asked.json()).toMatchObject({ status: 401, code: 'auth.second_factor_required' })
  expect(asked.cookies.some(({ name }) => name === 'gymgenius_refresh')).toBe(false)
  const { challenge } = asked.json<{ facts: { challenge: string } }>().facts
  const body = { challenge, code: now(), client: 'native' }
  expect((await door.ask('POST', '/v1/auth/2fa/challenge', { body })).json()).toMatchObject({ account: { email: ANN } })
})

test('an answer is good once, for ten minutes, in the browser that asked, and for what it was asked', async ({ ctx, home }) => {
  const { door, enter, away, finish, post, links } = await home({})
  await enter('sign_up', 'ann-1')
  const first = await away('/v1/auth/providers/begin', { purpose: 'sign_in' }, 'ann-1')
  const second = await away('/v1/auth/providers/begin', { purpose: 'sign_in' }, 'ann-1')
  const refused = { status: 401, code: 'auth.provider_answer' }
  expect((await finish({ ...first, flow: undefined })).json()).toMatchObject(refused)
  expect((await finish({ answer: first.answer, flow: second.flow })).json()).toMatchObject(refused)
  expect((await finish({ answer: first.answer.replace(/code=[^&]+/, 'code=guessed'), flow: first.flow })).json()).toMatchObject(refused)
  expect((await finish(first)).statusCode).toBe(200)
  expect((await finish(first)).json()).toMatchObject(refused)

  const { accessToken: token } = await door.lifter('bob@example.test')
  const forSignIn = await away('/v1/auth/providers/begin', { purpose: 'sign_in' }, 'bob-1')
  expect(
    (await post('/v1/auth/providers/links', { body: { answer: forSignIn.answer }, flow: forSignIn.flow, token })).json(),
  ).toMatchObject(refused)
  expect((await links(token)).items).toEqual([])
  ctx.clock.advance(11 * MINUTE_MS)
  expect((await finish(second)).json()).toMatchObject(refused)
})

test('nobody is made to come in as somebody else, or to link somebody else’s sign-in', async ({ home }) => {
  const { door, away, post, links } = await home({})
  const { accessToken: ann } = await door.lifter(ANN)
  const { accessToken: bob } = await door.lifter('bob@example.test')
  const bobs = await away('/v1/auth/providers/links/begin', {}, 'bob-1', { token: bob })
  expect((await post('/v1/auth/providers/links', { body: { answer: bobs.answer }, flow: bobs.flow, token: ann })).statusCode).toBe(401)
  const begun = await away('/v1/auth/providers/begin', { purpose: 'sign_in' }, 'bob-1')
  const foreign = await door.ask('POST', '/v1/auth/providers/sign-in', {
    body: { answer: begun.answer },
    headers: { cookie: `gymgenius_provider=${begun.flow}`, 'x-gymgenius-client': 'web', origin: 'https://evil.example' },
  })
  expect(foreign.json()).toMatchObject({ code: 'auth.csrf' })
  expect((await links(ann)).items).toEqual([])
})

test('one sign-in is one account’s', async ({ home }) => {
  const { door, link } = await home({})
  const { accessToken: ann } = await door.lifter(ANN)
  const { accessToken: bob } = await door.lifter('bob@example.test')
  expect((await link(ann, 'ann-1')).statusCode).toBe(201)
  expect((await link(bob, 'ann-1')).json()).toMatchObject({ status: 409, code: 'auth.provider_taken' })
  expect((await link(ann, 'bob-1')).json()).toMatchObject({ status: 409, code: 'auth.provider_taken' })
})

test('who refuses at the provider, or has none to ask, is told so', async ({ home, provider, ctx }) => {
  const { door, enter, post } = await home({})
  expect((await enter('sign_in', '')).json()).toMatchObject({ status: 403, code: 'auth.provider_denied' })
  const body = { purpose: 'sign_in' }
  expect((await post('/v1/auth/providers/begin', { body: { ...body, provider: 'other' } })).json()).toMatchObject({
    code: 'auth.provider_unknown',
  })
  expect((await door.ask('GET', '/v1/server')).json()).toMatchObject({ providers: [{ id: 'home', name: 'Home login' }] })

  const gone = openIdProvider({ ...provider, id: 'home', name: 'Home login', issuer: 'http://127.0.0.1:1/', now: Date.now })
  const without = walks(await openDoor({ ...ctx, providers: [gone] }))
  expect((await without.post('/v1/auth/providers/begin', { body: { ...body, provider: 'home' } })).json()).toMatchObject({
    code: 'auth.provider_away',
  })
})

test('the only way in stays; with a password of one’s own the link may go', async ({ ctx, home }) => {
  const { door, enter, links, post } = await home({})
  const token = tokenOf(await enter('sign_up', 'ann-1'))
  const { id } = (await links(token)).items[0]!
  const unlink = () => door.ask('DELETE', `/v1/auth/providers/links/${id}`, { token })
  expect((await unlink()).json()).toMatchObject({ status: 409, code: 'auth.last_way_in' })
  expect((await links(token)).items).toHaveLength(1)

  ctx.clock.advance(6 * MINUTE_MS)
  const choose = () => post('/v1/auth/password', { body: { newPassword: PASSWORD }, token })
  expect((await choose()).json()).toMatchObject({ code: 'auth.proof_required' })
  expect((await unlink()).json()).toMatchObject({ code: 'auth.proof_required' })
  await ctx.db
    .updateTable('login_session')
    .set({ proved_at: new Date(ctx.clock.now()) })
    .execute()
  expect((await choose()).statusCode).toBe(204)
  expect((await post('/v1/auth/password', { body: { newPassword: 'another horse battery' }, token })).json()).toMatchObject({
    code: 'auth.invalid_credentials',
  })
  expect((await unlink()).statusCode).toBe(204)
  expect((await enter('sign_in', 'ann-1')).json()).toMatchObject({ code: 'auth.provider_not_linked' })
  expect((await door.logIn(ANN)).statusCode).toBe(200)
})

test('who has no password steps up by the provider, which must ask anew', async ({ ctx, home, provider }) => {
  const { door, enter, away, post } = await home({})
  const token = tokenOf(await enter('sign_up', 'ann-1'))
  ctx.clock.advance(6 * MINUTE_MS)
  const dangerous = () => door.ask('POST', '/v1/auth/2fa/enable', { token })
  const prove = (back: { answer: string; flow: string }) =>
    post('/v1/auth/step-up/provider', { body: { answer: back.answer }, flow: back.flow, token })
  const browser = aBrowser()
  await away('/v1/auth/providers/begin', { purpose: 'sign_in' }, 'ann-1', { browser })
  const asksBefore = provider.asked.filter((path) => path.startsWith('/interaction/')).length

  const stranger = await away('/v1/auth/step-up/provider/begin', {}, 'bob-1', { token })
  expect((await prove(stranger)).json()).toMatchObject({ code: 'auth.provider_not_linked' })
  expect((await dangerous()).json()).toMatchObject({ code: 'auth.proof_required' })
  const own = await away('/v1/auth/step-up/provider/begin', {}, 'ann-1', { token, browser })
  expect(provider.asked.filter((path) => path.startsWith('/interaction/')).length).toBe(asksBefore + 2)
  expect((await prove(own)).statusCode).toBe(204)
  expect((await dangerous()).statusCode).toBe(200)
})

test('who has a second factor steps up by the provider with its code, and not without', async ({ ctx, home }) => {
  const { door, enter, away, post } = await home({})
  const token = tokenOf(await enter('sign_up', 'ann-1'))
  const { secret } = (await door.ask('POST', '/v1/auth/2fa/enable', { token })).json<{ secret: string }>()
  const now = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ctx.clock.now() })
  expect((await door.ask('POST', '/v1/auth/2fa/verify', { token, body: { code: now() } })).statusCode).toBe(200)
  ctx.clock.advance(6 * MINUTE_MS)
  const dangerous = () => door.ask('POST', '/v1/auth/2fa/disable', { token })
  const begin = (code?: string) => post('/v1/auth/step-up/provider/begin', { body: { provider: 'home', code }, token })

  expect((await begin()).json()).toMatchObject({ status: 401 })
  expect((await begin('000000')).json()).toMatchObject({ status: 401 })
  expect((await dangerous()).json()).toMatchObject({ code: 'auth.proof_required' })
  const { answer, flow } = await away('/v1/auth/step-up/provider/begin', { code: now() }, 'ann-1', { token })
  expect((await post('/v1/auth/step-up/provider', { body: { answer }, flow, token })).statusCode).toBe(204)
  expect((await dangerous()).statusCode).toBe(204)
})

test('trying at the provider is counted as signing in is', async ({ home }) => {
  const { post } = await home({})
  const body = { provider: 'home', purpose: 'sign_in' }
  const replies = []
  for (let i = 0; i < 31; i++) replies.push(await post('/v1/auth/providers/begin', { body }))
  expect(replies.at(-1)!.json()).toMatchObject({ status: 429, code: 'auth.too_many_attempts' })
})

test('a lifter’s copy names the link, and nothing of it is left when the account is erased', async ({ ctx, home }) => {
  const { door, enter } = await home({})
  const opened = await enter('sign_up', 'ann-1')
  const copy = await door.ask('GET', '/v1/export', { token: tokenOf(opened) })
  expect(copy.json()).toMatchObject({ accounts: { providerLinks: [{ subject: 'ann-1' }] } })
  await ctx.db.deleteFrom('account').where('id', '=', opened.json<SignedInHere>().account.id).execute()
  expect(await ctx.db.selectFrom('provider_link').selectAll().execute()).toEqual([])
})
