import type { ProblemCode } from '@gymgenius/contracts/problem'

/** What tabs and workers tell each other about the sign-in. The token lives in memory only; the refresh token in a cookie no script can read, or in the phone app's own folder. */
export type TokenNews =
  | { readonly kind: 'token'; readonly token: string; readonly expiresAt: number; readonly accountId: string }
  /** `isSentAway`: somebody said that this device is to be signed out; time alone did not. */
  | { readonly kind: 'ended'; readonly code: ProblemCode; readonly isSentAway?: boolean }
  | { readonly kind: 'left' }

export interface HeldToken {
  readonly token: string
  readonly expiresAt: number
}

const channel = new BroadcastChannel('gymgenius-token')
const listeners = new Set<(news: TokenNews) => void>()
let held: HeldToken | undefined
let accountId: string | undefined
let departures = 0

channel.addEventListener('message', (event: MessageEvent<TokenNews>) => hear(event.data))

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

export const isOfAnother = (id: string) => accountId !== undefined && accountId !== id

/** How often somebody has signed out here: an answer that was asked for before is nobody's any more. */
export const timesLeft = () => departures

export const dropToken = () => tell({ kind: 'left' })

export function onTokenNews(listener: (news: TokenNews) => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function tell(news: TokenNews) {
  hear(news)
  channel.postMessage(news)
}

function hear(news: TokenNews) {
  if (news.kind === 'left') departures++
  if (news.kind !== 'token') held = undefined
  else if (!isOfAnother(news.accountId)) held = { token: news.token, expiresAt: news.expiresAt }
  for (const listener of listeners) listener(news)
}
