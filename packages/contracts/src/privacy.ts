import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { isoInstant, listOf, nothing } from './scalars.ts'

/** What is asked before it is done. trainer_sharing: that a trainer you choose may read health data that you name. */
export const consentPurposes = ['trainer_sharing'] as const

/** The text that is agreed to now; a new one gets a new number and is asked again. */
export const CONSENT_VERSIONS: Readonly<Record<(typeof consentPurposes)[number], number>> = { trainer_sharing: 1 }

export const Consent = z.strictObject({
  purpose: z.enum(consentPurposes),
  /** Which text was agreed to. */
  version: z.int(),
  agreedAt: isoInstant,
  withdrawnAt: isoInstant.optional(),
})
export type Consent = z.infer<typeof Consent>

export const listConsents = endpoint({
  name: 'privacy.list_consents',
  method: 'GET',
  path: '/v1/consents',
  summary: 'What was agreed to, in which words and when, and what was taken back; newest first',
  access: 'athlete',
  reply: listOf(Consent),
  problems: [],
})

export const agree = endpoint({
  name: 'privacy.agree',
  method: 'PUT',
  path: '/v1/consents',
  summary: 'Agree to the text of this version',
  access: 'athlete',
  body: z.strictObject({ purpose: z.enum(consentPurposes), version: z.int() }),
  reply: Consent,
  problems: ['privacy.consent_outdated'],
})

export const withdraw = endpoint({
  name: 'privacy.withdraw',
  method: 'DELETE',
  path: '/v1/consents',
  summary: 'Take it back: what it allowed ends at once',
  access: 'athlete',
  query: z.strictObject({ purpose: z.enum(consentPurposes) }),
  reply: nothing,
  status: 204,
  problems: [],
})

export const Erasure = z.strictObject({
  askedAt: isoInstant,
  /** From then on nothing is left; until then it can be taken back. */
  dueAt: isoInstant,
})

export type Erasure = z.infer<typeof Erasure>

export const getErasure = endpoint({
  name: 'privacy.get_erasure',
  method: 'GET',
  path: '/v1/me/erasure',
  summary: 'Whether this account is to be erased, and when',
  access: 'athlete',
  reply: z.strictObject({ erasure: Erasure.optional(), graceHours: z.number() }),
  problems: [],
})

export const askErasure = endpoint({
  name: 'privacy.ask_erasure',
  method: 'POST',
  path: '/v1/me/erasure',
  summary: 'Erase my account and everything it holds, after the grace; every other device and every trainer is out at once',
  access: 'athlete',
  reply: Erasure,
  status: 202,
  repeatsSafely: true,
  problems: ['auth.proof_required', 'accounts.last_super_admin'],
})

export const cancelErasure = endpoint({
  name: 'privacy.cancel_erasure',
  method: 'DELETE',
  path: '/v1/me/erasure',
  summary: 'Keep the account after all',
  access: 'athlete',
  reply: nothing,
  status: 204,
  problems: [],
})
