import { kg } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanReps } from '../lifter/rep-forecast.ts'
import { log } from '../numerics/elementary.ts'
import { prescribe } from '../prescription/prescribe.ts'
import { aSet, aSnapshot, aTarget } from '../testing/builders.ts'
import { forecastOf } from './forecast.ts'
import { costOfReps } from './curve.ts'
import { traitsFrom, USUAL_TRAITS } from './traits.ts'

const SURE = 0.02 ** 2

// What experiments allow for one repetition range after the other (Nuzzo et al. 2024, as recalled), and the slope they give.
test.each([
  { reps: 5, least: 1.2, most: 2 },
  { reps: 10, least: 1.3, most: 2.3 },
  { reps: 15, least: 1.5, most: 2.6 },
])(
  '5 % more load costs a lifter of $reps repetitions $least to $most, whatever curve and bias a fit may hand over',
  ({ reps, least, most }) => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: -3, max: 4, noNaN: true }), (curve, rirBias) => {
        const traits = traitsFrom({ curve, rirBias })
        const capacity = { mean: log(100), variance: SURE }
        const mean = (lnLoad: number) => meanReps(forecastOf(0, lnLoad, capacity, traits))
        const at = capacity.mean - costOfReps(reps + 0.5, traits.curve)
        const [light, heavy] = [mean(at), mean(at + log(1.05))]
        expect(light - heavy).toBeGreaterThan(least)
        expect(light - heavy).toBeLessThan(most)
        const slope = (log(1 + heavy / 30) - log(1 + light / 30)) / log(1.05)
        expect(slope).toBeGreaterThan(-1.2)
        expect(slope).toBeLessThan(-0.7)
      }),
    )
  },
)

test('what no number is, and what nobody is, is read as usual', () => {
  expect(traitsFrom(undefined)).toEqual(USUAL_TRAITS)
  expect(traitsFrom({ curve: Number.NaN, rirBias: Infinity })).toEqual(USUAL_TRAITS)
  expect(traitsFrom(JSON.parse('{"curve":"2","rirBias":null}'))).toEqual(USUAL_TRAITS)
})

test('a lifter whose repetitions fall quickly with load is given less for triples and more for twelves than most, from the same eights', () => {
  const sets = Array.from({ length: 8 }, (_, i) => aSet({ daysAgo: 24 - 3 * i, loadKg: 100, reps: 8, rir: 1 }))
  const load = (curve: number, reps: number) =>
    prescribe(aSnapshot({ sets, traits: { curve }, loads: { min: 20, step: 0.5 } }), aTarget({ repLow: reps, repHigh: reps, rir: 1 })).load
  expect(load(1.15, 12)).toBeLessThan(load(1, 12))
  expect(load(1.15, 4)).toBeGreaterThan(load(1, 4))
  expect(load(1.15, 8)).toBe(kg(load(1, 8)))
})

test('who leaves more than they say is given more for a set to failure, from the same easy sets', () => {
  const sets = Array.from({ length: 8 }, (_, i) => aSet({ daysAgo: 24 - 3 * i, loadKg: 100, reps: 8, rir: 3 }))
  const load = (rirBias: number, rir: number) =>
    prescribe(aSnapshot({ sets, traits: { rirBias }, loads: { min: 20, step: 0.5 } }), aTarget({ repLow: 8, repHigh: 8, rir })).load
  expect(load(1.8, 0)).toBeGreaterThan(load(0.5, 0))
  expect(load(1.8, 3)).toBe(load(0.5, 3))
})
