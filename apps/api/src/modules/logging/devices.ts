import type { Clocks, Stamp } from './clocks.ts'
import type { Outcome } from './outcome.ts'

/** A change that was made on a device, perhaps long ago, already in the shape the REST endpoints take. */
export interface DeviceChange<Id, Put, Patch> {
  readonly id: Id
  /** True where it is certain that the lifter has nothing of this id. */
  readonly isUnknown: boolean
  /** When it was made, as a record that has seen these clocks must take it. */
  readonly stamp: (seen: Clocks) => Stamp
  readonly change:
    | { readonly kind: 'put'; readonly fields: Put; readonly isDeletedAlready: boolean }
    | { readonly kind: 'patch'; readonly fields: Patch; readonly takesDeletionBack: boolean }
    | { readonly kind: 'delete' }
}

/** What became of it. Whatever cannot be kept is thrown as a Problem. */
export interface Applied {
  readonly outcome: Outcome
  readonly needsConfirmation?: boolean
}
