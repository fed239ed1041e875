import { z } from 'zod'
import { Account, emailAddress, roles } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { byId, fault, listOf, nothing, pageCursor, pageLimit } from './scalars.ts'

export const listAccounts = endpoint({
  name: 'accounts.list_accounts',
  method: 'GET',
  path: '/v1/accounts',
  summary: 'The accounts of this server, newest first; with q, those whose address has it in it',
  access: 'admin',
  query: z.strictObject({
    role: z.enum(roles).optional(),
    email: emailAddress.optional(),
    /** Part of the e-mail address, in either case. */
    q: z
      .string()
      .refine((text) => text.length <= 200, fault('too_long', 'At most 200 characters'))
      .optional(),
    limit: pageLimit,
    cursor: pageCursor,
  }),
  reply: listOf(Account),
  problems: [],
})

export const changeRole = endpoint({
  name: 'accounts.change_role',
  method: 'PATCH',
  path: '/v1/accounts/{id}',
  summary: 'Appoint somebody: an admin appoints trainers, a super admin everybody; the last super admin stays one',
  access: 'admin',
  params: byId<'account'>(),
  body: z.strictObject({ role: z.enum(roles) }),
  reply: Account,
  problems: ['accounts.account_not_found', 'accounts.may_not_appoint', 'accounts.last_super_admin', 'auth.proof_required'],
})

export const endSessionsOf = endpoint({
  name: 'accounts.end_sessions_of',
  method: 'DELETE',
  path: '/v1/accounts/{id}/sessions',
  summary:
    'Sign somebody out everywhere, as after a lost phone: an admin lifters and trainers, a super admin everybody. They are told by mail',
  access: 'admin',
  params: byId<'account'>(),
  reply: nothing,
  status: 204,
  problems: ['accounts.account_not_found', 'accounts.may_not_appoint', 'auth.proof_required'],
})
