import { z } from 'zod'
import { SignedIn } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { byId, idOf, isoInstant, listOf, nothing } from './scalars.ts'

/** One of `providers` of the server's facts. */
const provider = z.string().max(32)

/** Where the browser goes; how it comes back is in a cookie that no script reads, for ten minutes and once. */
const Begun = z.strictObject({ address: z.string() })

/** What stands behind the ? of the address that the provider sent the browser back to. */
const answer = z.string().max(8000)

/** A sign-in elsewhere that opens this account. */
export const ProviderLink = z.strictObject({
  id: idOf<'provider_link'>(),
  /** Absent where the server has this provider no more: it opens nothing now. */
  provider: z.string().optional(),
  issuer: z.string(),
  createdAt: isoInstant,
  lastUsedAt: isoInstant.optional(),
})
export type ProviderLink = z.infer<typeof ProviderLink>

export const beginProvider = endpoint({
  name: 'accounts.begin_provider',
  method: 'POST',
  path: '/v1/auth/providers/begin',
  summary: 'Begin to sign in, or to open an account, by a provider. For browsers only',
  access: 'public',
  body: z.strictObject({ provider, purpose: z.enum(['sign_in', 'sign_up']), inviteCode: z.string().max(100).optional() }),
  reply: Begun,
  problems: ['auth.provider_unknown', 'auth.provider_away', 'auth.too_many_attempts'],
})

const answerProblems = [
  'auth.csrf',
  'auth.provider_answer',
  'auth.provider_away',
  'auth.provider_denied',
  'auth.too_many_attempts',
] as const

export const providerSignIn = endpoint({
  name: 'accounts.provider_sign_in',
  method: 'POST',
  path: '/v1/auth/providers/sign-in',
  summary: 'Sign in, or open an account, with what the provider answered. A second factor is still asked for',
  access: 'public',
  body: z.strictObject({ answer, deviceName: z.string().max(100).optional() }),
  /** `isNew`: the account has just been opened. */
  reply: z.strictObject({ ...SignedIn.shape, isNew: z.boolean() }),
  problems: [
    ...answerProblems,
    'auth.provider_not_linked',
    'auth.provider_email_taken',
    'auth.provider_no_email',
    'auth.registration_closed',
    'auth.invite_required',
    'auth.second_factor_required',
  ],
})

export const listProviderLinks = endpoint({
  name: 'accounts.list_provider_links',
  method: 'GET',
  path: '/v1/auth/providers/links',
  summary: 'The sign-ins by a provider that open this account, and whether it has a password too',
  access: 'athlete',
  reply: z.strictObject({ ...listOf(ProviderLink).shape, hasPassword: z.boolean() }),
  problems: [],
})

export const beginProviderLink = endpoint({
  name: 'accounts.begin_provider_link',
  method: 'POST',
  path: '/v1/auth/providers/links/begin',
  summary: 'Begin to link a sign-in by a provider with this account. For browsers only',
  access: 'athlete',
  body: z.strictObject({ provider }),
  reply: Begun,
  repeatsSafely: true,
  problems: ['auth.proof_required', 'auth.provider_unknown', 'auth.provider_away', 'auth.too_many_attempts'],
})

export const linkProvider = endpoint({
  name: 'accounts.link_provider',
  method: 'POST',
  path: '/v1/auth/providers/links',
  summary: 'Link what the provider answered with this account; it signs in from now on',
  access: 'athlete',
  body: z.strictObject({ answer }),
  reply: ProviderLink,
  status: 201,
  repeatsSafely: true,
  problems: [...answerProblems, 'auth.provider_taken'],
})

export const unlinkProvider = endpoint({
  name: 'accounts.unlink_provider',
  method: 'DELETE',
  path: '/v1/auth/providers/links/{id}',
  summary: 'Undo a link: it signs in no more. Not the only way in',
  access: 'athlete',
  params: byId<'provider_link'>(),
  reply: nothing,
  status: 204,
  problems: ['auth.proof_required', 'auth.last_way_in', 'auth.provider_link_not_found'],
})

export const beginProviderProof = endpoint({
  name: 'accounts.begin_provider_proof',
  method: 'POST',
  path: '/v1/auth/step-up/provider/begin',
  summary: 'Begin to show again that it is you, by a linked provider; it asks who you are anew. For browsers only',
  access: 'athlete',
  body: z.strictObject({
    provider,
    /** Where a second factor is on. */
    code: z.string().max(64).optional(),
  }),
  reply: Begun,
  repeatsSafely: true,
  problems: ['auth.invalid_code', 'auth.provider_unknown', 'auth.provider_away', 'auth.second_factor_required', 'auth.too_many_attempts'],
})

export const proveByProvider = endpoint({
  name: 'accounts.prove_by_provider',
  method: 'POST',
  path: '/v1/auth/step-up/provider',
  summary: 'Show again that it is you with what the provider answered; good for five minutes on this device',
  access: 'athlete',
  body: z.strictObject({ answer }),
  reply: nothing,
  status: 204,
  repeatsSafely: true,
  problems: [...answerProblems, 'auth.provider_not_linked'],
})
