import { kg, reps, rir } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestLoad, gridOf } from '../prescription/loadable.ts'
import { bestSetOf, estimateFor } from './best-set.ts'
import { estimatorNames, estimators, extendedEpley, extendedEpleyLoad } from './estimators.ts'

// By hand from the equations, 100 kg.
test.each([
  { name: 'extended_epley', reps: 6, rir: 2, e1rm: 100 / 0.8002 }, // b = 2: the two left are not believed
  { name: 'extended_epley', reps: 6, rir: 4, e1rm: 100 / 0.7336 },
  { name: 'extended_epley', reps: 30, rir: 5, e1rm: 100 / 0.6004 }, // read as 12
  { name: 'epley', reps: 6, rir: 0, e1rm: 120 },
  { name: 'epley', reps: 4, rir: 2, e1rm: 120 },
  { name: 'brzycki', reps: 10, rir: 0, e1rm: 3600 / 27 },
  { name: 'brzycki', reps: 36, rir: 5, e1rm: 144 }, // read as 12: no pole
  { name: 'lombardi', reps: 10, rir: 0, e1rm: 125.8925411794 },
  { name: 'lombardi', reps: 0, rir: 0, e1rm: 100 },
  { name: 'oconner', reps: 8, rir: 0, e1rm: 120 },
] as const)('$name reads 100 kg × $reps with $rir left as $e1rm kg', ({ name, reps: count, rir: left, e1rm }) => {
  expect(estimators[name](kg(100), reps(count), rir(left))).toBeCloseTo(e1rm, 8)
})

test('the worked example: 105.2 kg, six repetitions, 5 % tired, is 79.97 kg and 80 on the bar', () => {
  const load = extendedEpleyLoad(kg(105.2), reps(6), rir(0)) * 0.95
  expect(load).toBeCloseTo(79.97, 2)
  expect(nearestLoad(gridOf({ min: kg(20), step: kg(2.5) }), load)).toBe(80)
})

test('a load for a set, estimated from again, is the maximum again', () => {
  fc.assert(
    fc.property(fc.double({ min: 20, max: 400, noNaN: true }), fc.nat(20), fc.nat(5), fc.nat(4), (max, count, left, bias) => {
      const load = extendedEpleyLoad(kg(max), reps(count), rir(left), bias)
      expect(extendedEpley(bias)(load, reps(count), rir(left))).toBeCloseTo(max, 8)
    }),
  )
})

test('every estimator rises with load, repetitions and reserve, and stays finite', () => {
  const set = fc.record({ load: fc.double({ min: 0, max: 1000, noNaN: true }), count: fc.integer({ min: 1, max: 500 }), left: fc.nat(10) })
  fc.assert(
    fc.property(fc.constantFrom(...estimatorNames), set, fc.nat(3), fc.nat(3), (name, { load, count, left }, moreReps, moreLeft) => {
      const estimate = estimators[name]
      const before = estimate(kg(load), reps(count), rir(left))
      expect(estimate(kg(load + 1), reps(count + moreReps), rir(left + moreLeft))).toBeGreaterThan(before)
      expect(Number.isFinite(before)).toBe(true)
    }),
  )
})

test('the best set of a day is the one that shows most', () => {
  const [heavy, long] = [
    { load: kg(100), reps: reps(1), rir: null },
    { load: kg(80), reps: reps(9), rir: null },
  ]
  expect(bestSetOf([heavy, long], 'external')).toBe(long)
  expect(estimateFor(long)).toBeCloseTo(80 * (39.5 / 31) ** (1 / 0.93), 9)
  expect(bestSetOf([heavy, long], 'assisted')).toBe(long) // less help
  expect(bestSetOf([{ ...heavy, reps: reps(0) }], 'external')).toBe(undefined)
})
