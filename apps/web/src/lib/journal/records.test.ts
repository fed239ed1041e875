import { newDeviceOp } from '../../testing/ops.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc32 } from './crc32.ts'
import { decodeRecords, encodeRecord, type JournalRecord } from './records.ts'

const records = fc.array(
  fc
    .record({ loadKg: fc.double({ min: 0, max: 1000, noNaN: true }), note: fc.string({ unit: 'binary', maxLength: 40 }) })
    .map((fields): JournalRecord => ({ kind: 'op', op: newDeviceOp({ fields }) })),
  { maxLength: 8 },
)

test('the checksum is the one everybody means by CRC-32', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})

test('what was written is read back, in order', () => {
  fc.assert(
    fc.property(records, (written) => {
      expect(decodeRecords(joined(written)).records).toEqual(written)
    }),
  )
})

test('a file cut anywhere keeps every record that was whole before the cut', () => {
  fc.assert(
    fc.property(records, fc.nat(), (written, at) => {
      const bytes = joined(written)
      const cut = at % (bytes.length + 1)
      const { records: kept, end } = decodeRecords(bytes.subarray(0, cut))
      expect(kept).toEqual(written.slice(0, kept.length))
      expect(end).toBeLessThanOrEqual(cut)
      const next = written[kept.length]
      if (next !== undefined) expect(end + encodeRecord(next).length).toBeGreaterThan(cut)
    }),
  )
})

test('a record that the disk has changed costs only itself', () => {
  const written = [1, 2, 3].map((loadKg): JournalRecord => ({ kind: 'op', op: newDeviceOp({ fields: { loadKg } }) }))
  const bytes = joined(written)
  const middle = encodeRecord(written[0]!).length + 20
  bytes[middle] = bytes[middle]! ^ 0xff
  const { records: kept, damaged } = decodeRecords(bytes)
  expect(kept).toEqual([written[0], written[2]])
  expect(damaged).toBe(1)
})

test('noise in place of a journal is an empty journal, never an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(decodeRecords(bytes).records).toEqual([])
    }),
  )
})

function joined(written: readonly JournalRecord[]) {
  const parts = written.map(encodeRecord)
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
