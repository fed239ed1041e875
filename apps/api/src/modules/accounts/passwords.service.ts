import { type changePassword, Problem } from '@gymgenius/contracts'
import type { AccountId } from '@gymgenius/domain'
import type { z } from 'zod'
import { actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import { forgive, limitRate, networkOf, rateRules } from '../../platform/rate-limit.ts'
import { accountByEmail, accountById, markPasswordChanged, replacePasswordHash, setRole } from './accounts.repository.ts'
import { noteEnded } from './authenticate.service.ts'
import { emailIdentity } from './emails.ts'
import { asText } from './keys.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { endSessions } from './sessions.repository.ts'

/** Changes the password of somebody who knows it. Every other device must then sign in again. */
export async function replacePassword(
  ctx: Ctx,
  actor: Athlete,
  given: z.output<typeof changePassword.body>,
  address: string,
): Promise<undefined> {
  const { athleteId, loginSessionId } = actor
  const attempt = `password ${athleteId} ${networkOf(address)}`
  limitRate(ctx.clock, rateRules.loginPerMinute, attempt)
  limitRate(ctx.clock, rateRules.loginPerHour, attempt)

  const found = await actingAs(ctx, actor, (ctx) => accountById(ctx.db, athleteId))
  if (found === undefined || !(await isPassword(found.passwordHash, given.currentPassword))) {
    ctx.log.warn({ accountId: athleteId }, 'password change refused')
    throw new Problem('auth.invalid_credentials')
  }
  const passwordHash = await hashPassword(given.newPassword)
  await actingAs(ctx, actor, (ctx) => keepPassword(ctx, athleteId, found.passwordHash, passwordHash, { except: loginSessionId }))
  forgive(ctx.clock, rateRules.loginPerMinute, attempt)
  forgive(ctx.clock, rateRules.loginPerHour, attempt)
}

/** Gives an account a new password and signs every device out: for somebody at the server's own command line. */
export async function resetPassword(ctx: Ctx, email: string): Promise<string> {
  const found = await known(ctx, email)
  const password = asText(ctx.secretBytes(15))
  const passwordHash = await hashPassword(password)
  await actingAs(ctx, system, (ctx) => keepPassword(ctx, found.account.id, found.passwordHash, passwordHash, 'all'))
  return password
}

/** Lets somebody administer the server. A super admin stays one. */
export async function makeAdmin(ctx: Ctx, email: string): Promise<void> {
  const { account } = await known(ctx, email)
  if (account.role === 'super_admin') return
  await actingAs(ctx, system, (ctx) => setRole(ctx.db, account.id, 'admin'))
  ctx.log.info({ accountId: account.id }, 'made an admin')
}

async function known(ctx: Ctx, email: string) {
  const found = await actingAs(ctx, system, (ctx) => accountByEmail(ctx.db, emailIdentity(email)))
  if (found === undefined) throw new Problem('auth.account_not_found', { email: emailIdentity(email) })
  return found
}

async function keepPassword(ctx: Ctx, id: AccountId, from: string, to: string, others: Parameters<typeof endSessions>[2]) {
  const now = ctx.clock.now()
  // Of two changes at once the second was made with a password that is no longer right.
  if (!(await replacePasswordHash(ctx.db, id, from, to))) throw new Problem('auth.invalid_credentials')
  await markPasswordChanged(ctx.db, id, now)
  await noteEnded(ctx, await endSessions(ctx.db, id, others, 'password_changed', now))
  ctx.log.info({ accountId: id }, 'password changed')
}
