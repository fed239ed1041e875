import { type OutputOf, Problem, type pullChanges } from '@gymgenius/contracts'
import { changeHead } from '../../platform/changes.ts'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { type Change, changesSince, hlcOf, hlcOfStamp, laterOf } from '../logging/index.ts'
import { cursorOf, type Position, positionOf } from './cursors.ts'
import { horizonOf } from './horizon.repository.ts'
import { type DiaryMovedHere, diarySince } from './diary.service.ts'
import { type GymMovedHere, gymsSince } from './gyms.service.ts'
import { type MovementMoved, movementsSince } from './movements.service.ts'

const ROWS_A_PAGE = 1000

type Page = OutputOf<typeof pullChanges, 'reply'>

/**
 * What changed since the cursor, in the order of the changes, each row as it is now. Without a cursor, everything.
 * A row that changes again moves to the end, so a device may meet a set before its workout.
 */
export async function pull(ctx: Ctx, { athleteId }: Athlete, { cursor }: { readonly cursor?: string | undefined }): Promise<Page> {
  const horizon = await horizonOf(ctx.db, athleteId)
  // Read first: every change up to it is committed, and what is read after it may be newer but never lacks one of those.
  const head = await changeHead(ctx, athleteId)
  const from = cursor === undefined ? { seq: 0, horizon } : positionOf(ctx.config.secret, athleteId, cursor)
  refuseTooOld(from, { seq: head, horizon })

  const changes: (Change | MovementMoved | GymMovedHere | DiaryMovedHere)[] = [
    ...(await changesSince(ctx, athleteId, from.seq, ROWS_A_PAGE + 1)),
    ...(await movementsSince(ctx, athleteId, from.seq, ROWS_A_PAGE + 1)),
    ...(await gymsSince(ctx, athleteId, from.seq, ROWS_A_PAGE + 1)),
    ...(await diarySince(ctx, athleteId, from.seq, ROWS_A_PAGE + 1)),
  ]
  const known = changes.filter((change) => change.seq <= head).sort((a, b) => a.seq - b.seq)
  const page = known.slice(0, ROWS_A_PAGE)
  const hasMore = known.length > page.length
  const seq = hasMore ? page.at(-1)!.seq : head
  return {
    workouts: page.flatMap((change) => (change.of === 'workouts' ? [change.row] : [])),
    sets: page.flatMap((change) => (change.of === 'sets' ? [change.row] : [])),
    routines: page.flatMap((change) => (change.of === 'routines' ? [change.row] : [])),
    movements: page.flatMap((change) => (change.of === 'movements' ? [change.row] : [])),
    diary: page.flatMap((change) => (change.of === 'diary' ? [change.row] : [])),
    gyms: page.flatMap((change) => (change.of === 'gyms' ? [change.row] : [])),
    cursor: cursorOf(ctx.config.secret, athleteId, { seq, horizon: from.horizon }),
    clock: page.flatMap(({ clocks }) => Object.values(clocks).map(hlcOfStamp)).reduce(laterOf, hlcOf(ctx.clock.now())),
    hasMore,
  }
}

/** Tombstones past this position are gone, or this position is of a future that a restored backup does not have. */
function refuseTooOld(from: Position, now: Position): void {
  const missedDeletions = from.seq < now.horizon && from.horizon < now.horizon
  if (missedDeletions || from.seq > now.seq) throw new Problem('sync.resync_required')
}
