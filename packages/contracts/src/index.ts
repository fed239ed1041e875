import type { CallsOf } from './endpoint.ts'
import type * as accounts from './accounts.ts'
import type * as accountRoles from './accounts.roles.ts'
import type * as accountMail from './accounts.mail.ts'
import type * as passkeys from './accounts.passkeys.ts'
import type * as providers from './accounts.providers.ts'
import type * as secondFactor from './accounts.second-factor.ts'
import type * as audit from './audit.ts'
import type * as diary from './diary.ts'
import type * as doctor from './doctor.ts'
import type * as alerts from './alerts.ts'
import type * as equipment from './equipment.ts'
import type * as goals from './goals.ts'
import type * as gyms from './gyms.ts'
import type * as imports from './imports.ts'
import type * as learning from './learning.ts'
import type * as logging from './logging.ts'
import type * as merges from './logging.merges.ts'
import type * as movements from './movements.ts'
import type * as movementRules from './movements.rules.ts'
import type * as pictures from './pictures.ts'
import type * as prescription from './prescription.ts'
import type * as privacy from './privacy.ts'
import type * as report from './prescription.report.ts'
import type * as programming from './programming.ts'
import type * as byHand from './programming.hand.ts'
import type * as programLife from './programming.life.ts'
import type * as schemes from './programming.schemes.ts'
import type * as scoring from './programming.scoring.ts'
import type * as sync from './sync.ts'
import type * as trainers from './trainers.ts'
import type * as looks from './trainers.looks.ts'

export * from './accounts.ts'
export * from './accounts.roles.ts'
export * from './accounts.mail.ts'
export * from './accounts.passkeys.ts'
export * from './accounts.providers.ts'
export * from './accounts.second-factor.ts'
export * from './audit.ts'
export * from './diary.ts'
export * from './doctor.ts'
export * from './alerts.ts'
export * from './endpoint.ts'
export * from './equipment.ts'
export * from './goals.ts'
export * from './gyms.ts'
export * from './imports.ts'
export * from './learning.ts'
export * from './logging.ts'
export * from './logging.merges.ts'
export * from './movements.ts'
export * from './movements.rules.ts'
export * from './pictures.ts'
export * from './prescription.ts'
export * from './prescription.report.ts'
export * from './privacy.ts'
export * from './problem.ts'
export * from './programming.ts'
export * from './programming.hand.ts'
export * from './programming.life.ts'
export * from './programming.schemes.ts'
export * from './programming.scoring.ts'
export * from './programming.shapes.ts'
export * from './scalars.ts'
export * from './sync.ts'
export * from './trainers.ts'
export * from './trainers.looks.ts'

/** Every endpoint of the API by the name of its constant. */
type EndpointsIn<Module> = {
  [K in keyof Module as Module[K] extends { readonly method: string; readonly path: string } ? K : never]: Module[K]
}

/** The API as types alone, keyed `'POST /v1/sets'`. */
export type Api = CallsOf<
  EndpointsIn<
    typeof accounts &
      typeof accountMail &
      typeof passkeys &
      typeof providers &
      typeof secondFactor &
      typeof accountRoles &
      typeof audit &
      typeof looks &
      typeof privacy &
      typeof trainers &
      typeof diary &
      typeof doctor &
      typeof alerts &
      typeof equipment &
      typeof goals &
      typeof gyms &
      typeof imports &
      typeof learning &
      typeof logging &
      typeof merges &
      typeof movements &
      typeof movementRules &
      typeof pictures &
      typeof prescription &
      typeof report &
      typeof programming &
      typeof byHand &
      typeof programLife &
      typeof schemes &
      typeof scoring &
      typeof sync
  >
>
