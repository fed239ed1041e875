import { z } from 'zod'
import { clientKind, SignedIn } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { byId, idOf, isoInstant, listOf, name, nothing } from './scalars.ts'

const bytes = (most: number) => z.string().max(most)

/** What is signed, told to the browser; and what brings it back, good for five minutes and once. */
const Asked = z.strictObject({
  challenge: z.string(),
  /** As `navigator.credentials` takes them, in the JSON form of WebAuthn Level 3. */
  options: z.record(z.string(), z.unknown()),
})

/** From `challenge` of the options. */
const challenge = z.string().max(2000)

export const PasskeyAnswer = z.strictObject({
  id: bytes(1400),
  clientDataJSON: bytes(4000),
  authenticatorData: bytes(4000),
  signature: bytes(2000),
  userHandle: bytes(200).optional(),
})

export const Passkey = z.strictObject({
  id: idOf<'passkey'>(),
  name: z.string(),
  createdAt: isoInstant,
  lastUsedAt: isoInstant.optional(),
  /** Kept by a password manager, so that other devices of its owner have it too. */
  isSynced: z.boolean(),
})
export type Passkey = z.infer<typeof Passkey>

export const listPasskeys = endpoint({
  name: 'accounts.list_passkeys',
  method: 'GET',
  path: '/v1/auth/passkeys',
  summary: 'The passkeys that sign in to this account',
  access: 'athlete',
  reply: listOf(Passkey),
  problems: [],
})

export const beginPasskey = endpoint({
  name: 'accounts.begin_passkey',
  method: 'POST',
  path: '/v1/auth/passkeys/options',
  summary: 'Begin with a passkey: what a browser needs to make one',
  access: 'athlete',
  reply: Asked,
  repeatsSafely: true,
  problems: ['auth.proof_required', 'auth.too_many_passkeys'],
})

export const addPasskey = endpoint({
  name: 'accounts.add_passkey',
  method: 'POST',
  path: '/v1/auth/passkeys',
  summary: 'Keep the passkey that was made; it signs in alone from now on',
  access: 'athlete',
  body: z.strictObject({
    challenge,
    name,
    id: bytes(1400),
    clientDataJSON: bytes(4000),
    attestationObject: bytes(20_000),
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
  reply: Passkey,
  status: 201,
  repeatsSafely: true,
  problems: ['auth.proof_required', 'auth.invalid_challenge', 'auth.invalid_passkey', 'auth.too_many_passkeys'],
})

export const renamePasskey = endpoint({
  name: 'accounts.rename_passkey',
  method: 'PATCH',
  path: '/v1/auth/passkeys/{id}',
  summary: 'Call a passkey something else',
  access: 'athlete',
  params: byId<'passkey'>(),
  body: z.strictObject({ name }),
  reply: Passkey,
  problems: ['auth.passkey_not_found'],
})

export const deletePasskey = endpoint({
  name: 'accounts.delete_passkey',
  method: 'DELETE',
  path: '/v1/auth/passkeys/{id}',
  summary: 'Take a passkey away: it signs in no more',
  access: 'athlete',
  params: byId<'passkey'>(),
  reply: nothing,
  status: 204,
  problems: ['auth.proof_required', 'auth.last_way_in', 'auth.passkey_not_found'],
})

export const askForPasskey = endpoint({
  name: 'accounts.ask_for_passkey',
  method: 'POST',
  path: '/v1/auth/passkeys/challenge',
  summary: 'What a browser needs to sign in, or to step up, with a passkey. Nobody need be named',
  access: 'public',
  reply: Asked,
  problems: [],
})

export const passkeySignIn = endpoint({
  name: 'accounts.passkey_sign_in',
  method: 'POST',
  path: '/v1/auth/passkeys/sign-in',
  summary: 'Sign in with a passkey. It is two factors in one: no code is asked for',
  access: 'public',
  body: z.strictObject({ challenge, answer: PasskeyAnswer, client: clientKind.optional(), deviceName: z.string().max(100).optional() }),
  reply: SignedIn,
  problems: ['auth.invalid_challenge', 'auth.invalid_passkey', 'auth.too_many_attempts'],
})

export const proveByPasskey = endpoint({
  name: 'accounts.prove_by_passkey',
  method: 'POST',
  path: '/v1/auth/step-up/passkey',
  summary: 'Show again that it is you with a passkey instead of the password; good for five minutes on this device',
  access: 'athlete',
  body: z.strictObject({ challenge, answer: PasskeyAnswer }),
  reply: nothing,
  status: 204,
  repeatsSafely: true,
  problems: ['auth.invalid_challenge', 'auth.invalid_passkey', 'auth.too_many_attempts'],
})
