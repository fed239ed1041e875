import type { CallsOf } from './endpoint.ts'
import type * as accounts from './accounts.ts'
import type * as diary from './diary.ts'
import type * as alerts from './alerts.ts'
import type * as equipment from './equipment.ts'
import type * as gyms from './gyms.ts'
import type * as imports from './imports.ts'
import type * as learning from './learning.ts'
import type * as logging from './logging.ts'
import type * as merges from './logging.merges.ts'
import type * as movements from './movements.ts'
import type * as movementRules from './movements.rules.ts'
import type * as prescription from './prescription.ts'
import type * as report from './prescription.report.ts'
import type * as sync from './sync.ts'

export * from './accounts.ts'
export * from './diary.ts'
export * from './alerts.ts'
export * from './endpoint.ts'
export * from './equipment.ts'
export * from './gyms.ts'
export * from './imports.ts'
export * from './learning.ts'
export * from './logging.ts'
export * from './logging.merges.ts'
export * from './movements.ts'
export * from './movements.rules.ts'
export * from './prescription.ts'
export * from './prescription.report.ts'
export * from './problem.ts'
export * from './scalars.ts'
export * from './sync.ts'

/** Every endpoint of the API by the name of its constant. */
type EndpointsIn<Module> = {
  [K in keyof Module as Module[K] extends { readonly method: string; readonly path: string } ? K : never]: Module[K]
}

/** The API as types alone, keyed `'POST /v1/sets'`. */
export type Api = CallsOf<
  EndpointsIn<
    typeof accounts &
      typeof diary &
      typeof alerts &
      typeof equipment &
      typeof gyms &
      typeof imports &
      typeof learning &
      typeof logging &
      typeof merges &
      typeof movements &
      typeof movementRules &
      typeof prescription &
      typeof report &
      typeof sync
  >
>
