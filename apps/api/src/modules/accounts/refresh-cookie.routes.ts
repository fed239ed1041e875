import type { SignedIn } from '@gymgenius/contracts'
import { isoOf } from '@gymgenius/domain'
import { clearSecretCookie, secretCookie, setSecretCookie } from '../../platform/http/cookies.ts'
import type { Call } from '../../platform/http.ts'
import { refuseForeignCalls } from '../../platform/http/origin.ts'
import type { Admission } from './sign-in.service.ts'

type AuthCall = Pick<
  Call<'public', undefined, undefined, { readonly refreshToken?: string | undefined } | undefined>,
  'ctx' | 'body' | 'request' | 'reply'
>

/** Its path keeps it out of every other call, where the browser lets us say so. */
const COOKIE = { name: 'gymgenius_refresh', path: '/v1/auth' } as const

/** Answers a sign-in. A browser gets the refresh token where no script can read it; a program gets it in the body. */
export function handOver({ ctx, request, reply }: Pick<AuthCall, 'ctx' | 'request' | 'reply'>, admission: Admission): SignedIn {
  const { account, accessToken, accessTokenExpiresAt, refreshToken, refreshTokenExpiresAt, client } = admission
  const signedIn = { accessToken, accessTokenExpiresAt: isoOf(accessTokenExpiresAt), account }
  if (client !== 'browser') return { ...signedIn, refreshToken }
  const lifeSeconds = Math.max(0, Math.floor((refreshTokenExpiresAt - ctx.clock.now()) / 1000))
  setSecretCookie(ctx.config.environment, request, reply, COOKIE, refreshToken, lifeSeconds)
  return signedIn
}

/** The refresh token of a call: from its body, or from the cookie, which only our own app may make a browser send. */
export function shownRefreshToken({ ctx, body, request }: Pick<AuthCall, 'ctx' | 'body' | 'request'>): string | undefined {
  if (body?.refreshToken !== undefined) return body.refreshToken
  const token = secretCookie(ctx.config.environment, request, COOKIE)
  if (token !== undefined) refuseForeignCalls(ctx.config.environment, request)
  return token
}

export function forgetRefreshToken({ ctx, request, reply }: Pick<AuthCall, 'ctx' | 'request' | 'reply'>): undefined {
  clearSecretCookie(ctx.config.environment, request, reply, COOKIE)
}
