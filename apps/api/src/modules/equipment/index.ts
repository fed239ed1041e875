import type { Room } from '../../platform/room.ts'
import { saidSteps } from './load-steps.repository.ts'
import { loadStepsRoutes } from './load-steps.routes.ts'

export { loadStepsFor, loadStepsForAll } from './load-steps.service.ts'

/** What can be loaded here. */
export const equipmentRoom: Room = {
  name: 'equipment',
  mount: loadStepsRoutes,
  personalData: { copy: async (ctx, athleteId) => ({ loadSteps: await saidSteps(ctx.db, athleteId) }) },
}
