import { type changePassword, Problem } from '@gymgenius/contracts'
import type { AccountId } from '@gymgenius/domain'
import type { z } from 'zod'
import { record } from '../../platform/audit.ts'
import { actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import { forgive, limitRate, networkOf, rateRules } from '../../platform/rate-limit.ts'
import { accountByEmail, accountById, markPasswordChanged, replacePasswordHash, setRole } from './accounts.repository.ts'
import { noteEnded } from './authenticate.service.ts'
import { emailIdentity } from './emails.ts'
import { asText } from './keys.ts'
import { refuseKnownPassword } from './known-passwords.ts'
import type { MailLanguage } from './mail-texts.ts'
import { orderMail } from './mails.service.ts'
import { hashPassword, isPassword, NO_PASSWORD } from './passwords.ts'
import { requireProof } from './proof.service.ts'
import type { From } from './recovery.service.ts'
import { endSessions } from './sessions.repository.ts'

/** Changes the password of somebody who knows it, or gives one to somebody who has none. Every other device must then sign in again. */
export async function replacePassword(
  ctx: Ctx,
  actor: Athlete,
  given: z.output<typeof changePassword.body>,
  { address, language }: From,
): Promise<undefined> {
  const { athleteId, loginSessionId } = actor
  const attempt = `password ${athleteId} ${networkOf(address)}`
  await limitRate(ctx, rateRules.loginPerMinute, attempt)
  await limitRate(ctx, rateRules.loginPerHour, attempt)

  const found = await actingAs(ctx, actor, (ctx) => accountById(ctx.db, athleteId))
  const isFirst = found?.passwordHash === NO_PASSWORD
  if (isFirst) await actingAs(ctx, actor, (ctx) => requireProof(ctx, actor))
  else if (found === undefined || !(await isPassword(found.passwordHash, given.currentPassword ?? ''))) {
    await actingAs(ctx, actor, (ctx) =>
      record(ctx, { act: 'accounts.password_changed', as: 'athlete', by: athleteId, about: athleteId, outcome: 'refused' }),
    )
    ctx.log.warn({ accountId: athleteId }, 'password change refused')
    throw new Problem('auth.invalid_credentials')
  }
  await refuseKnownPassword(given.newPassword, { email: found.account.email, field: 'newPassword' })
  const passwordHash = await hashPassword(given.newPassword)
  await actingAs(ctx, actor, (ctx) => keepPassword(ctx, athleteId, found.passwordHash, passwordHash, { except: loginSessionId }, language))
  await forgive(ctx, rateRules.loginPerMinute, attempt)
  await forgive(ctx, rateRules.loginPerHour, attempt)
}

/** Gives an account a new password and signs every device out: for somebody at the server's own command line. */
export async function resetPassword(ctx: Ctx, email: string): Promise<string> {
  const found = await known(ctx, email)
  const password = asText(ctx.secretBytes(15))
  const passwordHash = await hashPassword(password)
  await actingAs(ctx, system, (ctx) => keepPassword(ctx, found.account.id, found.passwordHash, passwordHash, 'all', 'en'))
  return password
}

/** Lets somebody administer the server. A super admin stays one. */
export async function makeAdmin(ctx: Ctx, email: string): Promise<void> {
  const { account } = await known(ctx, email)
  if (account.role === 'super_admin') return
  await actingAs(ctx, system, async (ctx) => {
    await setRole(ctx.db, account.id, 'admin')
    await record(ctx, { act: 'accounts.role_changed', as: 'house', about: account.id, facts: { from: account.role, to: 'admin' } })
  })
  ctx.log.info({ accountId: account.id }, 'made an admin')
}

async function known(ctx: Ctx, email: string) {
  const found = await actingAs(ctx, system, (ctx) => accountByEmail(ctx.db, emailIdentity(email)))
  if (found === undefined) throw new Problem('auth.account_not_found', { email: emailIdentity(email) })
  return found
}

async function keepPassword(
  ctx: Ctx,
  id: AccountId,
  from: string,
  to: string,
  others: Parameters<typeof endSessions>[2],
  language: MailLanguage,
) {
  const now = ctx.clock.now()
  // Of two changes at once the second was made with a password that is no longer right.
  if (!(await replacePasswordHash(ctx.db, id, from, to))) throw new Problem('auth.invalid_credentials')
  await markPasswordChanged(ctx.db, id, now)
  await noteEnded(ctx, await endSessions(ctx.db, id, others, 'password_changed', now))
  const deed =
    others === 'all'
      ? ({ act: 'accounts.password_reset', as: 'house' } as const)
      : ({ act: 'accounts.password_changed', as: 'athlete', by: id } as const)
  await record(ctx, { ...deed, about: id })
  await orderMail(ctx, 'password_changed', id, language)
  ctx.log.info({ accountId: id }, 'password changed')
}
