import { forgetOldRequests } from './http/idempotency.ts'
import type { Room } from './room.ts'

/** The house's own chores. */
export const houseRoom: Room = {
  name: 'house',
  chores: { 'house.forget_old_requests': { everySeconds: 3600, run: forgetOldRequests } },
}
