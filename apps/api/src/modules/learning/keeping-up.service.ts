import { type AthleteId, minutesAfter } from '@gymgenius/domain'
import { actingAs, type Ctx, system } from '../../platform/context.ts'
import { athletesBehind, putOff } from './beliefs.repository.ts'
import { readingVersion } from './engine-version.ts'
import { readOn } from './reading.service.ts'

/** Portions of one round of the chore: other chores wait for its end. */
const PORTIONS_A_ROUND = 10
const TRY_AGAIN_MINUTES = 10

/** The chore: reads the sets that came or changed since. It is not told of them, so that logging a set waits for nothing. */
export async function keepUp(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now()
  const behind = await actingAs(ctx, system, (ctx) => athletesBehind(ctx.db, readingVersion(), now, PORTIONS_A_ROUND))
  let portions = 0
  for (const athleteId of behind) {
    try {
      let hasMore = true
      while (hasMore && portions < PORTIONS_A_ROUND) {
        hasMore = await readOn(ctx, athleteId)
        portions += 1
      }
    } catch (error) {
      ctx.log.error({ err: error, athleteId }, 'the sets of a lifter could not be read')
      await actingAs(ctx, system, (ctx) => putOff(ctx.db, athleteId, minutesAfter(now, TRY_AGAIN_MINUTES), now))
    }
  }
}

/** Reads all there is of one lifter. */
export async function catchUp(ctx: Ctx, athleteId: AthleteId): Promise<void> {
  while (await readOn(ctx, athleteId));
}
