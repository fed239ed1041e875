import { z } from 'zod'
import { emailAddress } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { idOf, isoInstant, listOf, pageCursor, pageLimit } from './scalars.ts'

/** Everything that is written down with who did it. Words are public: add freely, never rename. */
export const auditActs = [
  'accounts.opened',
  'accounts.signed_in',
  'accounts.signed_out',
  'accounts.devices_ended',
  'accounts.token_reused',
  'accounts.password_changed',
  'accounts.password_reset',
  'accounts.proved',
  'accounts.second_factor_on',
  'accounts.second_factor_off',
  'accounts.backup_codes_replaced',
  'accounts.email_changed',
  'accounts.passkey_added',
  'accounts.passkey_removed',
  'accounts.provider_linked',
  'accounts.provider_unlinked',
  'accounts.invited',
  'accounts.role_changed',
  'accounts.access_refused',
  'audit.exported',
  'logging.exported',
  'programming.scoring_changed',
  'privacy.agreed',
  'privacy.withdrawn',
  'privacy.erasure_asked',
  'privacy.erasure_cancelled',
  'privacy.erased',
  'trainers.granted',
  'trainers.changed',
  'trainers.taken',
  'trainers.ended',
  'trainers.looked',
] as const
export type AuditAct = (typeof auditActs)[number]

export const actorKinds = ['athlete', 'trainer', 'admin', 'house', 'nobody'] as const

/** Somebody an entry is about. An account that was erased has its pseudonym left, which leads to nobody. */
const Person = z.strictObject({ pseudonym: z.uuid(), email: z.string().optional() })

export const AuditEntry = z.strictObject({
  id: idOf<'audit_entry'>(),
  at: isoInstant,
  /** One of the words above, or one of a later version. */
  act: z.string(),
  /** In which of their roles; `nobody` is somebody unknown at the door, `house` the server and its command line. */
  as: z.enum(actorKinds),
  by: Person.optional(),
  /** Whose account it concerns. */
  about: Person.optional(),
  outcome: z.enum(['done', 'refused']),
  /** The `x-request-id` of the call. */
  requestId: z.string().optional(),
  /** Words and numbers of the act itself: the kinds of data, the role. Never anybody's data. */
  facts: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof AuditEntry>

const filter = {
  act: z.enum(auditActs).optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  /** Done by or to this account. */
  email: emailAddress.optional(),
  from: isoInstant.optional(),
  to: isoInstant.optional(),
}

export const listAudit = endpoint({
  name: 'audit.list',
  method: 'GET',
  path: '/v1/audit',
  summary: 'The audit log, newest first',
  access: 'admin',
  query: z.strictObject({ ...filter, limit: pageLimit, cursor: pageCursor }),
  reply: listOf(AuditEntry),
  problems: [],
})

export const exportAudit = endpoint({
  name: 'audit.export',
  method: 'GET',
  path: '/v1/audit/export',
  summary: 'The audit log as a file: JSON lines or CSV',
  access: 'admin',
  query: z.strictObject({ ...filter, format: z.enum(['jsonl', 'csv']).optional() }),
  reply: z.string(),
  replyTypes: ['application/x-ndjson', 'text/csv'],
  problems: [],
})

export const listMyAudit = endpoint({
  name: 'audit.list_mine',
  method: 'GET',
  path: '/v1/me/audit',
  summary: 'What was done to my account and with what it holds, newest first',
  access: 'athlete',
  query: z.strictObject({ limit: pageLimit, cursor: pageCursor }),
  reply: listOf(AuditEntry),
  problems: [],
})
