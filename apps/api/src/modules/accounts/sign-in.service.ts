import { type Account, Problem, type login } from '@gymgenius/contracts'
import { type AccountId, DAY_MS, type Instant, type LoginSessionId } from '@gymgenius/domain'
import type { z } from 'zod'
import { actingAs, type Ctx, system } from '../../platform/context.ts'
import { forgive, limitRate, networkOf, rateRules } from '../../platform/rate-limit.ts'
import { issueAccessToken } from './access-tokens.ts'
import { accountByEmail, holdAccount, replacePasswordHash } from './accounts.repository.ts'
import { emailIdentity } from './emails.ts'
import { hashOf } from './keys.ts'
import { hashPassword, isOutdated, isPassword } from './passwords.ts'
import { firstRefreshToken } from './refresh-tokens.ts'
import { type Client, insertRefreshToken, insertSession } from './sessions.repository.ts'

/** A device that has just been let in, or let in again: what it may hold, and how the refresh token travels to it. */
export interface Admission {
  readonly account: Account
  readonly client: Client
  readonly accessToken: string
  readonly accessTokenExpiresAt: Instant
  readonly refreshToken: string
  readonly refreshTokenExpiresAt: Instant
}

export interface Device {
  readonly client?: Client | undefined
  readonly deviceName?: string | undefined
}

/** Signs in with e-mail and password. Unknown, wrong and disabled are answered alike, and take as long. */
export async function logIn(ctx: Ctx, given: z.output<typeof login.body>, address: string): Promise<Admission> {
  const email = emailIdentity(given.email)
  const network = networkOf(address)
  const attempt = `${email} ${network}`
  limitRate(ctx.clock, rateRules.loginByNetwork, network)
  limitRate(ctx.clock, rateRules.loginPerMinute, attempt)
  limitRate(ctx.clock, rateRules.loginPerHour, attempt)

  const found = await actingAs(ctx, system, (ctx) => accountByEmail(ctx.db, email))
  const isRight = await isPassword(found?.passwordHash, given.password)
  if (found === undefined || !isRight || found.isDisabled) throw refused(ctx, found?.account.id)

  const passwordHash = await strengthened(ctx, found.account.id, found.passwordHash, given.password)
  const admission = await actingAs(ctx, system, async (ctx) => {
    // Somebody may have changed the password since it was checked.
    if (!(await holdAccount(ctx.db, found.account.id, passwordHash))) throw refused(ctx, found.account.id)
    return signIn(ctx, found.account, given)
  })
  forgive(ctx.clock, rateRules.loginPerMinute, attempt)
  forgive(ctx.clock, rateRules.loginPerHour, attempt)
  return admission
}

/** Opens a sign-in for somebody who has proved who they are. Everyone who comes in comes through here. */
export async function signIn(ctx: Ctx, account: Account, { client = 'browser', deviceName }: Device): Promise<Admission> {
  const now = ctx.clock.now()
  const id = ctx.ids.next<LoginSessionId>()
  const expiresAt = (now + ctx.config.environment.REFRESH_TOKEN_DAYS * DAY_MS) as Instant
  const name = deviceName === undefined || deviceName.trim() === '' ? unnamed[client] : deviceName
  await insertSession(ctx.db, { id, accountId: account.id, client, deviceName: name, createdAt: now, expiresAt })

  const refreshToken = firstRefreshToken(ctx)
  const refreshTokenExpiresAt = idleEnd(ctx, expiresAt)
  await insertRefreshToken(ctx.db, { hash: hashOf(refreshToken), loginSessionId: id, issuedAt: now, expiresAt: refreshTokenExpiresAt })
  ctx.log.info({ accountId: account.id, loginSessionId: id, client }, 'signed in')
  return admit(ctx, { account, client, loginSessionId: id, expiresAt, refreshToken, refreshTokenExpiresAt })
}

/** When a refresh token given now stops working: after so long unused, and with its sign-in at the latest. */
export const idleEnd = (ctx: Ctx, sessionExpiresAt: Instant) =>
  Math.min(ctx.clock.now() + ctx.config.environment.REFRESH_IDLE_DAYS * DAY_MS, sessionExpiresAt) as Instant

export async function admit(
  ctx: Ctx,
  {
    loginSessionId,
    expiresAt,
    ...known
  }: Omit<Admission, 'accessToken' | 'accessTokenExpiresAt'> & {
    readonly loginSessionId: LoginSessionId
    readonly expiresAt: Instant
  },
): Promise<Admission> {
  const access = await issueAccessToken(ctx, { accountId: known.account.id, loginSessionId }, expiresAt)
  return { ...known, accessToken: access.token, accessTokenExpiresAt: access.expiresAt }
}

const unnamed: Record<Client, string> = { browser: 'Browser', native: 'App', cli: 'Command line' }

function refused(ctx: Ctx, accountId: AccountId | undefined) {
  ctx.log.warn({ accountId }, 'sign-in refused')
  return new Problem('auth.invalid_credentials')
}

/** Hashes again what was hashed when less was asked; the hash that is kept now. */
async function strengthened(ctx: Ctx, id: AccountId, kept: string, password: string): Promise<string> {
  if (!(await isOutdated(kept))) return kept
  const stronger = await hashPassword(password)
  const isKept = await actingAs(ctx, system, (ctx) => replacePasswordHash(ctx.db, id, kept, stronger))
  return isKept ? stronger : kept
}
