import fc from 'fast-check'
import { expect, test } from 'vitest'
import { log } from '../numerics/elementary.ts'
import { costOfReps, repsAtCost, worthOfRep } from './curve.ts'

// What experiments allow: ln(1 + n/30) falls by 0.7 to 1.2 for each ln of load.
test.each([
  { reps: 5, least: 1.2, most: 2.0 },
  { reps: 10, least: 1.3, most: 2.3 },
  { reps: 15, least: 1.5, most: 2.6 },
])('5 % more load costs $least to $most repetitions at $reps', ({ reps, least, most }) => {
  const lost = reps - repsAtCost(costOfReps(reps) - log(1.05))
  expect(lost).toBeGreaterThan(least)
  expect(lost).toBeLessThan(most)
})

test('one repetition is the maximum itself', () => {
  expect(costOfReps(1)).toBe(0)
})

test('the curve falls all the way, and reads backwards', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 500, noNaN: true }), (n) => {
      expect(repsAtCost(costOfReps(n))).toBeCloseTo(n, 8)
      expect(costOfReps(n + 0.5)).toBeGreaterThan(costOfReps(n))
      expect(costOfReps(n + 1) - costOfReps(n)).toBeCloseTo(worthOfRep(n + 0.5), 4)
    }),
  )
})
