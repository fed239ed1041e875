import { daysBefore } from '@gymgenius/domain'
import { actingAs, type Ctx, system } from '../../platform/context.ts'
import { forgetEntriesBefore } from './audit.repository.ts'

/** Chore: what is older than the house promises to keep. The database lets nothing go that is younger than 90 days. */
export async function forgetOldEntries(ctx: Ctx): Promise<void> {
  const before = daysBefore(ctx.clock.now(), ctx.config.environment.AUDIT_DAYS)
  await actingAs(ctx, system, (ctx) => forgetEntriesBefore(ctx.db, before))
}
