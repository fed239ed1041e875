import { type addPasskey, type Passkey, type PasskeyAnswer, type passkeySignIn, Problem } from '@gymgenius/contracts'
import type { PasskeyId } from '@gymgenius/domain'
import type { z } from 'zod'
import { record } from '../../platform/audit.ts'
import { actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import { limitRate, networkOf, rateRules } from '../../platform/rate-limit.ts'
import { accountById, holdAccount } from './accounts.repository.ts'
import type { MailLanguage } from './mail-texts.ts'
import { orderMail } from './mails.service.ts'
import { me } from './me.service.ts'
import { newChallenge, openChallenge, type OpenChallenge, type Site, useUp } from './passkey-challenges.ts'
import * as kept from './passkeys.repository.ts'
import { requireProof } from './proof.service.ts'
import { requireWayIn } from './ways-in.service.ts'
import { markProved } from './sessions.repository.ts'
import { type Admission, signIn } from './sign-in.service.ts'

const MOST = 20
/** EdDSA, ES256 and RS256, which every authenticator has one of. Not yet ML-DSA, which new browsers would choose: in Node it is an experiment. */
const ALGORITHMS = [-8, -7, -257]

/** What checks attestations and signatures comes with many tables: read when the first passkey comes. */
const webauthn = () => import('@simplewebauthn/server')

export const passkeys = async (ctx: Ctx, { athleteId }: Athlete) => ({ items: await kept.passkeysOf(ctx.db, athleteId) })

/** What a browser needs to make a passkey that finds its account by itself and asks for a finger, a face or a PIN. */
export async function beginPasskey(ctx: Ctx, actor: Athlete, site: Site) {
  await requireProof(ctx, actor)
  const credentials = await kept.credentialsOf(ctx.db, actor.athleteId)
  if (credentials.length >= MOST) throw new Problem('auth.too_many_passkeys', { most: MOST })
  const { challenge, token } = await newChallenge(ctx, actor.athleteId, site)
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: 'GymGenius',
    rpID: site.rpId,
    userName: (await me(ctx, actor)).email,
    userID: new TextEncoder().encode(actor.athleteId),
    challenge,
    attestationType: 'none', // which make it is of is nobody's business
    excludeCredentials: credentials,
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { challenge: token, options: { ...options } }
}

export async function keepPasskey(
  ctx: Ctx,
  actor: Athlete,
  given: z.output<typeof addPasskey.body>,
  { site, language }: { readonly site: Site; readonly language: MailLanguage },
): Promise<Passkey> {
  const { athleteId: accountId } = actor
  await actingAs(ctx, actor, (ctx) => requireProof(ctx, actor))
  const open = await openChallenge(ctx, given.challenge, accountId, site)
  const { credential, credentialBackedUp } = await registered(given, open, site)
  return actingAs(ctx, system, async (ctx) => {
    await useUp(ctx, open)
    if ((await kept.credentialsOf(ctx.db, accountId)).length >= MOST) throw new Problem('auth.too_many_passkeys', { most: MOST })
    const id = ctx.ids.next<PasskeyId>()
    const passkey = {
      id,
      accountId,
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: given.transports ?? [],
      isSynced: credentialBackedUp,
      name: given.name,
      createdAt: ctx.clock.now(),
    }
    if (!(await kept.insertPasskey(ctx.db, passkey))) throw new Problem('auth.invalid_passkey')
    await record(ctx, { act: 'accounts.passkey_added', as: 'athlete', by: accountId, about: accountId })
    await orderMail(ctx, 'passkey_added', accountId, language)
    ctx.log.info({ accountId }, 'a passkey was added')
    return (await kept.passkeysOf(ctx.db, accountId)).find((one) => one.id === id)!
  })
}

export async function renamePasskey(ctx: Ctx, { athleteId }: Athlete, id: PasskeyId, name: string): Promise<Passkey> {
  const renamed = await kept.namePasskey(ctx.db, athleteId, id, name)
  if (renamed === undefined) throw new Problem('auth.passkey_not_found')
  return renamed
}

export async function deletePasskey(ctx: Ctx, actor: Athlete, id: PasskeyId): Promise<undefined> {
  await requireProof(ctx, actor)
  if (!(await kept.removePasskey(ctx.db, actor.athleteId, id))) throw new Problem('auth.passkey_not_found')
  await requireWayIn(ctx, actor.athleteId)
  await record(ctx, { act: 'accounts.passkey_removed', as: 'athlete', by: actor.athleteId, about: actor.athleteId })
  ctx.log.info({ accountId: actor.athleteId }, 'a passkey was taken away')
}

/** What a browser needs to show a passkey. It names no account, so it tells nobody of one. */
export async function askForPasskey(ctx: Ctx, site: Site) {
  const { challenge, token } = await newChallenge(ctx, 'anybody', site)
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({ rpID: site.rpId, challenge, userVerification: 'required' })
  return { challenge: token, options: { ...options } }
}

/** Signs in whoever holds a passkey. It is a thing they have and, by finger, face or PIN, one they are or know: no code is asked for. */
export async function signInByPasskey(
  ctx: Ctx,
  given: z.output<typeof passkeySignIn.body>,
  site: Site,
  address: string,
): Promise<Admission> {
  await limitRate(ctx, rateRules.loginByNetwork, networkOf(address))
  const accepted = await accept(ctx, given, site)
  return actingAs(ctx, system, async (ctx) => {
    await useUp(ctx, accepted.open)
    const found = await accountById(ctx.db, accepted.passkey.accountId)
    if (found === undefined || !(await holdAccount(ctx.db, found.account.id, found.passwordHash))) throw new Problem('auth.invalid_passkey')
    await markUsed(ctx, accepted)
    return signIn(ctx, found.account, given, address)
  })
}

/** A step-up: only with a passkey of the very account. */
export async function proveByPasskey(
  ctx: Ctx,
  { athleteId, loginSessionId }: Athlete,
  given: Pick<z.output<typeof passkeySignIn.body>, 'challenge' | 'answer'>,
  site: Site,
  address: string,
): Promise<undefined> {
  await limitRate(ctx, rateRules.loginByNetwork, networkOf(address))
  const accepted = await accept(ctx, given, site)
  if (accepted.passkey.accountId !== athleteId) throw new Problem('auth.invalid_passkey')
  await actingAs(ctx, system, async (ctx) => {
    await useUp(ctx, accepted.open)
    await markUsed(ctx, accepted)
    await markProved(ctx.db, athleteId, loginSessionId, ctx.clock.now())
    await record(ctx, { act: 'accounts.proved', as: 'athlete', by: athleteId, about: athleteId })
  })
}

interface Accepted {
  readonly open: OpenChallenge
  readonly passkey: kept.StoredPasskey
  readonly counter: number
}

async function accept(
  ctx: Ctx,
  { challenge, answer }: { readonly challenge: string; readonly answer: z.output<typeof PasskeyAnswer> },
  site: Site,
): Promise<Accepted> {
  const open = await openChallenge(ctx, challenge, 'anybody', site)
  const passkey = await actingAs(ctx, system, (ctx) => kept.passkeyByCredential(ctx.db, answer.id))
  if (passkey === undefined) throw new Problem('auth.invalid_passkey')
  const { verifyAuthenticationResponse } = await webauthn()
  const { id, userHandle, ...response } = answer
  const { verified, authenticationInfo } = await judged(
    verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { ...response, ...(userHandle === undefined ? {} : { userHandle }) },
      },
      expectedChallenge: open.challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      credential: { id, publicKey: passkey.publicKey, counter: passkey.counter },
      requireUserVerification: true,
    }),
  )
  if (!verified) throw new Problem('auth.invalid_passkey')
  return { open, passkey, counter: authenticationInfo.newCounter }
}

async function registered(given: z.output<typeof addPasskey.body>, open: OpenChallenge, site: Site) {
  const { verifyRegistrationResponse } = await webauthn()
  const { id, clientDataJSON, attestationObject } = given
  const { verified, registrationInfo } = await judged(
    verifyRegistrationResponse({
      response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON, attestationObject } },
      expectedChallenge: open.challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!verified) throw new Problem('auth.invalid_passkey')
  return registrationInfo
}

/** What the library throws is what is wrong with the answer: it reads nothing but the answer. */
const judged = <T>(judging: Promise<T>): Promise<T> =>
  judging.catch((error: unknown) => {
    throw new Problem('auth.invalid_passkey', {}, { cause: error })
  })

async function markUsed(ctx: Ctx, { passkey, counter }: Accepted) {
  if (!(await kept.markPasskeyUsed(ctx.db, passkey, counter, ctx.clock.now()))) throw new Problem('auth.invalid_passkey')
}
