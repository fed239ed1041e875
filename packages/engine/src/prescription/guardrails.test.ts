import { USUAL_TRAITS } from '../capacity/traits.ts'
import { expect, test } from 'vitest'
import { aSet, aSnapshot, aTarget } from '../testing/builders.ts'
import { chanceOf, expectedReps } from '../capacity/forecast.ts'
import { log } from '../numerics/elementary.ts'
import { repInterval } from './interval.ts'
import { layoffOf } from './layoff.ts'
import { prescribe } from './prescribe.ts'

test.each([
  { days: 14, strength: 1 },
  { days: 21, strength: 0.99 * (1 - 0.8416 * 0.035) },
  { days: 28, strength: 0.98 * (1 - 0.8416 * 0.07) },
  { days: 84, strength: 0.9 * (1 - 0.8416 * 0.07) },
  { days: 182, strength: 0.9 * (1 - 0.8416 * 0.07) },
  { days: 183, strength: 0.85 * (1 - 0.8416 * 0.07) },
])('after $days days away, strength is read as $strength of what it was', ({ days, strength }) => {
  const layoff = layoffOf(days)
  expect(layoff === undefined ? 1 : layoff.kept * layoff.caution).toBeCloseTo(strength, 12)
})

test('the first set rises at most 7.5 % at equal repetitions and reserve, and says so', () => {
  // A month of heavy work, then one careless light workout: the belief is far above the last workout.
  const sets = [14, 11, 8, 5].map((daysAgo) => aSet({ daysAgo, loadKg: 100, reps: 7, rir: 2 }))
  const held = prescribe(aSnapshot({ sets: [...sets, aSet({ daysAgo: 2, loadKg: 70, reps: 7, rir: 2 })] }), aTarget())
  expect(held).toMatchObject({ load: 75, exactLoad: 75.25 }) // 70 · 1.075
  expect(held.flags).toEqual(['hard_cap'])
})

test('the cap forgets a workout older than 28 days, and a layoff speaks instead', () => {
  const sets = [43, 40, 37].map((daysAgo) => aSet({ daysAgo, loadKg: 100, reps: 7, rir: 2 }))
  const advice = prescribe(aSnapshot({ sets: [...sets, aSet({ daysAgo: 29, loadKg: 60, reps: 7, rir: 2 })] }), aTarget())
  expect(advice.flags).not.toContain('hard_cap')
  expect(advice.flags).toContain('layoff')
})

test('a drop is never held back, and a large one is told', () => {
  const advice = prescribe(aSnapshot({ sets: [aSet({ daysAgo: 3, loadKg: 100, reps: 2, rir: 0 })] }), aTarget())
  expect(advice.load).toBeLessThan(85)
  expect(advice.flags).toEqual(['large_drop'])
  expect(advice.reasons.find(({ code }) => code === 'large_drop')).toMatchObject({ because: 'target' })
})

test('four in five sets are expected inside the interval, and no interval is wider than it must be', () => {
  for (const load of [60, 75, 82, 90, 99, 110]) {
    for (const sd of [0.02, 0.04, 0.15]) {
      const capacity = { mean: log(100), variance: sd * sd }
      const atLeast = (reps: number) => chanceOf(reps, 1, log(load), capacity)
      const between = (low: number, high: number) => (low === 0 ? 1 : atLeast(low)) - atLeast(high + 1)
      const { low, high } = repInterval(expectedReps(1, log(load), capacity, USUAL_TRAITS), atLeast)
      expect(between(low, high)).toBeGreaterThanOrEqual(0.8)
      if (high > low) expect(Math.min(between(low + 1, high), between(low, high - 1))).toBeLessThan(0.8)
    }
  }
})

test('an erratic lifter gets a wider interval and less confidence than a steady one', () => {
  const days = [30, 27, 24, 21, 18, 15, 12, 9, 6, 3]
  const steady = days.map((daysAgo) => aSet({ daysAgo, loadKg: 80, reps: 7, rir: 2 }))
  const erratic = days.map((daysAgo, i) => aSet({ daysAgo, loadKg: 80, reps: i % 2 === 0 ? 10 : 4, rir: 2 }))
  const [calm, wild] = [steady, erratic].map((sets) => prescribe(aSnapshot({ sets }), aTarget()))
  expect(calm!.confidence).toBeGreaterThan(wild!.confidence)
  expect(calm!.interval.high - calm!.interval.low).toBeLessThan(wild!.interval.high - wild!.interval.low)
})
