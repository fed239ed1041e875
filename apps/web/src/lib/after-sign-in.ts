import type { ParamsOf, Place } from './paths.ts'

const KEY = 'gymgenius.after-sign-in'
type Shared = { readonly to: '/shared/programs/$token'; readonly params: ParamsOf<'/shared/programs/$token'> }

/** Who signs in to take a shared program comes back to it. */
export const comeBackTo = (token: string) => sessionStorage.setItem(KEY, token)

/** Where to go after signing in; said once. */
export function afterSignIn(): Shared | Place<'/today'> {
  const token = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return token === null ? { to: openedAt(history.state) as '/today' } : { to: '/shared/programs/$token', params: { token } }
}

const DOORS: readonly string[] = ['/sign-in', '/server']

/** The address that gave way to the sign-in, as `navigate` keeps it. It is a path of this app: no link can name another place. */
export const openedAt = (gaveWay: unknown): string =>
  typeof gaveWay === 'string' && /^(\/[\w-]+)+$/.test(gaveWay) && !DOORS.includes(gaveWay) ? gaveWay : '/today'
