import { Problem } from '@gymgenius/contracts'
import { type AccountId, dateOf, type Instant, minutesAfter } from '@gymgenius/domain'
import { errors, jwtVerify, SignJWT } from 'jose'
import type { Ctx } from '../../platform/context.ts'
import { asText, hashOf, keyFor } from './keys.ts'
import { takeChallenge } from './passkeys.repository.ts'

const TYPE = 'passkey-challenge+jwt'
const GOOD_MINUTES = 5

/** Where browsers know this server: the page, and the name that passkeys are bound to. */
export interface Site {
  readonly origin: string
  readonly rpId: string
}

/** Who is to make a passkey; nobody, where one is to be shown. */
type For = AccountId | 'anybody'

/** Something new to be signed. It travels with its caller: what nobody answers is kept nowhere. */
export async function newChallenge(ctx: Ctx, whose: For, { rpId }: Site): Promise<{ challenge: Uint8Array<ArrayBuffer>; token: string }> {
  const challenge = new Uint8Array(ctx.secretBytes(32))
  const token = await new SignJWT({ ch: asText(challenge), rp: rpId })
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setSubject(whose)
    .setExpirationTime(dateOf(minutesAfter(ctx.clock.now(), GOOD_MINUTES)))
    .sign(keyFor(ctx.config, 'passkey'))
  return { challenge, token }
}

export interface OpenChallenge {
  readonly challenge: string
  readonly expiresAt: Instant
}

/** The challenge that came back; only one of ours, for the same caller and the same site. */
export async function openChallenge(ctx: Ctx, token: string, whose: For, { rpId }: Site): Promise<OpenChallenge> {
  const { payload } = await jwtVerify(token, keyFor(ctx.config, 'passkey'), {
    algorithms: ['HS256'],
    typ: TYPE,
    subject: whose,
    requiredClaims: ['exp', 'ch', 'rp'],
    currentDate: dateOf(ctx.clock.now()),
  }).catch((error: unknown) => {
    throw error instanceof errors.JOSEError ? new Problem('auth.invalid_challenge', {}, { cause: error }) : error
  })
  const { ch, rp, exp } = payload
  if (typeof ch !== 'string' || rp !== rpId || exp === undefined) throw new Problem('auth.invalid_challenge')
  return { challenge: ch, expiresAt: (exp * 1000) as Instant }
}

/** Uses a challenge up, in the unit of what it allows. As the system. */
export async function useUp(ctx: Ctx, { challenge, expiresAt }: OpenChallenge): Promise<void> {
  if (!(await takeChallenge(ctx.db, hashOf(challenge), expiresAt))) throw new Problem('auth.invalid_challenge')
}
