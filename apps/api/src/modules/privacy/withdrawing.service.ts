import type { Consent } from '@gymgenius/contracts'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { takeBack } from '../consents/index.ts'
import { endAllGrants } from '../trainers/index.ts'

/** Takes a consent back, and with it in one unit what it allowed. */
export async function withdrawConsent(ctx: Ctx, actor: Athlete, purpose: Consent['purpose']): Promise<undefined> {
  if (await takeBack(ctx, actor, purpose)) await endAllGrants(ctx, actor.athleteId)
}
