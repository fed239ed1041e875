import { type Account, emailAddress, Problem, type register } from '@gymgenius/contracts'
import { type AccountId, isoOf } from '@gymgenius/domain'
import type { z } from 'zod'
import { record } from '../../platform/audit.ts'
import { actingAs, announce, type Ctx, system } from '../../platform/context.ts'
import { limitRate, networkOf, rateRules } from '../../platform/rate-limit.ts'
import { accountByEmail, anyAccount, insertAccount, type Role, waitToOpen } from './accounts.repository.ts'
import { emailIdentity } from './emails.ts'
import { isInvite, takeInvite } from './invites.repository.ts'
import { hashOf } from './keys.ts'
import { refuseKnownPassword } from './known-passwords.ts'
import { hashPassword, NO_PASSWORD } from './passwords.ts'
import { type Admission, signIn } from './sign-in.service.ts'

/** Opens an account and signs in. The first account of a server may always be opened, and becomes its super admin. */
export async function openAndSignIn(ctx: Ctx, given: z.output<typeof register.body>, address: string): Promise<Admission> {
  await limitRate(ctx, rateRules.register(ctx.config.environment.REGISTRATIONS_PER_HOUR), networkOf(address))
  await actingAs(ctx, system, (ctx) => refuseUninvited(ctx, given.inviteCode, isInvite)) // before the work of hashing
  await refuseKnownPassword(given.password, { email: given.email, field: 'password' })
  const passwordHash = await hashPassword(given.password)
  return actingAs(ctx, system, async (ctx) => {
    await waitToOpen(ctx.db)
    const { isFirst } = await refuseUninvited(ctx, given.inviteCode, takeInvite)
    const account = await open(ctx, given.email, passwordHash, isFirst ? 'super_admin' : 'athlete')
    return signIn(ctx, account, given, address)
  })
}

/** Opens an account without a password for somebody whom a provider vouches for, by the same rules. As the system. */
export async function openVouched(ctx: Ctx, email: string | undefined, inviteCode: string | undefined): Promise<Account> {
  await waitToOpen(ctx.db)
  const { isFirst } = await refuseUninvited(ctx, inviteCode, takeInvite)
  const known = emailAddress.safeParse(email)
  if (!known.success) throw new Problem('auth.provider_no_email')
  if ((await accountByEmail(ctx.db, known.data)) !== undefined) throw new Problem('auth.provider_email_taken')
  return open(ctx, known.data, NO_PASSWORD, isFirst ? 'super_admin' : 'athlete')
}

/** Opens an account for somebody, past the rules of registration: for the command line, demo lifters and tests. */
export async function openAccount(
  ctx: Ctx,
  { email, password, role }: { readonly email: string; readonly password: string; readonly role?: Role },
): Promise<Account> {
  const passwordHash = await hashPassword(password)
  return actingAs(ctx, system, async (ctx) => {
    await waitToOpen(ctx.db)
    return open(ctx, email, passwordHash, role ?? ((await anyAccount(ctx.db)) ? 'athlete' : 'super_admin'))
  })
}

/** What this server allows a newcomer. */
export async function serverInfo(ctx: Ctx) {
  const { REGISTRATION: registration } = ctx.config.environment
  return {
    product: 'GymGenius' as const,
    registration,
    isFirstAccount: !(await anyAccount(ctx.db)),
    sendsMail: ctx.mailer.kind !== 'none',
    providers: ctx.providers.map(({ id, name }) => ({ id, name })),
    version: ctx.config.version,
  }
}

async function open(ctx: Ctx, email: string, passwordHash: string, role: Role): Promise<Account> {
  const now = ctx.clock.now()
  const account: Account = { id: ctx.ids.next<AccountId>(), email: emailIdentity(email), role, createdAt: isoOf(now) }
  if (!(await insertAccount(ctx.db, account, passwordHash, now))) throw new Problem('auth.email_taken')
  await announce(ctx, 'accounts.account_opened', { accountId: account.id })
  await record(ctx, { act: 'accounts.opened', as: 'athlete', by: account.id, about: account.id, facts: { role } })
  ctx.log.info({ accountId: account.id, role }, 'account opened')
  return account
}

/** A stranger hears of an invite before anything that would tell whose addresses are known here. `invited` looks at the code, or uses it up. */
async function refuseUninvited(ctx: Ctx, code: string | undefined, invited: typeof isInvite): Promise<{ isFirst: boolean }> {
  if (!(await anyAccount(ctx.db))) return { isFirst: true }
  const { REGISTRATION } = ctx.config.environment
  if (REGISTRATION === 'closed') throw new Problem('auth.registration_closed')
  if (REGISTRATION === 'invite' && (code === undefined || !(await invited(ctx.db, hashOf(code), ctx.clock.now()))))
    throw new Problem('auth.invite_required')
  return { isFirst: false }
}
