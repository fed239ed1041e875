import type { SyncOp } from '@gymgenius/contracts'
import type { AccountId, DeviceId, OpId } from '@gymgenius/domain'

/** The lock that the owner of a journal holds over all tabs, and the database of the second best one. */
export const journalOf = (account: AccountId) => `gymgenius-journal-${account}`

/** All changes of this phone that the server has not taken over for good. What `append` has resolved is on the disk. */
export interface Journal {
  /** Where it is kept: `opfs` survives a killed browser; `indexeddb` mostly does. */
  readonly kind: 'opfs' | 'indexeddb'
  readonly deviceId: DeviceId
  /** The number the next change gets. */
  readonly nextSeq: number
  /** The time of the newest change, so that the next one is later even when the clock steps back. */
  readonly lastHlc: string
  /** Oldest first. */
  readonly ops: readonly SyncOp[]
  append(ops: readonly SyncOp[]): Promise<void>
  /** Gives up one change. */
  drop(opId: OpId): Promise<void>
  /** Forgets changes that the server holds and that have come back by a pull. */
  settle(opIds: ReadonlySet<string>): Promise<void>
  close(): void
}
