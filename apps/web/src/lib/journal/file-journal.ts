import type { SyncOp } from '@gymgenius/contracts'
import type { DeviceId, OpId } from '@gymgenius/domain'
import { FIRST_HLC, laterHlc } from '../hlc.ts'
import type { Journal } from './journal.ts'
import { decodeRecords, encodeRecord, type Head, type JournalRecord } from './records.ts'

/** The part of a FileSystemSyncAccessHandle that a journal needs; tests give it memory. */
export interface ByteFile {
  getSize(): number
  read(into: Uint8Array, options: { readonly at: number }): number
  write(bytes: Uint8Array, options: { readonly at: number }): number
  truncate(size: number): void
  flush(): void
  close(): void
}

interface Contents {
  readonly head: Head
  readonly ops: readonly SyncOp[]
  readonly end: number
}

/**
 * Keeps the journal in one of two files. New changes go to its end; forgetting old ones writes the rest to the other
 * file, and only when that is whole on the disk is this one emptied. So at every moment one file is whole.
 */
export function openFileJournal(files: readonly [ByteFile, ByteFile], newDeviceId: () => DeviceId): Journal {
  const [first, second] = [read(files[0]), read(files[1])]
  let current: 0 | 1 = (second?.head.generation ?? -1) > (first?.head.generation ?? -1) ? 1 : 0
  const found = current === 0 ? first : second

  let head = found?.head ?? freshHead(newDeviceId())
  let ops = found?.ops ?? []
  let end = found?.end ?? 0
  if (found === undefined) end = write(files[current], 0, [head])
  else files[current].truncate(end) // what is behind was torn off in mid-write and never counted as saved
  files[current === 0 ? 1 : 0].truncate(0)

  return {
    kind: 'opfs',
    deviceId: head.deviceId,
    get nextSeq() {
      return ops.reduce((next, op) => Math.max(next, op.deviceSeq + 1), head.nextSeq)
    },
    get lastHlc() {
      return ops.reduce((last, op) => laterHlc(last, op.hlc), head.hlc)
    },
    get ops() {
      return ops
    },
    append: async (more) => {
      end = write(
        files[current],
        end,
        more.map((op) => ({ kind: 'op', op })),
      )
      ops = [...ops, ...more]
    },
    drop: async (opId: OpId) => {
      end = write(files[current], end, [{ kind: 'dropped', opId }])
      ops = ops.filter((op) => op.opId !== opId)
    },
    settle: async function (opIds) {
      const kept = ops.filter((op) => !opIds.has(op.opId))
      if (kept.length === ops.length) return
      const next = { ...head, generation: head.generation + 1, nextSeq: this.nextSeq, hlc: this.lastHlc, carried: kept.length }
      const other = current === 0 ? 1 : 0
      files[other].truncate(0)
      end = write(files[other], 0, [next, ...kept.map((op): JournalRecord => ({ kind: 'op', op }))])
      // Only now: had the writing failed, the old file would go on as the journal.
      files[current].truncate(0)
      current = other
      head = next
      ops = kept
    },
    close: () => files.forEach((file) => file.close()),
  }
}

/**
 * Writes records at `start` and waits for the disk. Answers where they end. When the disk is full, what was begun is
 * taken back and the error goes to the caller.
 */
function write(file: ByteFile, start: number, records: readonly JournalRecord[]): number {
  let end = start
  try {
    for (const record of records) {
      const bytes = encodeRecord(record)
      if (file.write(bytes, { at: end }) !== bytes.length) throw new DOMException('The disk is full', 'QuotaExceededError')
      end += bytes.length
    }
    file.flush()
    return end
  } catch (error) {
    file.truncate(start)
    throw error
  }
}

function read(file: ByteFile): Contents | undefined {
  const bytes = new Uint8Array(file.getSize())
  file.read(bytes, { at: 0 })
  const { records, end } = decodeRecords(bytes)
  const [head, ...rest] = records
  if (head?.kind !== 'head' || rest.length < head.carried) return undefined
  const dropped = new Set(rest.flatMap((record) => (record.kind === 'dropped' ? [record.opId] : [])))
  const ops = rest.flatMap((record) => (record.kind === 'op' && !dropped.has(record.op.opId) ? [record.op] : []))
  return { head, ops, end }
}

const freshHead = (deviceId: DeviceId): Head => ({
  kind: 'head',
  version: 1,
  deviceId,
  generation: 0,
  nextSeq: 0,
  hlc: FIRST_HLC,
  carried: 0,
})
