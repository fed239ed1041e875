import type { SyncOp } from '@gymgenius/contracts'
import type { OpId, DeviceId } from '@gymgenius/domain'
import { crc32 } from './crc32.ts'

/** The first record of a file: whose it is, and where the counters stand once older changes are gone. */
export interface Head {
  readonly kind: 'head'
  readonly version: 1
  readonly deviceId: DeviceId
  /** Of two files the one with the higher generation counts, if it is whole. */
  readonly generation: number
  readonly nextSeq: number
  readonly hlc: string
  /** How many records were carried over; fewer in the file means that writing it was cut short. */
  readonly carried: number
}

export type JournalRecord =
  | Head
  | { readonly kind: 'op'; readonly op: SyncOp }
  /** The lifter gave up a change that the server had refused. */
  | { readonly kind: 'dropped'; readonly opId: OpId }

/** Before each record: its length and its checksum, four bytes each, little end first. */
const PREFIX = 8
/** Longer than any change can be: a larger length is damage. */
const MAX_RECORD = 4 << 20

export function encodeRecord(record: JournalRecord): Uint8Array {
  const payload = new TextEncoder().encode(JSON.stringify(record))
  const bytes = new Uint8Array(PREFIX + payload.length)
  const prefix = new DataView(bytes.buffer)
  prefix.setUint32(0, payload.length, true)
  prefix.setUint32(4, crc32(payload), true)
  bytes.set(payload, PREFIX)
  return bytes
}

export interface Decoded {
  readonly records: readonly JournalRecord[]
  /** Where the last whole record ends; what lies behind was torn off in mid-write. */
  readonly end: number
  /** Records within the file whose checksum fails while others follow: the disk changed them. */
  readonly damaged: number
}

/** Reads all that is whole. A torn tail ends the reading; a damaged record between whole ones costs only itself. */
export function decodeRecords(bytes: Uint8Array): Decoded {
  const records: JournalRecord[] = []
  let end = 0
  let damaged = 0
  let damagedSinceEnd = 0
  for (let at = 0; ;) {
    const found = recordAt(bytes, at)
    if (found === undefined) break
    at = found.next
    if (found.record === undefined) {
      damagedSinceEnd++
      continue
    }
    records.push(found.record)
    end = at
    damaged += damagedSinceEnd
    damagedSinceEnd = 0
  }
  return { records, end, damaged }
}

function recordAt(bytes: Uint8Array, at: number): { readonly record: JournalRecord | undefined; readonly next: number } | undefined {
  if (at + PREFIX > bytes.length) return undefined
  const prefix = new DataView(bytes.buffer, bytes.byteOffset + at, PREFIX)
  const length = prefix.getUint32(0, true)
  const next = at + PREFIX + length
  if (length === 0 || length > MAX_RECORD || next > bytes.length) return undefined
  const payload = bytes.subarray(at + PREFIX, next)
  if (crc32(payload) !== prefix.getUint32(4, true)) return { record: undefined, next }
  return { record: JSON.parse(new TextDecoder().decode(payload)) as JournalRecord, next }
}
