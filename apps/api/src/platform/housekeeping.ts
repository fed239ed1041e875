import { removeBlob } from './blobs.ts'
import { forgetOldRequests } from './http/idempotency.ts'
import type { Room } from './room.ts'

/** The house's own chores. */
export const houseRoom: Room = {
  name: 'house',
  jobs: { 'house.remove_blob': removeBlob },
  patientJobs: ['house.remove_blob'],
  chores: { 'house.forget_old_requests': { everySeconds: 3600, run: forgetOldRequests } },
}
