import { Problem, type Endpoint, type ProblemCode } from '@gymgenius/contracts'
import type { AccountId } from '@gymgenius/domain'
import { type Deed, record } from '../audit.ts'
import { actingAs, type Ctx, system } from '../context.ts'
import { rateRules, waitMs } from '../rate-limit.ts'

/** No to somebody we know, for want of a role. Being asked who is there, or for something of another's that is not to be seen, is none. */
const REFUSALS: ReadonlySet<ProblemCode> = new Set(['auth.forbidden', 'accounts.may_not_appoint'])

export interface Knocker {
  readonly as: Deed['as']
  readonly by: AccountId
}

/** Writes down who was refused what, in a unit of its own; so many a minute that nobody fills the log by knocking. */
export async function noteRefusal(ctx: Ctx, { name }: Endpoint, { as, by }: Knocker, error: unknown): Promise<void> {
  if (!(error instanceof Problem) || !REFUSALS.has(error.code)) return
  if ((await waitMs(ctx, rateRules.refusalsNoted, by)) > 0) return
  const deed: Deed = { act: 'accounts.access_refused', as, by, outcome: 'refused', facts: { endpoint: name } }
  await actingAs(ctx, system, (ctx) => record(ctx, deed)).catch((reason: unknown) => {
    ctx.log.error({ err: reason, accountId: by, endpoint: name }, 'a refusal could not be written down')
  })
}
