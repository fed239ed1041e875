import { MINUTE_MS } from '@gymgenius/domain'
import { expect } from 'vitest'
import { type Door, PASSWORD, type SignedInHere, test } from '../../testing/front-door.ts'
import { deliverDue } from '../../platform/queue.ts'
import { rooms } from '../../rooms.ts'
import { anAuthenticator } from './passkeys.testing.ts'

const ANN = 'ann@example.test'
const host = { headers: { host: 'localhost:4000' } }

interface Asked {
  readonly challenge: string
  readonly options: { readonly challenge: string }
}

const asked = async (door: Door) => (await door.ask('POST', '/v1/auth/passkeys/challenge', host)).json<Asked>()
const signIn = (door: Door, body: object, from?: string) =>
  door.ask('POST', '/v1/auth/passkeys/sign-in', { ...host, body: { ...body, client: 'native' }, ...(from === undefined ? {} : { from }) })
const list = async (door: Door, token: string) =>
  (await door.ask('GET', '/v1/auth/passkeys', { token })).json<{ items: { id: string; name: string }[] }>().items

/** Ann, whose phone has a passkey. */
async function withPasskey(door: Door, phone = anAuthenticator()) {
  const { accessToken: token, account } = await door.lifter(ANN)
  const options = (await door.ask('POST', '/v1/auth/passkeys/options', { token, ...host })).json<Asked>()
  const added = await door.ask('POST', '/v1/auth/passkeys', { token, ...host, body: phone.make(options) })
  return { token, account, phone, added, made: phone.make(options) }
}

test('a passkey is made, signs in without an address, a password or a code, and is named and taken away', async ({ ctx, door }) => {
  const { token, account, phone, added } = await withPasskey(door)
  expect(added.json()).toMatchObject({ name: 'Phone', isSynced: false })
  expect(added.statusCode).toBe(201)

  const totp = { account_id: account.id, sealed_secret: 's1.first.x', begun_at: new Date(0), confirmed_at: new Date(0) }
  await ctx.db.insertInto('totp').values(totp).execute()
  expect((await door.logIn(ANN)).json()).toMatchObject({ facts: { methods: ['totp', 'backup_code', 'passkey'] } })
  const reply = await signIn(door, phone.show(await asked(door)))
  expect(reply.statusCode, reply.body).toBe(200)
  expect(reply.json<SignedInHere>().account).toMatchObject({ email: ANN })

  const [one] = await list(door, token)
  expect((await door.ask('PATCH', `/v1/auth/passkeys/${one!.id}`, { token, body: { name: 'Old phone' } })).json()).toMatchObject({
    name: 'Old phone',
  })
  expect((await door.ask('DELETE', `/v1/auth/passkeys/${one!.id}`, { token })).statusCode).toBe(204)
  expect(await list(door, token)).toEqual([])
  expect((await signIn(door, phone.show(await asked(door)))).json()).toMatchObject({ status: 401, code: 'auth.invalid_passkey' })
})

test('a browser is asked for a key that every server can check', async ({ door }) => {
  const { accessToken: token } = await door.lifter(ANN)
  const { options } = (await door.ask('POST', '/v1/auth/passkeys/options', { token, ...host })).json<{
    options: { pubKeyCredParams: { alg: number }[] }
  }>()
  expect(options.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257]) // EdDSA, ES256, RS256 (RFC 9053, 8812)
})

test('an answer signs in once, for five minutes, and only what was asked here', async ({ ctx, door }) => {
  const { phone } = await withPasskey(door)
  const answer = phone.show(await asked(door))
  expect((await signIn(door, answer)).statusCode).toBe(200)
  expect((await signIn(door, answer)).statusCode).toBe(401)
  const [first, second] = [await asked(door), await asked(door)]
  const swapped = { ...phone.show(first), challenge: second.challenge }
  expect((await signIn(door, swapped)).json()).toMatchObject({ code: 'auth.invalid_passkey' })
  expect((await signIn(door, { ...phone.show(first), challenge: 'made up' })).json()).toMatchObject({ code: 'auth.invalid_challenge' })
  ctx.clock.advance(6 * MINUTE_MS)
  expect((await signIn(door, phone.show(second))).json()).toMatchObject({ code: 'auth.invalid_challenge' })
})

test('of twenty who show one answer at once, one is let in', async ({ crowdedDoor: door }) => {
  const { phone } = await withPasskey(door)
  const answer = phone.show(await asked(door))
  const replies = await Promise.all(Array.from({ length: 20 }, (_, i) => signIn(door, answer, `198.51.${i}.1`)))
  expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
})

