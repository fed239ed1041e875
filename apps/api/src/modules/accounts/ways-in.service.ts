import { Problem } from '@gymgenius/contracts'
import type { AccountId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { accountById } from './accounts.repository.ts'
import { credentialsOf } from './passkeys.repository.ts'
import { NO_PASSWORD } from './passwords.ts'
import { linksWithProviders } from './provider-links.repository.ts'

export const hasPasskeys = async (ctx: Ctx, accountId: AccountId): Promise<boolean> => (await credentialsOf(ctx.db, accountId)).length > 0

export const hasPassword = async (ctx: Ctx, accountId: AccountId): Promise<boolean> =>
  (await accountById(ctx.db, accountId))?.passwordHash !== NO_PASSWORD

/** Undoes the unit that has just taken the last way into an account away. A link opens nothing where its provider is no longer asked. */
export async function requireWayIn(ctx: Ctx, accountId: AccountId): Promise<void> {
  if ((await hasPassword(ctx, accountId)) || (await hasPasskeys(ctx, accountId))) return
  const links = await linksWithProviders(ctx.db, accountId)
  if (!links.some(({ issuer }) => ctx.providers.some((provider) => provider.issuer === issuer))) throw new Problem('auth.last_way_in')
}
