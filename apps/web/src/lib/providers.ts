import { call } from './api.ts'
import { isPhoneApp } from './server.ts'

/** Why the browser was sent to a provider, for when it comes back. */
export interface Errand {
  readonly purpose: 'sign_in' | 'sign_up' | 'link' | 'prove'
  /** The page that asked. */
  readonly from: string
  /** What the browser's history entry of that page held: the address that gave way to the sign-in (`after-sign-in.ts`). */
  readonly gaveWay?: unknown
}

const KEY = 'gymgenius.provider-errand'

/** The phone app's window has no cookie that would tie an answer to it. */
export const canUseProviders = () => !isPhoneApp()

/** Leaves the app for the provider's page. */
export function leaveFor(address: string, purpose: Errand['purpose']) {
  sessionStorage.setItem(KEY, JSON.stringify({ purpose, from: location.pathname, gaveWay: history.state } satisfies Errand))
  location.assign(address)
}

export interface CameBack {
  /** What stands behind the ?. */
  readonly answer: string
  readonly errand: Errand
}

/** What a provider sent this browser back with, where it did. */
export function cameBack(): CameBack | undefined {
  const asked = new URLSearchParams(location.search)
  if (!asked.has('state') || !(asked.has('code') || asked.has('error'))) return undefined
  const kept = sessionStorage.getItem(KEY)
  return {
    answer: location.search.slice(1),
    errand: kept === null ? { purpose: 'sign_in', from: '/sign-in' } : (JSON.parse(kept) as Errand),
  }
}

/** An answer is shown once: neither a reload nor the history shows it again. The entry holds what it held before the errand. */
export function forgetAnswer({ gaveWay = null }: Errand) {
  sessionStorage.removeItem(KEY)
  history.replaceState(gaveWay, '', location.pathname)
}

export const providerLinksQuery = { queryKey: ['provider-links'], queryFn: () => call('GET /v1/auth/providers/links', {}) }
export const serverQuery = { queryKey: ['server'], queryFn: () => call('GET /v1/server', {}) }
