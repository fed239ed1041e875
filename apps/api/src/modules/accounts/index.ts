import type { Room } from '../../platform/room.ts'
import { authRoutes } from './auth.routes.ts'
import { copyOfMine } from './me.service.ts'
import { meRoutes } from './me.routes.ts'
import { roleRoutes } from './roles.routes.ts'
import { secondFactorRoutes } from './second-factor.routes.ts'
import { sessionRoutes } from './sessions.routes.ts'
import { passkeyRoutes } from './passkeys.routes.ts'
import { providerRoutes } from './providers.routes.ts'
import { recoveryRoutes } from './recovery.routes.ts'
import { sendMail } from './mails.service.ts'
import { forgetOldSignIns } from './sessions.service.ts'

export { authenticate, holdSignIn } from './authenticate.service.ts'
export { accountIds } from './erasing.repository.ts'
export { deleteAccount, requireReplaceable } from './erasing.service.ts'
export { requireProof } from './proof.service.ts'
export { endOtherDevices } from './sessions.service.ts'
export { adjustSettings, athleteWithEmail, me, settingsOf } from './me.service.ts'
export { makeAdmin, resetPassword } from './passwords.service.ts'
export { dropSecondFactor, resealSecondFactors } from './second-factor.service.ts'
export { emailsByPseudonym, pseudonymByEmail, pseudonymOf } from './pseudonyms.repository.ts'
export { openAccount, serverInfo } from './registration.service.ts'

export const accountsRoom: Room = {
  name: 'accounts',
  mount: (app) => {
    authRoutes(app)
    secondFactorRoutes(app)
    sessionRoutes(app)
    meRoutes(app)
    roleRoutes(app)
    recoveryRoutes(app)
    passkeyRoutes(app)
    providerRoutes(app)
  },
  jobs: { 'accounts.send_mail': sendMail },
  patientJobs: ['accounts.send_mail'],
  chores: { 'accounts.forget_old_sign_ins': { everySeconds: 86_400, run: forgetOldSignIns } },
  personalData: { copy: copyOfMine },
}
