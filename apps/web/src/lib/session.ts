import type { Api } from '@gymgenius/contracts'
import { Problem } from './problem.ts'
import { useSyncExternalStore } from 'react'
import { call } from './api.ts'
import { forgetAccount, keepAccount, keptAccount, recoverAccount, type Account } from './kept-account.ts'
import { dropToken, expectAccount, keepToken, onTokenNews } from './token.ts'

export interface Session {
  /** Who uses this phone. Remembered, so that the app opens signed in without a network. */
  readonly account: Account | undefined
  /** True when the server no longer accepts this sign-in: logging goes on here, syncing waits for a password. */
  readonly isEnded: boolean
}

let session: Session = { account: keptAccount(), isEnded: false }
const listeners = new Set<() => void>()
expectAccount(session.account?.id)

onTokenNews((news) => {
  if (news.kind === 'ended' && session.account !== undefined) become({ ...session, isEnded: true })
  if (news.kind === 'token' && news.accountId === session.account?.id && session.isEnded) become({ ...session, isEnded: false })
  if (news.kind === 'left') become({ account: undefined, isEnded: false })
})

export type { Account } from './kept-account.ts'

export const currentSession = () => session
export const useSession = () => useSyncExternalStore(subscribe, currentSession)

/** To be called before the first screen: finds out who uses this phone also where the browser forgot to write it down. */
export async function recoverSession() {
  await recoverAccount().catch(() => undefined)
  const account = keptAccount()
  expectAccount(account?.id)
  become({ account, isEnded: false })
}

export async function signIn(email: string, password: string) {
  const signedIn = await call('POST /v1/auth/login', { body: { email, password, client: 'browser', deviceName: deviceName() } })
  settle(signedIn)
}

export async function register(email: string, password: string, inviteCode: string | undefined) {
  const signedIn = await call('POST /v1/auth/register', {
    body: { email, password, client: 'browser', deviceName: deviceName(), ...(inviteCode !== undefined && { inviteCode }) },
  })
  settle(signedIn)
}

/** Ends the sign-in on the server where it can be reached, and here in any case. */
export async function signOut() {
  try {
    await call('POST /v1/auth/logout', {})
  } catch (error) {
    if (error instanceof Problem && error.code !== 'auth.csrf') throw error
  }
  await forgetAccount().catch(() => undefined) // where there is no private file system there is no copy
  expectAccount(undefined)
  dropToken()
}

function settle(signedIn: Api['POST /v1/auth/login']['reply']) {
  keepAccount(signedIn.account).catch(() => undefined) // as far as this browser can
  expectAccount(signedIn.account.id)
  keepToken(signedIn)
  become({ account: signedIn.account, isEnded: false })
}

function become(next: Session) {
  session = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the list of signed-in devices will call this one. */
function deviceName() {
  const agent = navigator.userAgent
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac', 'Linux'].find((name) => agent.includes(name)) ?? 'Unknown'
  const browser = ['Firefox', 'Edg', 'Chrome', 'Safari'].find((name) => agent.includes(name)) ?? 'browser'
  return `${browser === 'Edg' ? 'Edge' : browser} on ${system}`
}
