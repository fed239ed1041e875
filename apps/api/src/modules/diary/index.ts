import type { AthleteId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import type { Room } from '../../platform/room.ts'
import { diaryRoutes } from './diary.routes.ts'
import { diaryChangesSince } from './entries.service.ts'

export { type BodyMasses, bodyMassesChangedFrom, bodyMassesOf } from './body-masses.service.ts'
export { bringEntries } from './bringing.service.ts'
export { changeEntry, diaryChangesSince, type EntryMoved, makeEntry, removeEntry } from './entries.service.ts'
export { notesOf } from './diary.service.ts'
export { conditionOf } from './readiness.service.ts'

/** What a lifter notes beside sets: soreness, nights, body weight, other activities. */
export const diaryRoom: Room = {
  name: 'diary',
  mount: diaryRoutes,
  personalData: { copy: async () => ({}), pages: { entries: entriesPage } },
}

const A_PAGE = 1000

/** By the number of their change: every entry once, those that change meanwhile as they are then. */
async function entriesPage(ctx: Ctx, athleteId: AthleteId, after: string | undefined) {
  const changes = await diaryChangesSince(ctx, athleteId, Number(after ?? 0), A_PAGE)
  const items = changes.flatMap(({ row }) => ('deleted' in row ? [] : [row]))
  return changes.length < A_PAGE ? { items } : { items, next: String(changes.at(-1)!.seq) }
}
