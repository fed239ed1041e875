import { daysBefore } from '@gymgenius/domain'
import { actingAs, type Ctx, system } from '../../platform/context.ts'
import { forgetTombstones } from '../logging/index.ts'
import { moveHorizon } from './horizon.repository.ts'

/** A phone that was away for longer starts again from nothing. */
const TOMBSTONES_KEPT_DAYS = 90

/** The chore: throws away old tombstones, and remembers how far a cursor must have come to have seen them. */
export async function forgetOldTombstones(ctx: Ctx): Promise<void> {
  await actingAs(ctx, system, async (ctx) => {
    const forgotten = await forgetTombstones(ctx, daysBefore(ctx.clock.now(), TOMBSTONES_KEPT_DAYS))
    for (const { athleteId, seq } of forgotten) await moveHorizon(ctx.db, athleteId, seq)
  })
}
