import { Problem } from '@gymgenius/contracts'
import { type AccountId, dateOf, type Instant, isUuidV7, type LoginSessionId, minutesAfter } from '@gymgenius/domain'
import { errors, jwtVerify, SignJWT } from 'jose'
import type { Ctx } from '../../platform/context.ts'
import { keyFor } from './keys.ts'

const ISSUER = 'gymgenius'
const AUDIENCE = 'gymgenius-api'
const TYPE = 'at+jwt' // RFC 9068

/** Whose sign-in a token speaks for. */
export interface AccessClaims {
  readonly accountId: AccountId
  readonly loginSessionId: LoginSessionId
}

/** A token for the next few minutes of a sign-in, never past its end. */
export async function issueAccessToken(ctx: Ctx, { accountId, loginSessionId }: AccessClaims, sessionExpiresAt: Instant) {
  const now = ctx.clock.now()
  const end = Math.min(minutesAfter(now, ctx.config.environment.ACCESS_TOKEN_MINUTES), sessionExpiresAt)
  const expiresAt = (Math.floor(end / 1000) * 1000) as Instant
  const token = await new SignJWT({ sid: loginSessionId })
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(accountId)
    .setIssuedAt(dateOf(now))
    .setExpirationTime(dateOf(expiresAt))
    .sign(keyFor(ctx.config, 'access-token'))
  return { token, expiresAt }
}

/** What a token of ours says; throws `auth.invalid_token` for every other. */
export async function readAccessToken(ctx: Ctx, token: string): Promise<AccessClaims> {
  const { payload } = await jwtVerify(token, keyFor(ctx.config, 'access-token'), {
    algorithms: ['HS256'],
    issuer: ISSUER,
    audience: AUDIENCE,
    typ: TYPE,
    requiredClaims: ['exp', 'iat', 'sub', 'sid'],
    currentDate: dateOf(ctx.clock.now()),
  }).catch((error: unknown) => {
    throw error instanceof errors.JOSEError ? invalid(error) : error
  })
  const { sub, sid } = payload
  if (typeof sub !== 'string' || typeof sid !== 'string' || !isUuidV7(sub) || !isUuidV7(sid)) throw invalid()
  return { accountId: sub as AccountId, loginSessionId: sid as LoginSessionId }
}

const invalid = (cause?: unknown) => new Problem('auth.invalid_token', {}, { cause })
