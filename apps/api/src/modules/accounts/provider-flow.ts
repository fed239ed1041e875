import { createHmac } from 'node:crypto'
import { Problem } from '@gymgenius/contracts'
import { type AccountId, dateOf, type Instant, minutesAfter } from '@gymgenius/domain'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Ctx } from '../../platform/context.ts'
import type { ProviderPort, ProviderQuestion } from '../../platform/ports/provider.ts'
import { asText, hashOf, keyFor } from './keys.ts'
import { takeChallenge } from './passkeys.repository.ts'

const TYPE = 'provider-flow+jwt'
/** Somebody may have to look for their password there. */
export const GOOD_MINUTES = 10

/** What a browser was sent to a provider for, and by whom. */
export type Flow =
  | { readonly purpose: 'sign_in' | 'sign_up'; readonly inviteCode?: string | undefined }
  | { readonly purpose: 'link' | 'prove'; readonly whose: AccountId }

export interface Begun {
  readonly address: string
  /** For a cookie that no script reads: it ties the answer to this very browser. */
  readonly flow: string
}

export interface OpenFlow {
  readonly provider: ProviderPort
  readonly question: ProviderQuestion
  readonly inviteCode: string | undefined
  readonly usedUp: { readonly hash: string; readonly expiresAt: Instant }
}

export function providerNamed({ providers }: Ctx, id: string): ProviderPort {
  const found = providers.find((provider) => provider.id === id)
  if (found === undefined) throw new Problem('auth.provider_unknown')
  return found
}

/** Begins with something new. It travels with its browser: what nobody finishes is kept nowhere. */
export async function beginFlow(ctx: Ctx, provider: ProviderPort, flow: Flow, returnTo: string): Promise<Begun> {
  const id = asText(ctx.secretBytes(32))
  const address = await provider.addressOf(questionOf(ctx, id, flow.purpose, returnTo))
  const token = await new SignJWT({ id, for: provider.id, ...(flow.purpose === 'sign_up' && { invite: flow.inviteCode }) })
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setSubject(subjectOf(flow))
    .setExpirationTime(dateOf(minutesAfter(ctx.clock.now(), GOOD_MINUTES)))
    .sign(keyFor(ctx.config, 'provider'))
  return { address, flow: token }
}

const Payload = z.object({ id: z.string(), for: z.string(), exp: z.number(), invite: z.string().optional(), sub: z.string() })

/** What this browser began: only one of ours, for the same person. */
export async function openFlow(
  ctx: Ctx,
  token: string | undefined,
  wanted: readonly Flow[],
  returnTo: string,
): Promise<OpenFlow & { readonly purpose: Flow['purpose'] }> {
  const { payload } = await jwtVerify(token ?? '', keyFor(ctx.config, 'provider'), {
    algorithms: ['HS256'],
    typ: TYPE,
    currentDate: dateOf(ctx.clock.now()),
  }).catch((error: unknown) => {
    throw new Problem('auth.provider_answer', {}, { cause: error })
  })
  const { id, for: providerId, exp, invite, sub } = Payload.parse(payload)
  const flow = wanted.find((flow) => subjectOf(flow) === sub)
  const provider = ctx.providers.find((provider) => provider.id === providerId)
  if (flow === undefined || provider === undefined) throw new Problem('auth.provider_answer')
  return {
    provider,
    purpose: flow.purpose,
    question: questionOf(ctx, id, flow.purpose, returnTo),
    inviteCode: invite,
    usedUp: { hash: hashOf(id), expiresAt: (exp * 1000) as Instant },
  }
}

/** Uses a flow up, in the unit of what it allows. As the system. */
export async function useUpFlow(ctx: Ctx, { usedUp }: OpenFlow): Promise<void> {
  if (!(await takeChallenge(ctx.db, usedUp.hash, usedUp.expiresAt))) throw new Problem('auth.provider_answer')
}

const subjectOf = (flow: Flow) => ('whose' in flow ? `${flow.purpose} ${flow.whose}` : flow.purpose)

/** Worked out from the flow's id and a key of the server: neither the cookie nor the address tells the verifier. */
function questionOf(ctx: Ctx, id: string, purpose: Flow['purpose'], returnTo: string): ProviderQuestion {
  const secret = (what: string) => createHmac('sha256', keyFor(ctx.config, 'provider')).update(`${what} ${id}`).digest('base64url')
  return { returnTo, state: secret('state'), nonce: secret('nonce'), verifier: secret('verifier'), asksAnew: purpose === 'prove' }
}
