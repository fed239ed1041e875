import { type LoginSession, Problem } from '@gymgenius/contracts'
import { type LoginSessionId, daysBefore } from '@gymgenius/domain'
import { record } from '../../platform/audit.ts'
import { actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import { noteEnded } from './authenticate.service.ts'
import { forgetNetworksSeenBefore } from './familiar-networks.repository.ts'
import { deleteInvitesExpiredBefore } from './invites.repository.ts'
import { deleteLinksExpiredBefore } from './mail-links.repository.ts'
import { forgetChallengesExpiredBefore } from './passkeys.repository.ts'
import { deleteSessionsEndedBefore, endSessions, livingSessions } from './sessions.repository.ts'

/** The devices that are signed in, last used first. */
export async function devices(ctx: Ctx, { athleteId, loginSessionId }: Athlete): Promise<{ items: LoginSession[] }> {
  const sessions = await livingSessions(ctx.db, athleteId, ctx.clock.now())
  return { items: sessions.map((session) => ({ ...session, isCurrent: session.id === loginSessionId })) }
}

export async function endDevice(ctx: Ctx, { athleteId }: Athlete, id: LoginSessionId): Promise<undefined> {
  const ended = await endSessions(ctx.db, athleteId, { only: id }, 'ended_by_owner', ctx.clock.now())
  if (ended.length === 0) throw new Problem('auth.session_not_found')
  await record(ctx, { act: 'accounts.devices_ended', as: 'athlete', by: athleteId, about: athleteId, facts: { devices: 1 } })
  await noteEnded(ctx, ended)
}

export async function endOtherDevices(ctx: Ctx, { athleteId, loginSessionId }: Athlete): Promise<undefined> {
  const ended = await endSessions(ctx.db, athleteId, { except: loginSessionId }, 'ended_by_owner', ctx.clock.now())
  await record(ctx, { act: 'accounts.devices_ended', as: 'athlete', by: athleteId, about: athleteId, facts: { devices: ended.length } })
  await noteEnded(ctx, ended)
}

const KEPT_DAYS = 30
/** Whoever was away longer is a stranger there, until they have signed in. */
const FAMILIAR_DAYS = 180

/** Chore: forgets sign-ins, invites and mailed links that have long been over. */
export async function forgetOldSignIns(ctx: Ctx): Promise<void> {
  const before = daysBefore(ctx.clock.now(), KEPT_DAYS)
  await actingAs(ctx, system, async (ctx) => {
    await deleteSessionsEndedBefore(ctx.db, before)
    await deleteInvitesExpiredBefore(ctx.db, before)
    await deleteLinksExpiredBefore(ctx.db, before)
    await forgetChallengesExpiredBefore(ctx.db, ctx.clock.now())
    await forgetNetworksSeenBefore(ctx.db, daysBefore(ctx.clock.now(), FAMILIAR_DAYS))
  })
}
