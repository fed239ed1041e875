import { DAY_MS, type Instant, kg, movementPatterns, type Reps, type Rir } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { log } from '../numerics/elementary.ts'
import { createLifter } from './lifter.ts'
import { FORECAST_REPS, type LoggedSet, type MovementFacts } from './sets.ts'
import { pooled } from './rep-forecast.ts'

const MONDAY = 1_772_474_400_000

const aMovement = (pattern: MovementFacts['pattern']): MovementFacts => ({
  key: pattern,
  pattern,
  loadKind: 'external',
  equipment: 'barbell',
  muscles: [],
  baseKey: null,
})

const aLoggedSet = (pattern: MovementFacts['pattern'], day: number, load: number, reps: number, rir: number | null): LoggedSet => ({
  movement: aMovement(pattern),
  at: (MONDAY + day * DAY_MS) as Instant,
  workoutKey: `day ${day}`,
  setNumber: 1,
  kind: 'working',
  load: kg(load),
  rest: null,
  bodyMass: null,
  toFailure: false,
  reps: reps as Reps,
  rir: rir as Rir | null,
})

// What experiments allow for one repetition range after the other (Nuzzo et al. 2024, as recalled).
test.each([
  { reps: 5, least: 1.2, most: 2.0 },
  { reps: 10, least: 1.3, most: 2.3 },
  { reps: 15, least: 1.5, most: 2.6 },
])(
  'asked what 5 % more would cost a lifter of $reps repetitions, the engine says $least to $most, in every pattern',
  ({ reps, least, most }) => {
    for (const pattern of movementPatterns) {
      const lifter = createLifter()
      for (let workout = 0; workout < 12; workout++) lifter.observe(aLoggedSet(pattern, workout * 3, 80, reps, 0))
      const mean = (load: number) => lifter.forecast(aLoggedSet(pattern, 36, load, reps, 0)).mean
      expect(mean(80) - mean(80 * 1.05)).toBeGreaterThan(least)
      expect(mean(80) - mean(80 * 1.05)).toBeLessThan(most)
    }
  },
)

test('habit answers only for what the lifter chose: another reserve is asked of capacity', () => {
  const lifter = createLifter()
  for (let workout = 0; workout < 12; workout++) lifter.observe(aLoggedSet('squat', workout * 3, 100, 5, 3))
  const mean = (rir: number) => lifter.forecast(aLoggedSet('squat', 36, 100, 5, rir)).mean
  expect(mean(3)).toBeCloseTo(5, 0)
  expect(mean(0)).toBeGreaterThan(7.3)
})

test('a main lift never done is begun on the word of those that were, as the app begins it, and tested where there are none', () => {
  const asked = {
    movement: { ...aMovement('horizontal_push'), key: 'dumbbells', equipment: 'dumbbell' as const },
    at: (MONDAY + 40 * DAY_MS) as Instant,
    workoutKey: 'today',
    setNumber: 1,
    repLow: 6 as Reps,
    repHigh: 8 as Reps,
    rir: 2 as Rir,
    loads: { min: kg(2), step: kg(2) },
    bodyMass: kg(80),
  }
  const lifter = createLifter()
  expect(lifter.prescribe(asked).prescription.flags).toEqual(['guided_test'])
  for (let workout = 0; workout < 12; workout++) lifter.observe(aLoggedSet('horizontal_push', workout * 3, 100, 5, 2))
  const { flags, reasons, load } = lifter.prescribe(asked).prescription
  expect(flags).toEqual(['transfer'])
  expect(reasons[0]).toMatchObject({ code: 'transfer', movementId: 'horizontal_push' })
  expect(load).toBeGreaterThan(20)
})

const around = (mean: number) => Float64Array.from({ length: FORECAST_REPS }, (_, i) => 1 / (1 + (i + 1 - mean) ** 4))
const meanOf = (of: Float64Array) => of.reduce((sum, p, i) => sum + p * (i + 1), 0) / of.reduce((sum, p) => sum + p, 0)

test('two forecasts pooled lie between them, are surer than either, and weigh as told', () => {
  const even = pooled(around(6), 0.5, around(10), 0.5)
  expect(even.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
  expect(meanOf(even)).toBeCloseTo(8, 1)
  expect(meanOf(pooled(around(6), 0.9, around(10), 0.1))).toBeLessThan(meanOf(even))
  expect(log(Math.max(...pooled(around(8), 1, around(8), 1)))).toBeGreaterThan(log(Math.max(...pooled(around(8), 0.5, around(8), 0.5))))
})