test('a page elsewhere, a key without a finger on it, a stranger’s key and a copy of a key open nothing', async ({ door }) => {
  const { phone } = await withPasskey(door)
  const refused = async (answer: object) => expect((await signIn(door, answer)).json()).toMatchObject({ code: 'auth.invalid_passkey' })
  await refused(phone.show(await asked(door), { origin: 'https://gym.evil.example' }))
  await refused(phone.show(await asked(door), { rpId: 'evil.example' }))
  await refused(phone.show(await asked(door), { verifiesUser: false }))
  const forged = { ...phone.show(await asked(door)) }
  await refused({ ...forged, answer: { ...forged.answer, signature: anAuthenticator().show(await asked(door)).answer.signature } })
  await refused(anAuthenticator().show(await asked(door)))
  await refused({ challenge: forged.challenge, answer: { ...forged.answer, authenticatorData: 'AAAA', clientDataJSON: '%%%' } })

  expect((await signIn(door, phone.show(await asked(door)))).statusCode).toBe(200)
  phone.forgetUses()
  await refused(phone.show(await asked(door)))
})

test('a passkey steps up on its owner’s device, and on nobody else’s', async ({ ctx, door }) => {
  const { token, phone } = await withPasskey(door)
  const { accessToken: bob } = await door.lifter('bob@example.test')
  ctx.clock.advance(6 * MINUTE_MS)
  const dangerous = (who: string) => door.ask('POST', '/v1/auth/2fa/enable', { token: who })
  const prove = async (who: string) =>
    door.ask('POST', '/v1/auth/step-up/passkey', { token: who, ...host, body: phone.show(await asked(door)) })
  expect((await dangerous(token)).json()).toMatchObject({ code: 'auth.proof_required' })
  expect((await prove(bob)).json()).toMatchObject({ code: 'auth.invalid_passkey' })
  expect((await dangerous(bob)).json()).toMatchObject({ code: 'auth.proof_required' })
  expect((await prove(token)).statusCode).toBe(204)
  expect((await dangerous(token)).statusCode).toBe(200)
})

test('whoever owns the account is told by mail that a passkey was added, in their language', async ({ ctx, door }) => {
  const { token } = await withPasskey(door)
  const asked = (await door.ask('POST', '/v1/auth/passkeys/options', { token, ...host })).json<Asked>()
  const headers = { ...host.headers, 'accept-language': 'de' }
  expect((await door.ask('POST', '/v1/auth/passkeys', { token, headers, body: anAuthenticator().make(asked) })).statusCode).toBe(201)
  await deliverDue(ctx, { rooms, rng: () => 0.5 })
  expect(ctx.mailer.mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['ann@example.test', 'Your GymGenius account has a new passkey'],
    ['ann@example.test', 'Dein GymGenius-Konto hat einen neuen Passkey'],
  ])
})

test('who found an unlocked phone adds no passkey and takes none away', async ({ ctx, door }) => {
  const { token } = await withPasskey(door)
  const [one] = await list(door, token)
  ctx.clock.advance(6 * MINUTE_MS)
  expect((await door.ask('POST', '/v1/auth/passkeys/options', { token, ...host })).json()).toMatchObject({ code: 'auth.proof_required' })
  expect((await door.ask('DELETE', `/v1/auth/passkeys/${one!.id}`, { token })).json()).toMatchObject({ code: 'auth.proof_required' })
  await door.ask('POST', '/v1/auth/step-up', { token, body: { password: PASSWORD } })
  expect((await door.ask('DELETE', `/v1/auth/passkeys/${one!.id}`, { token })).statusCode).toBe(204)
})

test('one passkey is one account’s: it is not kept twice, and not in another’s name', async ({ door }) => {
  const { token, made, phone } = await withPasskey(door)
  expect((await door.ask('POST', '/v1/auth/passkeys', { token, ...host, body: made })).statusCode).toBe(401)
  const { accessToken: bob } = await door.lifter('bob@example.test')
  const anns = (await door.ask('POST', '/v1/auth/passkeys/options', { token, ...host })).json<Asked>()
  const taken = await door.ask('POST', '/v1/auth/passkeys', { token: bob, ...host, body: phone.make(anns) })
  expect(taken.json()).toMatchObject({ code: 'auth.invalid_challenge' })
  const bobs = (await door.ask('POST', '/v1/auth/passkeys/options', { token: bob, ...host })).json<Asked>()
  expect((await door.ask('POST', '/v1/auth/passkeys', { token: bob, ...host, body: phone.make(bobs) })).json()).toMatchObject({
    code: 'auth.invalid_passkey',
  })
  expect(await list(door, bob)).toEqual([])
})
