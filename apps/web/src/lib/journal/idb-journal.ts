import type { SyncOp } from '@gymgenius/contracts'
import type { AccountId, DeviceId, OpId } from '@gymgenius/domain'
import { openDB, type DBSchema } from 'idb'
import { FIRST_HLC, laterHlc } from '../hlc.ts'
import { type Journal, journalOf } from './journal.ts'

interface Schema extends DBSchema {
  ops: { key: string; value: SyncOp }
}

/**
 * The second best journal, for browsers without a private file system: a killed browser can lose it, and the app says so.
 * Each opening is a device of its own, so that two tabs without locks never number two changes alike.
 */
export async function openIdbJournal(account: AccountId, newDeviceId: () => DeviceId): Promise<Journal> {
  const db = await openDB<Schema>(journalOf(account), 1, {
    upgrade: (upgraded) => void upgraded.createObjectStore('ops', { keyPath: 'opId' }),
  })
  const deviceId = newDeviceId()
  let ops: readonly SyncOp[] = await db.getAll('ops') // ids of changes sort by time
  let nextSeq = 0

  return {
    kind: 'indexeddb',
    deviceId,
    get nextSeq() {
      return nextSeq
    },
    get lastHlc() {
      return ops.reduce((last, op) => laterHlc(last, op.hlc), FIRST_HLC)
    },
    get ops() {
      return ops
    },
    append: async (more) => {
      const writing = db.transaction('ops', 'readwrite', { durability: 'strict' })
      await Promise.all([...more.map((op) => writing.store.put(op)), writing.done])
      ops = [...ops, ...more]
      nextSeq = more.reduce((next, op) => Math.max(next, op.deviceSeq + 1), nextSeq)
    },
    drop: async (opId: OpId) => {
      await db.delete('ops', opId)
      ops = ops.filter((op) => op.opId !== opId)
    },
    settle: async (opIds) => {
      const writing = db.transaction('ops', 'readwrite')
      await Promise.all([...[...opIds].map((opId) => writing.store.delete(opId)), writing.done])
      ops = ops.filter((op) => !opIds.has(op.opId))
    },
    close: () => db.close(),
  }
}
