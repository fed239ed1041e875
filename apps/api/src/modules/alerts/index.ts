import type { Room } from '../../platform/room.ts'
import { devicesOf, removeDevices } from './push-devices.repository.ts'
import { pushRoutes } from './push.routes.ts'
import { ring } from './rests.service.ts'

/** What rings when the app sleeps. */
export const alertsRoom: Room = {
  name: 'alerts',
  mount: pushRoutes,
  jobs: { 'alerts.ring': ring },
  listens: {
    'accounts.sign_ins_ended': (ctx, { loginSessionIds }) => removeDevices(ctx.db, loginSessionIds),
  },
  personalData: { copy: async (ctx, athleteId) => ({ pushDevices: await devicesOf(ctx.db, athleteId) }) },
}
