import type { SyncOp } from '@gymgenius/contracts'
import type { AccountId, OpId } from '@gymgenius/domain'
import type { HeldToken } from './held-token.ts'
import type { ShownRow } from './view/merge.ts'

/** A change as a screen makes it; the logbook adds who, when and which number. */
export type Change = Pick<SyncOp, 'opId' | 'entity' | 'entityId' | 'kind' | 'fields'>

export interface LogbookStatus {
  /** opening: the journal is being read · idle · syncing · waiting: to try again · signed_out: until the password is given. */
  readonly phase: 'opening' | 'idle' | 'syncing' | 'waiting' | 'signed_out'
  /** Changes that the server has not taken yet. */
  readonly unsynced: number
  /** Changes that it refused. */
  readonly refused: number
  /** indexeddb: this browser has no private file system, so each change is also sent at once. */
  readonly journal: 'opfs' | 'indexeddb' | undefined
  /** False while the server has told that more is to come: until the last page of a pull, be it the first or a later one. */
  readonly isComplete: boolean
  readonly lastSyncedAt: number | undefined
}

export const openingStatus: LogbookStatus = {
  phase: 'opening',
  unsynced: 0,
  refused: 0,
  journal: undefined,
  isComplete: false,
  lastSyncedAt: undefined,
}

export type Request =
  | { readonly act: 'write'; readonly changes: readonly Change[] }
  | { readonly act: 'sync' }
  /** The lifter is about to sign out: keep nothing that the server has. */
  | { readonly act: 'leave' }
  /** What the loads of the gym depend on was changed: targets wait for nothing older. */
  | { readonly act: 'fetch_loads' }
  | { readonly act: 'give_up'; readonly opId: OpId }
  | { readonly act: 'retry'; readonly opId: OpId }

/** From a page to its own worker. */
export type ToWorker =
  | {
      readonly kind: 'open'
      readonly account: AccountId
      readonly token: HeldToken | undefined
      /** Where the API is, as the page knows it. */
      readonly server: string | undefined
    }
  | { readonly kind: 'ask'; readonly id: string; readonly request: Request }

/** To the page that asked. `error` is the name and message of what went wrong. */
export interface Answer {
  readonly kind: 'answer'
  readonly id: string
  readonly error?: { readonly name: string; readonly message: string }
}

/** Between all tabs of one account. The tab that owns the journal answers, the others ask. */
export type Broadcast =
  | { readonly kind: 'ask'; readonly id: string; readonly request: Request }
  | Answer
  | { readonly kind: 'owner' }
  | { readonly kind: 'who' }
  | { readonly kind: 'status'; readonly status: LogbookStatus }
  /** The view has changed, among others by these changes of a page; `isTraining`: sets and workouts alone; `rows`: these of them, no others. */
  | { readonly kind: 'changed'; readonly opIds: readonly string[]; readonly isTraining?: boolean; readonly rows?: readonly ShownRow[] }

export const channelOf = (account: AccountId) => `gymgenius-logbook-${account}`
