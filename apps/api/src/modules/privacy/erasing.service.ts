import type { AccountId } from '@gymgenius/domain'
import { record } from '../../platform/audit.ts'
import type { Ctx } from '../../platform/context.ts'
import { forgetTracesOf } from '../../platform/traces.ts'
import { deleteAccount } from '../accounts/index.ts'
import { forgetPictureOf } from '../pictures/index.ts'

/** Everything of one account, in the unit of whoever asks. As the system. */
export async function eraseNow(ctx: Ctx, id: AccountId): Promise<void> {
  await record(ctx, { act: 'privacy.erased', as: 'house', about: id })
  await forgetTracesOf(ctx, id)
  await forgetPictureOf(ctx, id)
  await deleteAccount(ctx, id)
}
