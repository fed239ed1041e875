import { type beginProviderProof, Problem, type ProviderLink } from '@gymgenius/contracts'
import type { ProviderLinkId } from '@gymgenius/domain'
import type { z } from 'zod'
import { record } from '../../platform/audit.ts'
import { actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import { limitRate, networkOf, rateRules } from '../../platform/rate-limit.ts'
import type { MailLanguage } from './mail-texts.ts'
import { orderMail } from './mails.service.ts'
import { requireProof } from './proof.service.ts'
import { type Begun, beginFlow, openFlow, providerNamed, useUpFlow } from './provider-flow.ts'
import { deleteProviderLink, insertProviderLink, linksWithProviders, markLinkUsed } from './provider-links.repository.ts'
import { type CameBack, whoCameBack } from './provider-sign-in.service.ts'
import { asksSecondFactor, forgiveCodes, limitCodes, takeAnyCode } from './second-factor.service.ts'
import { markProved } from './sessions.repository.ts'
import { hasPassword, requireWayIn } from './ways-in.service.ts'

type Place = Pick<CameBack, 'address' | 'returnTo'>

export async function providerLinks(ctx: Ctx, { athleteId }: Athlete): Promise<{ items: ProviderLink[]; hasPassword: boolean }> {
  const links = await linksWithProviders(ctx.db, athleteId)
  const items = links.map((link) => shown(ctx, link))
  return { items, hasPassword: await hasPassword(ctx, athleteId) }
}

/** Sends a browser to a provider, to link what it answers with this account. */
export async function beginLink(ctx: Ctx, actor: Athlete, id: string, { address, returnTo }: Place): Promise<Begun> {
  await limitRate(ctx, rateRules.loginByNetwork, networkOf(address))
  await actingAs(ctx, actor, (ctx) => requireProof(ctx, actor))
  return beginFlow(ctx, providerNamed(ctx, id), { purpose: 'link', whose: actor.athleteId }, returnTo)
}

export async function keepLinkWith(
  ctx: Ctx,
  { athleteId: accountId }: Athlete,
  back: CameBack,
  language: MailLanguage,
): Promise<ProviderLink> {
  await limitRate(ctx, rateRules.loginByNetwork, networkOf(back.address))
  const flow = await openFlow(ctx, back.flow, [{ purpose: 'link', whose: accountId }], back.returnTo)
  const { subject } = await whoCameBack(ctx, flow, back)
  const { id: provider, issuer } = flow.provider
  return actingAs(ctx, system, async (ctx) => {
    await useUpFlow(ctx, flow)
    const id = ctx.ids.next<ProviderLinkId>()
    if (!(await insertProviderLink(ctx.db, { id, accountId, issuer, subject, createdAt: ctx.clock.now() })))
      throw new Problem('auth.provider_taken')
    await record(ctx, { act: 'accounts.provider_linked', as: 'athlete', by: accountId, about: accountId })
    await orderMail(ctx, 'provider_linked', accountId, language)
    ctx.log.info({ accountId, provider }, 'a provider was linked')
    return shown(
      ctx,
      (await linksWithProviders(ctx.db, accountId)).find((one) => one.id === id)!,
    )
  })
}

export async function unlink(ctx: Ctx, actor: Athlete, id: ProviderLinkId): Promise<undefined> {
  const { athleteId } = actor
  await requireProof(ctx, actor)
  if (!(await deleteProviderLink(ctx.db, athleteId, id))) throw new Problem('auth.provider_link_not_found')
  await requireWayIn(ctx, athleteId)
  await record(ctx, { act: 'accounts.provider_unlinked', as: 'athlete', by: athleteId, about: athleteId })
  ctx.log.info({ accountId: athleteId }, 'a provider was unlinked')
}

/** Sends a browser to a provider that is to ask anew who this is. A code, where a second factor is on, is used up before. */
export async function beginProof(
  ctx: Ctx,
  actor: Athlete,
  { provider, code }: z.output<typeof beginProviderProof.body>,
  { address, returnTo }: Place,
): Promise<Begun> {
  const { athleteId } = actor
  await limitRate(ctx, rateRules.loginByNetwork, networkOf(address))
  const begun = await beginFlow(ctx, providerNamed(ctx, provider), { purpose: 'prove', whose: athleteId }, returnTo)
  if (!(await actingAs(ctx, actor, (ctx) => asksSecondFactor(ctx, athleteId)))) return begun
  if (code === undefined) throw new Problem('auth.second_factor_required', { methods: ['totp', 'backup_code'] })
  await limitCodes(ctx, athleteId)
  await actingAs(ctx, actor, (ctx) => takeAnyCode(ctx, athleteId, code))
  await forgiveCodes(ctx, athleteId)
  return begun
}

/** A step-up: only by what is linked with the very account. */
export async function proveBack(ctx: Ctx, { athleteId, loginSessionId }: Athlete, back: CameBack): Promise<undefined> {
  await limitRate(ctx, rateRules.loginByNetwork, networkOf(back.address))
  const flow = await openFlow(ctx, back.flow, [{ purpose: 'prove', whose: athleteId }], back.returnTo)
  const { subject } = await whoCameBack(ctx, flow, back)
  const now = ctx.clock.now()
  await actingAs(ctx, system, async (ctx) => {
    await useUpFlow(ctx, flow)
    if (!(await markLinkUsed(ctx.db, athleteId, { issuer: flow.provider.issuer, subject }, now)))
      throw new Problem('auth.provider_not_linked')
    await markProved(ctx.db, athleteId, loginSessionId, now)
    await record(ctx, { act: 'accounts.proved', as: 'athlete', by: athleteId, about: athleteId })
  })
}

/** What the owner sees of a link. The provider is named where it is still asked. */
function shown({ providers }: Ctx, { id, issuer, createdAt, lastUsedAt }: ProviderLink): ProviderLink {
  const provider = providers.find((provider) => provider.issuer === issuer)?.id
  return { id, issuer, createdAt, ...(lastUsedAt === undefined ? {} : { lastUsedAt }), ...(provider === undefined ? {} : { provider }) }
}
