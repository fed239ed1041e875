import fc from 'fast-check'
import { expect, test } from 'vitest'
import { believe, strengthShown, type StrengthSet } from './belief.ts'
import { fractionOfMax } from './reps-curve.ts'

const set = (total: number, reps: number, rir?: number): StrengthSet => ({ total, reps, rir })
const strengthAfter = (...workouts: StrengthSet[][]) => believe(workouts)!.strength

test('the newest workout counts half, the one before it a quarter', () => {
  const [a, b, c] = [set(80, 7, 2), set(84, 7, 2), set(82, 7, 2)].map((each) => [each])
  const expected = (strengthShown(a![0]!) / 2 + strengthShown(b![0]!) / 2) / 2 + strengthShown(c![0]!) / 2
  expect(strengthAfter(a!, b!, c!)).toBeCloseTo(expected, 9)
})

test('a light workout without RIR proves little: it hardly lowers the belief, and one with RIR does', () => {
  const heavy = [set(100, 7, 2)]
  const before = strengthAfter(heavy)
  expect(strengthAfter(heavy, [set(60, 7)]) / before).toBeCloseTo(1 - 0.15 * 0.4, 9)
  expect(strengthAfter(heavy, [set(60, 7, 2)]) / before).toBeCloseTo(1 - 0.5 * 0.4, 9)
})

test('what was done was possible: no belief is below it', () => {
  const workouts = fc.array(
    fc.array(
      fc.record({
        total: fc.integer({ min: 20, max: 300 }),
        reps: fc.integer({ min: 1, max: 20 }),
        rir: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    { minLength: 2, maxLength: 6 },
  )
  fc.assert(
    fc.property(workouts, (workouts) => {
      const { strength, repSpread } = believe(workouts)!
      for (const { total, reps } of workouts.at(-1)!) expect(strength).toBeGreaterThanOrEqual(total / fractionOfMax(reps))
      expect(repSpread).toBeGreaterThan(0)
    }),
  )
})

test('a wrong number in one set of five does not carry the workout', () => {
  const honest = Array.from({ length: 5 }, () => set(80, 7, 2))
  const ratio = strengthAfter([...honest.slice(1), set(20, 7, 2)]) / strengthAfter(honest)
  expect(ratio).toBeGreaterThan(0.97)
  expect(ratio).toBeLessThanOrEqual(1)
})

test('without a workout there is nothing to believe', () => {
  expect(believe([])).toBe(undefined)
  expect(believe([[]])).toBe(undefined)
})
