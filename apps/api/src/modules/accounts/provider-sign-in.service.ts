import { type beginProvider, Problem, type ProblemCode } from '@gymgenius/contracts'
import { type AccountId, type ProviderLinkId } from '@gymgenius/domain'
import type { z } from 'zod'
import { record } from '../../platform/audit.ts'
import { actingAs, type Ctx, system } from '../../platform/context.ts'
import type { Vouched } from '../../platform/ports/provider.ts'
import { limitRate, networkOf, rateRules } from '../../platform/rate-limit.ts'
import { accountById, holdAccount } from './accounts.repository.ts'
import { challenge } from './challenge.service.ts'
import { type Begun, beginFlow, openFlow, type OpenFlow, providerNamed, useUpFlow } from './provider-flow.ts'
import { insertProviderLink, markLinkUsed, ownerOfSubject } from './provider-links.repository.ts'
import { openVouched } from './registration.service.ts'
import { asksSecondFactor } from './second-factor.service.ts'
import { type Admission, signIn } from './sign-in.service.ts'

/** A browser that came back from a provider. */
export interface CameBack {
  /** What stands behind the ? of its address. */
  readonly answer: string
  /** The cookie that it was sent away with. */
  readonly flow: string | undefined
  readonly returnTo: string
  readonly address: string
}

/** Sends a browser to a provider, to sign in or to open an account. */
export async function beginByProvider(
  ctx: Ctx,
  { provider, purpose, inviteCode }: z.output<typeof beginProvider.body>,
  { address, returnTo }: Pick<CameBack, 'address' | 'returnTo'>,
): Promise<Begun> {
  await limitRate(ctx, rateRules.loginByNetwork, networkOf(address))
  return beginFlow(ctx, providerNamed(ctx, provider), { purpose, inviteCode }, returnTo)
}

/** Signs in whom a provider vouches for and, where that was asked for, opens their account first. A second factor of ours is still asked for. */
export async function signInByProvider(
  ctx: Ctx,
  back: CameBack,
  deviceName: string | undefined,
): Promise<Admission & { readonly isNew: boolean }> {
  await limitRate(ctx, rateRules.loginByNetwork, networkOf(back.address))
  const flow = await openFlow(ctx, back.flow, [{ purpose: 'sign_in' }, { purpose: 'sign_up' }], back.returnTo)
  const vouched = await whoCameBack(ctx, flow, back, flow.purpose === 'sign_up')
  const whose = { issuer: flow.provider.issuer, subject: vouched.subject }
  const owner = await actingAs(ctx, system, (ctx) => ownerOfSubject(ctx.db, whose))
  if (owner === undefined && flow.purpose === 'sign_in') throw await refused(ctx, 'auth.provider_not_linked')
  if (owner === undefined) await limitRate(ctx, rateRules.register(ctx.config.environment.REGISTRATIONS_PER_HOUR), networkOf(back.address))

  const device = { client: 'browser', deviceName, provider: flow.provider.id } as const
  const outcome = await actingAs(ctx, system, async (ctx) => {
    await useUpFlow(ctx, flow)
    const accountId = owner ?? (await openLinked(ctx, whose, vouched, flow))
    const found = await accountById(ctx.db, accountId)
    const isOpen = found !== undefined && (await holdAccount(ctx.db, accountId, found.passwordHash))
    if (!isOpen || !(await markLinkUsed(ctx.db, accountId, whose, ctx.clock.now()))) throw new Problem('auth.provider_not_linked')
    return (await asksSecondFactor(ctx, accountId)) ? found : signIn(ctx, found.account, device, back.address)
  })
  if ('passwordHash' in outcome) throw await challenge(ctx, outcome)
  return { ...outcome, isNew: owner === undefined }
}

/** Who it is by the provider's word; that the word was none is written down. */
export async function whoCameBack(
  ctx: Ctx,
  { provider, question }: OpenFlow,
  { answer, returnTo }: CameBack,
  withEmail = false,
): Promise<Vouched> {
  const cameBackTo = new URL(returnTo)
  cameBackTo.search = answer
  return provider.whoIs(question, cameBackTo, withEmail).catch(async (error: unknown) => {
    ctx.log.warn({ provider: provider.id, err: error instanceof Error ? (error.cause ?? error) : error }, 'a sign-in by a provider failed')
    throw error instanceof Problem && error.code === 'auth.provider_answer' ? await refused(ctx, error.code) : error
  })
}

async function openLinked(
  ctx: Ctx,
  whose: { issuer: string; subject: string },
  { email }: Vouched,
  { inviteCode }: OpenFlow,
): Promise<AccountId> {
  const { id: accountId } = await openVouched(ctx, email, inviteCode)
  const link = { ...whose, id: ctx.ids.next<ProviderLinkId>(), accountId, createdAt: ctx.clock.now() }
  if (!(await insertProviderLink(ctx.db, link))) throw new Problem('auth.provider_taken') // they did so twice at once
  await record(ctx, { act: 'accounts.provider_linked', as: 'athlete', by: accountId, about: accountId })
  return accountId
}

async function refused(ctx: Ctx, code: ProblemCode): Promise<Problem> {
  await actingAs(ctx, system, (ctx) => record(ctx, { act: 'accounts.signed_in', as: 'nobody', outcome: 'refused' }))
  return new Problem(code)
}
