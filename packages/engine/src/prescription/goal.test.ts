import { reps, rir } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aTarget } from '../testing/builders.ts'
import { goalFor, goalOf } from './goal.ts'

test.each([
  { s: 0, low: 8, high: 12, rir: 1, rest: 120 },
  { s: 0.5, low: 6, high: 8, rir: 1.75, rest: 180 },
  { s: 1, low: 3, high: 5, rir: 2.5, rest: 240 },
])('between size and strength, $s is $low–$high with $rir left after $rest s', ({ s, low, high, rir, rest }) => {
  expect(goalOf(s, 'squat')).toEqual({ repLow: low, repHigh: high, rir, rest })
})

test('a curl never goes below six repetitions', () => {
  expect(goalOf(1, 'isolation')).toMatchObject({ repLow: 6, repHigh: 8 })
  expect(goalOf(0, 'isolation')).toMatchObject({ repLow: 8, repHigh: 12 })
})

test('every goal is a range that can be trained', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('squat' as const, 'isolation' as const), (s, pattern) => {
      const { repLow, repHigh } = goalOf(s, pattern)
      expect(repLow).toBeLessThanOrEqual(repHigh)
      expect(repLow).toBeGreaterThanOrEqual(pattern === 'isolation' ? 6 : 3)
      expect(repHigh).toBeLessThanOrEqual(12)
    }),
  )
})

test('what a routine says counts, and half a range is completed from the goal', () => {
  expect(goalFor(aTarget({ repLow: 15, repHigh: 20, rir: 0 }), 'squat')).toMatchObject({ repLow: 15, repHigh: 20, rir: 0 })
  expect(goalFor(aTarget({ repLow: 10, repHigh: null }), 'squat')).toMatchObject({ repLow: 10, repHigh: 10 })
  expect(goalFor({ ...aTarget(), repLow: null, repHigh: reps(5), rir: rir(3) }, 'squat')).toMatchObject({ repLow: 5, repHigh: 5, rir: 3 })
})
