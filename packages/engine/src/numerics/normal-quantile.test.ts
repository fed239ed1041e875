import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf } from './normal.ts'
import { normalQuantile } from './normal-quantile.ts'

// Printed values: Wichura (1988), section "Additional comments", and Abramowitz & Stegun, table 26.5.
test.each([
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.2623400897984],
  [0.975, 1.959963984540054],
  [0.5, 0],
])('the quantile of %d is %d', (p, expected) => {
  expect(Math.abs(normalQuantile(p) - expected)).toBeLessThan(1e-14)
})

test('the normal distribution takes a quantile back, and the quantile is odd about a half', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
      expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(2e-7)
      expect(normalQuantile(p) + normalQuantile(1 - p)).toBeCloseTo(0, 8)
    }),
  )
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
})
