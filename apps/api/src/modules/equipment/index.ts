import type { Room } from '../../platform/room.ts'
import { gymsOf } from './gyms.repository.ts'
import { gymRoutes } from './gyms.routes.ts'
import { gymShown } from './gyms.service.ts'
import { loadStepsRoutes } from './load-steps.routes.ts'

export { type GymEquipment, equipmentOf, loadsFor, loadsForAll } from './equipment-of.ts'
export { changeGym, listGyms, gymChangesSince, type GymMoved, hasGym, makeGym, removeGym, takeGymsBack } from './gyms.service.ts'

/** What can be loaded here. */
export const equipmentRoom: Room = {
  name: 'equipment',
  mount: (app) => {
    loadStepsRoutes(app)
    gymRoutes(app)
  },
  personalData: { copy: async (ctx, athleteId) => ({ gyms: (await gymsOf(ctx.db, athleteId)).map(gymShown) }) },
}
