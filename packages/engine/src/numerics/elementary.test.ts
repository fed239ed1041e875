import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exp, log, log1p, logistic, pow } from './elementary.ts'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const relativeError = (value: number, expected: number) => Math.abs(value - expected) / Math.abs(expected)

// Printed values: Abramowitz & Stegun, tables 4.2 and 4.4.
test.each([
  [0, 1],
  [1, 2.718281828459045],
  [-1, 0.36787944117144233],
  [0.5, 1.6487212707001282],
  [10, 22026.465794806718],
])('e to the power %d is %d', (x, expected) => {
  expect(relativeError(exp(x), expected)).toBeLessThan(4e-16)
  expect(Math.abs(log(expected) - x)).toBeLessThan(4e-16 * Math.max(1, Math.abs(x)))
})

test('the exponential and the logarithm stay within a few units in the last place', () => {
  fc.assert(
    fc.property(number(-708, 709.7), (x) => {
      expect(relativeError(exp(x), Math.exp(x))).toBeLessThan(5e-16)
    }),
  )
  fc.assert(
    fc.property(number(1e-320, 1e308), (x) => {
      expect(Math.abs(log(x) - Math.log(x))).toBeLessThan(4e-16 * Math.max(1, Math.abs(Math.log(x))))
    }),
  )
})

test('close to one the logarithm keeps its digits', () => {
  fc.assert(
    fc.property(number(-1e-3, 1e-3), (x) => {
      if (x !== 0) expect(relativeError(log1p(x), Math.log1p(x))).toBeLessThan(5e-16)
    }),
  )
  fc.assert(
    fc.property(number(0.5, 2), (x) => {
      expect(Math.abs(log(x) - Math.log(x))).toBeLessThan(3e-16)
    }),
  )
})

test('what cannot be computed says so, and the ends are exact', () => {
  expect([log(0), log(-1), log(Number.NaN), log(Number.POSITIVE_INFINITY), log(1)]).toEqual([
    Number.NEGATIVE_INFINITY,
    Number.NaN,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    0,
  ])
  expect([exp(-800), exp(800), exp(Number.NaN)]).toEqual([0, Number.POSITIVE_INFINITY, Number.NaN])
  expect(exp(709.78)).toBeLessThan(Number.POSITIVE_INFINITY)
  expect(exp(-745)).toBeGreaterThan(0)
})

test('powers multiply, and the logistic is symmetric about a half', () => {
  fc.assert(
    fc.property(number(0.01, 100), number(-5, 5), (x, y) => {
      expect(pow(x, y) * pow(x, -y)).toBeCloseTo(1, 12)
      expect(relativeError(pow(x, y), x ** y)).toBeLessThan(1e-14)
      expect(logistic(y) + logistic(-y)).toBeCloseTo(1, 14)
    }),
  )
})
