import type { Account } from '@gymgenius/contracts'
import { DAY_MS, type Instant, type LoginSessionId } from '@gymgenius/domain'
import { record } from '../../platform/audit.ts'
import type { Ctx } from '../../platform/context.ts'
import { issueAccessToken } from './access-tokens.ts'
import { hashOf } from './keys.ts'
import { firstRefreshToken } from './refresh-tokens.ts'
import { becomeFamiliar } from './throttle.service.ts'
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
  /** Who vouched for them, where somebody did. */
  readonly provider?: string | undefined
}

/** Opens a sign-in for somebody who has proved who they are. Everyone who comes in comes through here. */
export async function signIn(
  ctx: Ctx,
  account: Account,
  { client = 'browser', deviceName, provider }: Device,
  address: string,
): Promise<Admission> {
  const now = ctx.clock.now()
  await becomeFamiliar(ctx, account.id, address)
  const id = ctx.ids.next<LoginSessionId>()
  const expiresAt = (now + ctx.config.environment.REFRESH_TOKEN_DAYS * DAY_MS) as Instant
  const name = deviceName === undefined || deviceName.trim() === '' ? unnamed[client] : deviceName
  await insertSession(ctx.db, { id, accountId: account.id, client, deviceName: name, createdAt: now, expiresAt })

  const refreshToken = firstRefreshToken(ctx)
  const refreshTokenExpiresAt = idleEnd(ctx, expiresAt)
  await insertRefreshToken(ctx.db, { hash: hashOf(refreshToken), loginSessionId: id, issuedAt: now, expiresAt: refreshTokenExpiresAt })
  await record(ctx, {
    act: 'accounts.signed_in',
    as: 'athlete',
    by: account.id,
    about: account.id,
    facts: { client, ...(provider === undefined ? {} : { provider }) },
  })
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
