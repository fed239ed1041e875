import type { Api } from '@gymgenius/contracts'
import { Problem } from './problem.ts'
import { useSyncExternalStore } from 'react'
import { call } from './api.ts'
import { dropToken, expectAccount, onTokenNews } from './held-token.ts'
import { forgetAccount, keepAccount, keptAccount, recoverAccount, type Account } from './kept-account.ts'
import { isPhoneApp } from './server.ts'
import { forgetRefreshToken, keepToken, shownRefreshToken } from './token.ts'

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

/** Ends the sign-in on the server where it can be reached, and here in any case. */
export async function signOut() {
  try {
    await call('POST /v1/auth/logout', isPhoneApp() ? { body: await shownRefreshToken() } : {})
  } catch (error) {
    if (error instanceof Problem && error.code !== 'auth.csrf') throw error
  }
  await forgetAccount().catch(() => undefined) // where there is no private file system there is no copy
  await forgetRefreshToken()
  expectAccount(undefined)
  dropToken()
}

/** Who has just signed in uses this phone from now on. */
export async function settle(signedIn: Api['POST /v1/auth/login']['reply']) {
  keepAccount(signedIn.account).catch(() => undefined) // as far as this browser can
  expectAccount(signedIn.account.id)
  await keepToken(signedIn)
  become({ account: signedIn.account, isEnded: false })
}

/** Writes down what the account is now called, where it is this phone's. */
export async function noteAccount(account: Account) {
  if (account.id !== session.account?.id) return
  become({ ...session, account })
  await keepAccount(account)
}

function become(next: Session) {
  session = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
