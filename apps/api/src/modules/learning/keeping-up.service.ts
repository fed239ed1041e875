import { setTimeout } from 'node:timers/promises'
import { type AthleteId, minutesAfter } from '@gymgenius/domain'
import { actingAs, type Ctx, system } from '../../platform/context.ts'
import { isBeingWritten } from '../../platform/long-writes.ts'
import { athletesBehind, putOff } from './beliefs.repository.ts'
import { readingVersion } from './engine-version.ts'
import { readOn } from './reading.service.ts'

/** Other chores wait for the end of a round: so many lifters with a few new sets each, or so many whole portions of long logs. */
const LIFTERS_A_ROUND = 300
const WHOLE_PORTIONS_A_ROUND = 20
const TRY_AGAIN_MINUTES = 10
/** After each lifter others have the processor for as long as that took: whoever presses Done waits for one lifter, not for hundreds. */
const LONGEST_PAUSE_MS = 50

/**
 * The chore: reads the sets that came or changed since. It is not told of them, so that logging a set waits for nothing. Where
 * some are left at the end of its round it asks for another.
 */
export async function keepUp(ctx: Ctx): Promise<void | 'more'> {
  const now = ctx.clock.now()
  let behind = await actingAs(ctx, system, (ctx) => athletesBehind(ctx.db, readingVersion(), now, LIFTERS_A_ROUND))
  let wholePortions = 0
  while (behind.length > 0) {
    const haveMore: AthleteId[] = []
    for (const athleteId of behind) {
      if (wholePortions >= WHOLE_PORTIONS_A_ROUND) return 'more'
      if (isBeingWritten(athleteId)) continue // looked at again when the chore is next due
      const began = performance.now()
      const hasMore = await couldReadMore(ctx, athleteId)
      await setTimeout(Math.min(performance.now() - began, LONGEST_PAUSE_MS))
      if (!hasMore) continue
      wholePortions += 1
      haveMore.push(athleteId)
    }
    behind = haveMore // a long log takes turns with the others
  }
}

async function couldReadMore(ctx: Ctx, athleteId: AthleteId): Promise<boolean> {
  try {
    return await readOn(ctx, athleteId)
  } catch (error) {
    ctx.log.error({ err: error, athleteId }, 'the sets of a lifter could not be read')
    const now = ctx.clock.now()
    await actingAs(ctx, system, (ctx) => putOff(ctx.db, athleteId, minutesAfter(now, TRY_AGAIN_MINUTES), now))
    return false
  }
}

/** Reads all there is of one lifter. */
export async function catchUp(ctx: Ctx, athleteId: AthleteId): Promise<void> {
  while (await readOn(ctx, athleteId));
}
