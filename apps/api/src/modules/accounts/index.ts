import type { Room } from '../../platform/room.ts'
import { authRoutes } from './auth.routes.ts'
import { copyOfMine } from './me.service.ts'
import { meRoutes } from './me.routes.ts'
import { sessionRoutes } from './sessions.routes.ts'
import { forgetOldSignIns } from './sessions.service.ts'

export { authenticate, holdSignIn } from './authenticate.service.ts'
export { adjustSettings, athleteWithEmail, settingsOf } from './me.service.ts'
export { makeAdmin, resetPassword } from './passwords.service.ts'
export { openAccount, serverInfo } from './registration.service.ts'

export const accountsRoom: Room = {
  name: 'accounts',
  mount: (app) => {
    authRoutes(app)
    sessionRoutes(app)
    meRoutes(app)
  },
  chores: { 'accounts.forget_old_sign_ins': { everySeconds: 86_400, run: forgetOldSignIns } },
  personalData: { copy: copyOfMine },
}
