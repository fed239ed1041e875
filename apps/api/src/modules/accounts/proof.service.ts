import { Problem } from '@gymgenius/contracts'
import { minutesAfter } from '@gymgenius/domain'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { provedAt } from './sessions.repository.ts'

/** For so long a device is believed to be in its owner's hands. */
const BELIEVED_MINUTES = 5

/** Refuses a dangerous act on a device whose owner has not shown who they are within the last minutes: by signing in, or by a step-up. */
export async function requireProof(ctx: Ctx, { athleteId, loginSessionId }: Pick<Athlete, 'athleteId' | 'loginSessionId'>): Promise<void> {
  const at = await provedAt(ctx.db, athleteId, loginSessionId)
  if (at === undefined || ctx.clock.now() > minutesAfter(at, BELIEVED_MINUTES)) throw new Problem('auth.proof_required')
}
