import type { Room } from '../../platform/room.ts'
import { forgetEndedGrants, listGrantsOf } from './grants.service.ts'
import { trainerRoutes } from './trainers.routes.ts'
import { listAthletes } from './training.service.ts'

export { endAllGrants } from './grants.service.ts'

/** Who lets whom see what. */
export const trainersRoom: Room = {
  name: 'trainers',
  mount: trainerRoutes,
  chores: { 'trainers.forget_ended_grants': { everySeconds: 86_400, run: forgetEndedGrants } },
  personalData: {
    copy: async (ctx, athleteId) => ({
      grants: (await listGrantsOf(ctx, { athleteId })).items.map(({ code: _code, ...grant }) => grant),
      trains: (await listAthletes(ctx, { kind: 'trainer', accountId: athleteId })).items,
    }),
  },
}
