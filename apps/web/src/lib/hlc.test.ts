import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_HLC, nextHlc } from './hlc.ts'

test('each change is later than the one before, however the clock jumps', () => {
  const clocks = fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 }), { maxLength: 40 })
  fc.assert(
    fc.property(clocks, (times) => {
      let last = FIRST_HLC
      for (const now of times) {
        const next = nextHlc(last, now)
        expect(next > last).toBe(true)
        expect(next).toMatch(/^\d{13}-[0-9a-f]{4}$/)
        last = next
      }
    }),
  )
})

test('it follows a clock that goes forward', () => {
  expect(nextHlc('1772409600000-0007', 1_772_409_600_001)).toBe('1772409600001-0000')
})

test('within one millisecond it counts, and after 65,536 changes borrows the next one', () => {
  expect(nextHlc('1772409600000-0007', 1_772_409_600_000)).toBe('1772409600000-0008')
  expect(nextHlc('1772409600000-ffff', 1_772_409_600_000)).toBe('1772409600001-0000')
})
