import type { Room } from '../../platform/room.ts'
import { goalRoutes } from './goals.routes.ts'
import { listGoalsOf, profileOf } from './goals.service.ts'

export { profileOf } from './goals.service.ts'

/** What for: goals of months and years, and how somebody trains. */
export const goalsRoom: Room = {
  name: 'goals',
  mount: goalRoutes,
  personalData: {
    copy: async (ctx, athleteId) => ({
      goals: (await listGoalsOf(ctx, { kind: 'athlete', athleteId, loginSessionId: athleteId as never })).items,
      profile: await profileOf(ctx, athleteId),
    }),
  },
}
