import { authenticate } from './modules/accounts/index.ts'
import type { Plan } from './platform/house.ts'
import { builtApp } from './platform/web-files.ts'
import { rooms } from './rooms.ts'

/** What this house is made of: its rooms, who proves who somebody is, and the app it hands out. */
export const plan: Plan = {
  rooms,
  authenticate,
  webFolder: builtApp,
}
