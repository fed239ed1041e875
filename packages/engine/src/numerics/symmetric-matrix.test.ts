import fc from 'fast-check'
import { expect, test } from 'vitest'
import { between, cholesky, eigen, inverse, type Matrix, solveLower, solveUpper, times } from './symmetric-matrix.ts'

/** B Bᵀ + I is positive definite, whatever B. */
const positiveDefinite = fc
  .integer({ min: 1, max: 6 })
  .chain((size) => {
    const row = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size, maxLength: size })
    return fc.array(row, { minLength: size, maxLength: size })
  })
  .map((b): Matrix => b.map((row, i) => b.map((other, j) => row.reduce((sum, value, k) => sum + value * other[k]!, i === j ? 1 : 0))))

test('a matrix times its inverse leaves every vector as it was', () => {
  fc.assert(
    fc.property(positiveDefinite, (a) => {
      const x = a.map((_, i) => i - 1.5)
      times(inverse(a), times(a, x)).forEach((value, i) => expect(value).toBeCloseTo(x[i]!, 7))
      expect(between(x, a, x)).toBeGreaterThan(0)
    }),
  )
})

test('the triangle solves forwards and backwards', () => {
  fc.assert(
    fc.property(positiveDefinite, (a) => {
      const lower = cholesky(a)!
      const b = a.map((_, i) => i + 1)
      times(a, solveUpper(lower, solveLower(lower, b))).forEach((value, i) => expect(value).toBeCloseTo(b[i]!, 7))
    }),
  )
})

test('along its eigenvectors a matrix only stretches', () => {
  fc.assert(
    fc.property(positiveDefinite, (a) => {
      const { values, vectors } = eigen(a)
      vectors.forEach((vector, i) => {
        times(a, vector).forEach((value, j) => expect(value).toBeCloseTo(values[i]! * vector[j]!, 8))
        expect(vector.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 12)
      })
    }),
  )
})

test('what is not positive definite has no triangle', () => {
  expect(
    cholesky([
      [1, 2],
      [2, 1],
    ]),
  ).toBeUndefined()
  expect(() => inverse([[0]])).toThrow(RangeError)
})
