import { type changeEmail, type confirmEmail, type forgotPassword, Problem, type resetPassword } from '@gymgenius/contracts'
import type { AccountId, MailLinkId } from '@gymgenius/domain'
import type { z } from 'zod'
import { record } from '../../platform/audit.ts'
import { actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import { limitRate, networkOf, rateRules, waitMs } from '../../platform/rate-limit.ts'
import { accountByEmail, accountById, setEmail, setPassword, waitToOpen } from './accounts.repository.ts'
import { noteEnded } from './authenticate.service.ts'
import { emailIdentity } from './emails.ts'
import { hashOf } from './keys.ts'
import { refuseKnownPassword } from './known-passwords.ts'
import { deleteUnusedLinks, keepLink, ownerOfLink, rememberOldEmail, takeLink } from './mail-links.repository.ts'
import type { MailLanguage } from './mail-texts.ts'
import { linkEnd, orderMail, requireMailer, tokenOf } from './mails.service.ts'
import { hashPassword } from './passwords.ts'
import { requireProof } from './proof.service.ts'
import { endSessions } from './sessions.repository.ts'
import { becomeFamiliar } from './throttle.service.ts'

/** Whoever asks, and from where. */
export interface From {
  readonly address: string
  readonly language: MailLanguage
}

/**
 * Mails a link for a new password to the owner of an address. Whether it has an owner shows in nothing: what is done here is the same, and
 * the queue finds out. Mails beyond a few an hour are not sent, silently; those before them still have good links.
 */
export async function mailReset(ctx: Ctx, { email }: z.output<typeof forgotPassword.body>, from: From): Promise<undefined> {
  requireMailer(ctx)
  await limitRate(ctx, rateRules.mailByNetwork, networkOf(from.address))
  const isEnough = (await waitMs(ctx, rateRules.mailTo, emailIdentity(email))) > 0
  if (isEnough) return
  await actingAs(ctx, system, async (ctx) => {
    const found = await accountByEmail(ctx.db, emailIdentity(email))
    await orderMail(ctx, 'reset_password', found?.account.id ?? ctx.ids.next<AccountId>(), from.language)
  })
}

/** Makes a forgotten password a new one, for who holds a link that was mailed. Nobody is signed in by it: a second factor is still asked for. */
export async function resetByLink(ctx: Ctx, given: z.output<typeof resetPassword.body>, from: From): Promise<undefined> {
  await limitRate(ctx, rateRules.loginByNetwork, networkOf(from.address))
  const hash = hashOf(given.token)
  const owner = await actingAs(ctx, system, async (ctx) => {
    const accountId = await ownerOfLink(ctx.db, hash, 'reset_password', ctx.clock.now())
    return accountId && accountById(ctx.db, accountId)
  })
  if (owner === undefined) throw new Problem('auth.invalid_link') // before the work of hashing
  await refuseKnownPassword(given.newPassword, { email: owner.account.email, field: 'newPassword' })
  const passwordHash = await hashPassword(given.newPassword)
  await actingAs(ctx, system, async (ctx) => {
    const now = ctx.clock.now()
    const link = await takeLink(ctx.db, hash, 'reset_password', now)
    if (link === undefined || !(await setPassword(ctx.db, link.accountId, passwordHash, now))) throw new Problem('auth.invalid_link')
    await deleteUnusedLinks(ctx.db, link.accountId)
    await becomeFamiliar(ctx, link.accountId, from.address) // their way in while strangers guess
    await noteEnded(ctx, await endSessions(ctx.db, link.accountId, 'all', 'password_changed', now))
    await orderMail(ctx, 'password_changed', link.accountId, from.language)
    await record(ctx, { act: 'accounts.password_reset', as: 'nobody', about: link.accountId })
    ctx.log.info({ accountId: link.accountId }, 'password reset by mail')
  })
}

/** Mails a link to the address that is to be. Whose it is already hears nothing of it, and the asker neither. */
export async function askForEmail(
  ctx: Ctx,
  actor: Athlete,
  { newEmail }: z.output<typeof changeEmail.body>,
  from: From,
): Promise<undefined> {
  requireMailer(ctx)
  await requireProof(ctx, actor)
  await limitRate(ctx, rateRules.mailTo, newEmail)
  await limitRate(ctx, rateRules.mailTo, actor.athleteId)
  const id = ctx.ids.next<MailLinkId>()
  const link = { id, tokenHash: hashOf(tokenOf(ctx, id)), accountId: actor.athleteId, purpose: 'change_email', newEmail } as const
  await keepLink(ctx.db, { ...link, madeAt: ctx.clock.now(), expiresAt: linkEnd(ctx) })
  await orderMail(ctx, 'change_email', actor.athleteId, from.language, id)
}

/** Gives an account the address that a link was mailed to, and tells the old one. Links on their way to the old one lead nowhere any more. */
export async function confirmNewEmail(ctx: Ctx, { token }: z.output<typeof confirmEmail.body>, from: From): Promise<{ email: string }> {
  await limitRate(ctx, rateRules.loginByNetwork, networkOf(from.address))
  return actingAs(ctx, system, async (ctx) => {
    await waitToOpen(ctx.db) // two who want one address take turns
    const link = await takeLink(ctx.db, hashOf(token), 'change_email', ctx.clock.now())
    const found = link && (await accountById(ctx.db, link.accountId))
    const email = link?.newEmail
    if (link === undefined || email === undefined || found === undefined || found.isDisabled) throw new Problem('auth.invalid_link')
    if ((await accountByEmail(ctx.db, email)) !== undefined) throw new Problem('auth.invalid_link')
    await rememberOldEmail(ctx.db, link.id, found.account.email)
    await setEmail(ctx.db, link.accountId, email)
    await deleteUnusedLinks(ctx.db, link.accountId)
    await orderMail(ctx, 'email_changed', link.accountId, from.language, link.id)
    await record(ctx, { act: 'accounts.email_changed', as: 'nobody', about: link.accountId })
    ctx.log.info({ accountId: link.accountId }, 'address changed')
    return { email }
  })
}
