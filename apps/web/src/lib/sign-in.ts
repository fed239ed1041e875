import { call } from './api.ts'
import { showPasskey } from './passkeys.ts'
import { Problem } from './problem.ts'
import { isPhoneApp } from './server.ts'
import { currentSession, noteAccount, settle } from './session.ts'

/** Signs in; where a code of an authenticator is asked for too, answers the challenge that it belongs to. */
export async function signIn(email: string, password: string): Promise<string | undefined> {
  try {
    await settle(await call('POST /v1/auth/login', { body: { email, password, ...device() } }))
    return undefined
  } catch (error) {
    return challengeIn(error)
  }
}

/** What is to be answered with a code; anything else that went wrong is thrown on. */
function challengeIn(error: unknown): string {
  if (!(error instanceof Problem) || error.code !== 'auth.second_factor_required') throw error
  return error.facts['challenge'] as string
}

/** The second step of signing in: a code of the authenticator, or a backup code. */
export async function answerChallenge(challenge: string, code: string) {
  await settle(await call('POST /v1/auth/2fa/challenge', { body: { challenge, code, ...device() } }))
}

/** Signs in with a passkey, which says by itself whose it is. */
export async function signInByPasskey() {
  await settle(await call('POST /v1/auth/passkeys/sign-in', { body: { ...(await showPasskey()), ...device() } }))
}

/** Signs in with what a provider answered; answers the challenge where a code is asked for too. */
export async function signInByProvider(answer: string): Promise<{ readonly challenge?: string; readonly isNew: boolean }> {
  try {
    const { isNew, ...signedIn } = await call('POST /v1/auth/providers/sign-in', { body: { answer, deviceName: deviceName() } })
    await settle(signedIn)
    return { isNew }
  } catch (error) {
    return { challenge: challengeIn(error), isNew: false }
  }
}

export async function register(email: string, password: string, inviteCode: string | undefined) {
  const signedIn = await call('POST /v1/auth/register', {
    body: { email, password, ...device(), ...(inviteCode !== undefined && { inviteCode }) },
  })
  await settle(signedIn)
}

/** The account's address has changed; this phone writes it down where it is this account's. */
export async function noteNewEmail() {
  if (currentSession().account !== undefined) await noteAccount(await call('GET /v1/me', {}))
}

/** How the refresh token is to travel, and what the list of signed-in devices will call this one. */
const device = () => ({ client: isPhoneApp() ? ('native' as const) : ('browser' as const), deviceName: deviceName() })

function deviceName() {
  const agent = navigator.userAgent
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac', 'Linux'].find((name) => agent.includes(name)) ?? 'Unknown'
  if (isPhoneApp()) return `GymGenius on ${system}`
  const browser = ['Firefox', 'Edg', 'Chrome', 'Safari'].find((name) => agent.includes(name)) ?? 'browser'
  return `${browser === 'Edg' ? 'Edge' : browser} on ${system}`
}
