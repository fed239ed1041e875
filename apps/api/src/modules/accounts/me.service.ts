import type { Account, Settings } from '@gymgenius/contracts'
import { type AthleteId, type Instant, DAY_MS, isoOf } from '@gymgenius/domain'
import { record } from '../../platform/audit.ts'
import type { Admin, Athlete, Ctx } from '../../platform/context.ts'
import { accountByEmail, accountById } from './accounts.repository.ts'
import { emailIdentity } from './emails.ts'
import { networksOf } from './familiar-networks.repository.ts'
import { insertInvite } from './invites.repository.ts'
import { asText, hashOf } from './keys.ts'
import { linksOf } from './mail-links.repository.ts'
import { passkeysOf } from './passkeys.repository.ts'
import { linksWithProviders } from './provider-links.repository.ts'
import { livingSessions } from './sessions.repository.ts'
import { storedSettings, updateSettings } from './settings.repository.ts'

export async function me(ctx: Ctx, { athleteId }: Pick<Athlete, 'athleteId'>): Promise<Account> {
  const found = await accountById(ctx.db, athleteId)
  if (found === undefined) throw new RangeError('an athlete without an account')
  return found.account
}

/** Whose address this is, for somebody at the server's own command line; undefined when it is nobody's. Asked as the system. */
export async function athleteWithEmail(ctx: Ctx, email: string): Promise<AthleteId | undefined> {
  return (await accountByEmail(ctx.db, emailIdentity(email)))?.account.id
}

/** How this lifter wants to see and be asked things. */
export const settingsOf = (ctx: Ctx, athleteId: AthleteId): Promise<Settings> => storedSettings(ctx.db, athleteId)

export async function adjustSettings(ctx: Ctx, { athleteId }: Athlete, changes: Parameters<typeof updateSettings>[2]): Promise<Settings> {
  await updateSettings(ctx.db, athleteId, changes)
  return storedSettings(ctx.db, athleteId)
}

const INVITE_DAYS = 7

/** A code that lets one person register within a week. Only its hash is kept. */
export async function invite(ctx: Ctx, { accountId }: Admin) {
  const now = ctx.clock.now()
  const expiresAt = (now + INVITE_DAYS * DAY_MS) as Instant
  const code = asText(ctx.secretBytes(16))
  await insertInvite(ctx.db, accountId, hashOf(code), now, expiresAt)
  await record(ctx, { act: 'accounts.invited', as: 'admin', by: accountId })
  return { code, expiresAt: isoOf(expiresAt) }
}

/** What this room keeps of a person. Hashes of passwords and tokens are nobody's data. */
export async function copyOfMine(ctx: Ctx, athleteId: AthleteId) {
  return {
    account: await me(ctx, { athleteId }),
    settings: await storedSettings(ctx.db, athleteId),
    familiarNetworks: await networksOf(ctx.db, athleteId),
    passkeys: await passkeysOf(ctx.db, athleteId),
    providerLinks: await linksWithProviders(ctx.db, athleteId),
    mailLinks: await linksOf(ctx.db, athleteId),
    loginSessions: await livingSessions(ctx.db, athleteId, ctx.clock.now()),
  }
}
