import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf } from './normal.ts'
import { tenthRoot } from './root.ts'

// Printed values: Abramowitz & Stegun, table 26.1.
test.each([
  [0, 0.5],
  [0.5, 0.6914624613],
  [1, 0.8413447461],
  [1.2815515655, 0.9],
  [1.96, 0.9750021049],
  [3, 0.998650102],
])('the normal distribution at %d is %d', (x, expected) => {
  expect(Math.abs(normalCdf(x) - expected)).toBeLessThan(1.5e-7)
  expect(Math.abs(normalCdf(-x) - (1 - expected))).toBeLessThan(1.5e-7)
})

test('the normal distribution never falls and stays within 0 and 1', () => {
  fc.assert(
    fc.property(fc.double({ min: -40, max: 40, noNaN: true }), fc.double({ min: 0, max: 5, noNaN: true }), (x, more) => {
      expect(normalCdf(x + more)).toBeGreaterThanOrEqual(normalCdf(x) - 1e-12)
      expect(normalCdf(x) >= 0 && normalCdf(x) <= 1).toBe(true)
    }),
  )
})

test('the tenth root, taken ten times, is the number again', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), (x) => {
      const y = tenthRoot(x)
      const y2 = y * y
      const y4 = y2 * y2
      expect((y4 * y4 * y2) / x).toBeCloseTo(1, 12)
    }),
  )
  expect(tenthRoot(1)).toBe(1)
  expect(tenthRoot(1024)).toBe(2)
})
