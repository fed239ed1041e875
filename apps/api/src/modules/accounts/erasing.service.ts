import { Problem } from '@gymgenius/contracts'
import type { AccountId, LoginSessionId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { accountById, waitToOpen } from './accounts.repository.ts'
import { forgetBelieved } from './authenticate.service.ts'
import { deleteAccountRow, hasOtherAccount } from './erasing.repository.ts'
import { requireAnotherSuperAdmin } from './roles.service.ts'

/** Refuses to let the last super admin go while others are left behind; who is alone may. As the system. */
export async function requireReplaceable(ctx: Ctx, id: AccountId): Promise<void> {
  await waitToOpen(ctx.db)
  const found = await accountById(ctx.db, id)
  if (found === undefined) throw new Problem('accounts.account_not_found')
  if (await hasOtherAccount(ctx.db, id)) await requireAnotherSuperAdmin(ctx, found.account)
}

/** Removes an account; every row of theirs goes with it. As the system. */
export async function deleteAccount(ctx: Ctx, id: AccountId): Promise<void> {
  const sessions: LoginSessionId[] = await deleteAccountRow(ctx.db, id)
  forgetBelieved(ctx, sessions)
}
