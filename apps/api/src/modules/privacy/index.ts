import type { Room } from '../../platform/room.ts'
import { keepNote } from './erase-ledger.ts'
import { eraseNext, erasureAsked } from './erasures.service.ts'
import { privacyRoutes } from './privacy.routes.ts'

export { eraseAgain } from './erase-ledger.ts'

/** Give it back; forget me. The copy of everything is made where the sets are, by walking all rooms (`logging`). */
export const privacyRoom: Room = {
  name: 'privacy',
  mount: privacyRoutes,
  jobs: { 'privacy.note_erased': keepNote },
  patientJobs: ['privacy.note_erased'],
  chores: { 'privacy.erase': { everySeconds: 60, run: eraseNext } },
  personalData: { copy: async (ctx, athleteId) => ({ erasure: (await erasureAsked(ctx, { athleteId })).erasure }) },
}
