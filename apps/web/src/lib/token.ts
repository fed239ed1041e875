import type { Api } from '@gymgenius/contracts'
import type { ProblemCode } from '@gymgenius/contracts/problem'
import { timeNow } from './clock.ts'
import { heldToken, isOfAnother, tell } from './held-token.ts'
import { inLock } from './locks.ts'
import { Problem } from './problem.ts'
import { isPhoneApp, urlOf } from './server.ts'
import { Unreachable } from './unreachable.ts'

type SignedIn = Api['POST /v1/auth/login']['reply']

/** A refresh starts this long before the token would be refused. */
const EARLY_MS = 20_000

/** The token to send, refreshed when it is about to end. Throws the server's `Problem` when the sign-in has ended, `Unreachable` without a network. */
export async function accessToken(): Promise<string> {
  const held = heldToken()
  return held !== undefined && held.expiresAt - EARLY_MS > timeNow() ? held.token : await refreshed(held?.token)
}

/** A token newer than `stale`: the one another tab has just got, or one asked for now. One at a time over all tabs, because a refresh token works once. */
export async function refreshed(stale: string | undefined): Promise<string> {
  const newer = () => (heldToken()?.token === stale ? undefined : heldToken()?.token)
  const known = newer()
  if (known !== undefined) return known
  return inLock('gymgenius-refresh', async () => {
    const told = newer()
    if (told !== undefined) return told
    const response = await ask()
    if (!response.ok) {
      const problem = await problemOf(response)
      if (response.status === 401 || response.status === 403) tell({ kind: 'ended', code: problem.code, isSentAway: isSentAway(problem) })
      throw problem
    }
    const signedIn = (await response.json()) as SignedIn
    if (isOfAnother(signedIn.account.id)) {
      // Another tab signed someone else in; this one must not write into their log.
      tell({ kind: 'ended', code: 'auth.session_ended' })
      throw ended()
    }
    await keepToken(signedIn)
    return signedIn.accessToken
  })
}

/** Whether the server names somebody who sent this device away: a token it does not know, or one that is too old, is no such word. */
export const isSentAway = ({ code, facts }: Problem) => code === 'auth.session_ended' && facts['endedBy'] !== undefined

/** Remembers what a sign-in answered, and lets the other tabs use it. */
export async function keepToken(signedIn: SignedIn) {
  if (signedIn.refreshToken !== undefined) await (await loadKept()).keepRefreshToken(signedIn.refreshToken)
  tell({
    kind: 'token',
    token: signedIn.accessToken,
    expiresAt: Date.parse(signedIn.accessTokenExpiresAt),
    accountId: signedIn.account.id,
  })
}

const loadKept = () => import('./phone/phone-store.ts')

/** What a call shows of the refresh token: nothing on the web, where the browser adds its cookie. */
export const shownRefreshToken = async () => ({ refreshToken: isPhoneApp() ? await (await loadKept()).keptRefreshToken() : undefined })

export const forgetRefreshToken = async () => isPhoneApp() && (await loadKept()).forgetRefreshToken()

export const ended = () => new Problem('auth.session_ended', 'This sign-in has ended; sign in again')

async function ask() {
  const body = JSON.stringify(await shownRefreshToken())
  try {
    return await fetch(urlOf('/v1/auth/refresh'), {
      method: 'POST',
      headers: { 'x-gymgenius-client': 'web', 'content-type': 'application/json' },
      body,
      credentials: 'same-origin',
    })
  } catch (error) {
    throw new Unreachable(error)
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  try {
    const { code, title, facts } = (await response.json()) as { code?: ProblemCode; title?: string; facts?: Record<string, unknown> }
    if (code !== undefined) return new Problem(code, title ?? code, facts)
  } catch (error) {
    // A proxy or the network answered in our server's place: not one of its problems.
    if (response.status >= 500) throw new Unreachable(error)
  }
  if (response.status >= 500) throw new Unreachable(response.statusText)
  return new Problem('server.unexpected', 'Something broke on our side', { status: response.status })
}
