import { authenticate } from './modules/accounts/index.ts'
import type { Plan } from './platform/house.ts'
import { rooms } from './rooms.ts'

/** What this house is made of: its rooms, and who proves who somebody is. */
export const plan: Plan = {
  rooms,
  authenticate,
}
