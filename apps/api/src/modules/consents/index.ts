import type { Room } from '../../platform/room.ts'
import { consentsOf } from './consents.repository.ts'

export { agreeTo, listConsentsOf, requireConsent, takeBack } from './consents.service.ts'

/** What was agreed to. Its doors are those of the room privacy, which also ends what a consent allowed. */
export const consentsRoom: Room = {
  name: 'consents',
  personalData: { copy: async (ctx, athleteId) => ({ consents: await consentsOf(ctx.db, athleteId) }) },
}
