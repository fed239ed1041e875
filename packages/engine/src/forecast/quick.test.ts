import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exp, log } from '../numerics/elementary.ts'
import { quickExp, quickLog } from './quick.ts'

test('the quick exponential has six digits from −16 to 0', () => {
  fc.assert(
    fc.property(fc.double({ min: -16, max: 0, noNaN: true }), (x) => {
      expect(Math.abs(quickExp(x) / exp(x) - 1)).toBeLessThan(1e-6)
    }),
  )
  expect([quickExp(0), quickExp(-16.01)]).toEqual([1, 0])
})

test('the quick logarithm has six digits from 2⁻²⁴ to 2', () => {
  fc.assert(
    fc.property(fc.double({ min: 2 ** -24, max: 1.999, noNaN: true }), (x) => {
      expect(Math.abs(quickLog(x) - log(x))).toBeLessThan(1e-6)
    }),
  )
  expect(quickLog(1)).toBeCloseTo(0, 6)
})
