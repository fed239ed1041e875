import type { Api } from '@gymgenius/contracts'
import { Problem } from '@gymgenius/contracts/problem'
import { useSyncExternalStore } from 'react'
import { call } from './api.ts'
import { dropToken, expectAccount, keepToken, onTokenNews } from './token.ts'

export type Account = Api['GET /v1/me']['reply']

export interface Session {
  /** Who uses this phone. Remembered, so that the app opens signed in without a network. */
  readonly account: Account | undefined
  /** True when the server no longer accepts this sign-in: logging goes on here, syncing waits for a password. */
  readonly isEnded: boolean
}

const KEY = 'gymgenius.account'

let session: Session = { account: remembered(), isEnded: false }
const listeners = new Set<() => void>()
expectAccount(session.account?.id)

onTokenNews((news) => {
  if (news.kind === 'ended' && session.account !== undefined) become({ ...session, isEnded: true })
  if (news.kind === 'token' && news.accountId === session.account?.id && session.isEnded) become({ ...session, isEnded: false })
  if (news.kind === 'left') become({ account: undefined, isEnded: false })
})

export const currentSession = () => session
export const useSession = () => useSyncExternalStore(subscribe, currentSession)

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
  localStorage.removeItem(KEY)
  expectAccount(undefined)
  dropToken()
}

function settle(signedIn: Api['POST /v1/auth/login']['reply']) {
  localStorage.setItem(KEY, JSON.stringify(signedIn.account))
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

function remembered(): Account | undefined {
  const kept = localStorage.getItem(KEY)
  if (kept === null) return undefined
  try {
    return JSON.parse(kept) as Account
  } catch {
    return undefined // written by something else; the sign-in screen puts it right
  }
}

/** What the list of signed-in devices will call this one. */
function deviceName() {
  const agent = navigator.userAgent
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac', 'Linux'].find((name) => agent.includes(name)) ?? 'Unknown'
  const browser = ['Firefox', 'Edg', 'Chrome', 'Safari'].find((name) => agent.includes(name)) ?? 'browser'
  return `${browser === 'Edg' ? 'Edge' : browser} on ${system}`
}
