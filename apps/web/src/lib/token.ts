import type { Api } from '@gymgenius/contracts'
import type { ProblemCode } from '@gymgenius/contracts/problem'
import { Problem } from './problem.ts'
import { timeNow } from './clock.ts'
import { Unreachable } from './unreachable.ts'
import { inLock } from './locks.ts'

type SignedIn = Api['POST /v1/auth/login']['reply']

/** What tabs and workers tell each other about the sign-in. The token lives in memory only; the refresh token in a cookie no script can read. */
export type TokenNews =
  | { readonly kind: 'token'; readonly token: string; readonly expiresAt: number; readonly accountId: string }
  | { readonly kind: 'ended'; readonly code: ProblemCode }
  | { readonly kind: 'left' }

const channel = new BroadcastChannel('gymgenius-token')
const listeners = new Set<(news: TokenNews) => void>()
export interface HeldToken {
  readonly token: string
  readonly expiresAt: number
}

let held: HeldToken | undefined
let accountId: string | undefined

channel.addEventListener('message', (event: MessageEvent<TokenNews>) => hear(event.data))

/** A refresh starts this long before the token would be refused. */
const EARLY_MS = 20_000

/** The token to send, refreshed when it is about to end. Throws the server's `Problem` when the sign-in has ended, `Unreachable` without a network. */
export async function accessToken(): Promise<string> {
  return held !== undefined && held.expiresAt - EARLY_MS > timeNow() ? held.token : await refreshed(held?.token)
}

/** A token newer than `stale`: the one another tab has just got, or one asked for now. One at a time over all tabs, because a refresh token works once. */
export async function refreshed(stale: string | undefined): Promise<string> {
  if (held !== undefined && held.token !== stale) return held.token
  return inLock('gymgenius-refresh', async () => {
    if (held !== undefined && held.token !== stale) return held.token
    const response = await ask()
    if (!response.ok) {
      const problem = await problemOf(response)
      if (response.status === 401 || response.status === 403) tell({ kind: 'ended', code: problem.code })
      throw problem
    }
    const signedIn = (await response.json()) as SignedIn
    if (accountId !== undefined && signedIn.account.id !== accountId) {
      // Another tab signed someone else in; this one must not write into their log.
      tell({ kind: 'ended', code: 'auth.session_ended' })
      throw new Problem('auth.session_ended', 'This sign-in has ended; sign in again')
    }
    keepToken(signedIn)
    return signedIn.accessToken
  })
}

/** Remembers what a sign-in answered, and lets the other tabs use it. */
export function keepToken(signedIn: SignedIn) {
  tell({
    kind: 'token',
    token: signedIn.accessToken,
    expiresAt: Date.parse(signedIn.accessTokenExpiresAt),
    accountId: signedIn.account.id,
  })
}

/** The token of this page, for a worker that has just started. */
export const heldToken = () => held

/** Begins with a token that the page already has. */
export function beginWith(token: HeldToken | undefined) {
  held ??= token
}

/** Tokens of any other account are not used here. */
export function expectAccount(id: string | undefined) {
  if (accountId !== id) held = undefined
  accountId = id
}

export const dropToken = () => tell({ kind: 'left' })

export function onTokenNews(listener: (news: TokenNews) => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(news: TokenNews) {
  hear(news)
  channel.postMessage(news)
}

function hear(news: TokenNews) {
  if (news.kind !== 'token') held = undefined
  else if (accountId === undefined || accountId === news.accountId) held = { token: news.token, expiresAt: news.expiresAt }
  for (const listener of listeners) listener(news)
}

async function ask() {
  try {
    return await fetch('/v1/auth/refresh', {
      method: 'POST',
      headers: { 'x-gymgenius-client': 'web', 'content-type': 'application/json' },
      body: '{}',
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
