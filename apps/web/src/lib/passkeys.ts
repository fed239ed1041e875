import type { Api } from '@gymgenius/contracts'
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { call } from './api.ts'
import { isPhoneApp } from './server.ts'

/** Passkeys belong to an address: a page that is not secure, one named by digits alone, and the phone app's own window have none. */
export const canUsePasskeys = () =>
  isSecureContext && 'PublicKeyCredential' in window && !isPhoneApp() && !/^[\d.]+$|^\[/.test(location.hostname)

/** Comes when the first passkey is made or shown. */
const browser = () => import('@simplewebauthn/browser')

export async function makePasskey(name: string): Promise<void> {
  const { challenge, options } = await call('POST /v1/auth/passkeys/options', {})
  const { startRegistration } = await browser()
  const made = await startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON })
  const { clientDataJSON, attestationObject, transports } = made.response
  const body = { challenge, name, id: made.id, clientDataJSON, attestationObject, ...(transports !== undefined && { transports }) }
  await call('POST /v1/auth/passkeys', { body })
}

/** Lets the lifter choose a passkey and sign with it. */
export async function showPasskey(): Promise<Pick<Api['POST /v1/auth/passkeys/sign-in']['body'], 'challenge' | 'answer'>> {
  const { challenge, options } = await call('POST /v1/auth/passkeys/challenge', {})
  const { startAuthentication } = await browser()
  const shown = await startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON })
  const { clientDataJSON, authenticatorData, signature, userHandle } = shown.response
  const answer = { id: shown.id, clientDataJSON, authenticatorData, signature, ...(userHandle !== undefined && { userHandle }) }
  return { challenge, answer }
}

/** Whether the lifter closed the browser's own panel, or it gave up: nothing that anybody must be told. */
export const isCancelled = (error: unknown): boolean => error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)
