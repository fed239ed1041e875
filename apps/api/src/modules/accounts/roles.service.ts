import { type Account, type listAccounts, type OutputOf, Problem } from '@gymgenius/contracts'
import { type AccountId, instantOf } from '@gymgenius/domain'
import { record } from '../../platform/audit.ts'
import { type Admin, actingAs, type Ctx, system } from '../../platform/context.ts'
import { pageOf } from '../../platform/pages.ts'
import { accountById, type Role, setRole, waitToOpen } from './accounts.repository.ts'
import { noteEnded } from './authenticate.service.ts'
import type { MailLanguage } from './mail-texts.ts'
import { orderMail } from './mails.service.ts'
import { requireProof } from './proof.service.ts'
import { accounts, hasOtherSuperAdmin } from './roles.repository.ts'
import { endSessions } from './sessions.repository.ts'

/** Who has an account here. */
export async function listEveryAccount(ctx: Ctx, _admin: Admin, { limit, cursor, ...which }: OutputOf<typeof listAccounts, 'query'>) {
  return actingAs(ctx, system, (ctx) =>
    pageOf(
      { limit, cursor },
      (limit, before) => accounts(ctx.db, which, limit, before),
      ({ createdAt, id }) => ({ at: instantOf(createdAt), id }),
    ),
  )
}

/** Gives somebody another role. Changes of roles take turns, so that two super admins cannot depose each other at once. */
export async function appoint(ctx: Ctx, admin: Admin, id: AccountId, role: Role): Promise<Account> {
  await actingAs(ctx, admin, (ctx) => requireProof(ctx, { athleteId: admin.accountId, loginSessionId: admin.loginSessionId }))
  return actingAs(ctx, system, async (ctx) => {
    await waitToOpen(ctx.db)
    const [by, found] = [await accountById(ctx.db, admin.accountId), await accountById(ctx.db, id)]
    if (found === undefined) throw new Problem('accounts.account_not_found')
    const { role: from } = found.account
    if (from === role) return found.account
    if (by === undefined || !mayAppoint(by.account.role, from, role)) throw new Problem('accounts.may_not_appoint', { from, to: role })
    await requireAnotherSuperAdmin(ctx, found.account)
    await setRole(ctx.db, id, role)
    await record(ctx, { act: 'accounts.role_changed', as: 'admin', by: admin.accountId, about: id, facts: { from, to: role } })
    return { ...found.account, role }
  })
}

/** Ends every sign-in of somebody whom this admin could appoint. Their password stays theirs. */
export async function signOutEverywhere(ctx: Ctx, admin: Admin, id: AccountId, language: MailLanguage): Promise<undefined> {
  await actingAs(ctx, admin, (ctx) => requireProof(ctx, { athleteId: admin.accountId, loginSessionId: admin.loginSessionId }))
  await actingAs(ctx, system, async (ctx) => {
    const [by, found] = [await accountById(ctx.db, admin.accountId), await accountById(ctx.db, id)]
    if (found === undefined) throw new Problem('accounts.account_not_found')
    const { role } = found.account
    if (by === undefined || !mayAppoint(by.account.role, role, role))
      throw new Problem('accounts.may_not_appoint', { from: role, to: role })
    const ended = await endSessions(ctx.db, id, 'all', 'ended_by_admin', ctx.clock.now())
    await record(ctx, { act: 'accounts.devices_ended', as: 'admin', by: admin.accountId, about: id, facts: { devices: ended.length } })
    await orderMail(ctx, 'signed_out_by_admin', id, language)
    await noteEnded(ctx, ended)
  })
}

/** Refuses to go on where this account is the last one that can put others in charge. As the system, after `waitToOpen`. */
export async function requireAnotherSuperAdmin(ctx: Ctx, { id, role }: Account): Promise<void> {
  if (role === 'super_admin' && !(await hasOtherSuperAdmin(ctx.db, id))) throw new Problem('accounts.last_super_admin')
}

/** An admin makes and unmakes trainers; a super admin anybody, also themself. */
const mayAppoint = (by: Role, from: Role, to: Role): boolean =>
  by === 'super_admin' || (by === 'admin' && isOrdinary(from) && isOrdinary(to))

const isOrdinary = (role: Role) => role === 'athlete' || role === 'trainer'
