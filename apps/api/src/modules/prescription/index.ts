import type { Room } from '../../platform/room.ts'
import { prescriptionRoutes } from './prescription.routes.ts'
import { recommendationsOf } from './recommendations.repository.ts'

export { recommend } from './recommendations.service.ts'
export { replay, type Replay } from './replay.service.ts'

/** Newest recommendations that a lifter's copy holds; their snapshots repeat the log and are left out. */
const COPIED = 10_000

/** What the next set should be, and why. */
export const prescriptionRoom: Room = {
  name: 'prescription',
  mount: prescriptionRoutes,
  personalData: { copy: async (ctx, athleteId) => ({ recommendations: await recommendationsOf(ctx.db, athleteId, COPIED) }) },
}
