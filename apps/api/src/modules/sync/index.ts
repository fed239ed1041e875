import type { Room } from '../../platform/room.ts'
import { forgetOldTombstones } from './forgetting.service.ts'
import { syncRoutes } from './sync.routes.ts'

/** What devices did while nobody was looking comes in here, and what they missed goes out. */
export const syncRoom: Room = {
  name: 'sync',
  mount: syncRoutes,
  chores: { 'sync.forget_old_tombstones': { everySeconds: 86_400, run: forgetOldTombstones } },
}
