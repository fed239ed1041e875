import type { Instant, Kilograms, Reps, Rir, Seconds, EvidenceKind } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aLoggedSet } from '../testing/logged-set.ts'
import { createLifter, type Lifter, type SetForecast } from './lifter.ts'
import { forecastLevels } from './rep-forecast.ts'
import { FORECAST_REPS, type LoggedSet } from './sets.ts'

const START = 1_772_474_400_000

/** Logs that no lifter writes but a file may bring: any load and reps, clocks that go back, fifty sets in one second. */
const absurdSets = fc.array(
  fc
    .record({
      movement: fc.constantFrom('bench', 'row', '__proto__'),
      at: fc.oneof(fc.integer({ min: START, max: START + 1000 }), fc.constantFrom(0, -1e15, 8.64e15, START + 1e11)),
      workoutKey: fc.constantFrom('', 'a', 'b', 'constructor'),
      load: fc.oneof(fc.constantFrom(0, 1e-9, 20, 80, 1e9), fc.double({ min: 0, max: 1e9, noNaN: true })),
      reps: fc.oneof(fc.constantFrom(0, 1, 8, 31), fc.integer({ min: 0, max: 10_000 })),
      rir: fc.constantFrom(null, 0, 2, 4.5, 50),
      rest: fc.constantFrom(null, 0, 180, 1e9),
      bodyMass: fc.constantFrom(null, 0, 80, 1e9),
      kind: fc.constantFrom<EvidenceKind>('working', 'warm_up', 'drop'),
      toFailure: fc.boolean(),
    })
    .map(({ movement, kind, toFailure, workoutKey, ...numbers }) => {
      const told = numbers as unknown as Pick<LoggedSet, 'at' | 'load' | 'reps' | 'rir' | 'rest' | 'bodyMass'>
      return Object.assign(aLoggedSet({ movement, kind, toFailure, workoutKey }), told)
    }),
  { maxLength: 50 },
)

const lifterAfter = (sets: readonly LoggedSet[]): Lifter => {
  const lifter = createLifter()
  for (const set of sets) lifter.observe(set)
  return lifter
}

const anAsk = ({ repLow = 6, rir = 2 }: { readonly repLow?: number; readonly rir?: number }) => ({
  movement: aLoggedSet().movement,
  at: (START + 1e10) as Instant,
  workoutKey: 'now',
  setNumber: 1,
  repLow: repLow as Reps,
  repHigh: (repLow + 2) as Reps,
  rir: rir as Rir,
  loads: { min: 20 as Kilograms, step: 2.5 as Kilograms },
  bodyMass: null,
})

function expectSane({ probabilities, mean, quantiles, e1rm }: SetForecast): void {
  expect(probabilities.every((p) => p >= 0 && p <= 1)).toBe(true)
  expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6)
  expect(mean).toBeGreaterThanOrEqual(1 - 1e-6)
  expect(mean).toBeLessThanOrEqual(FORECAST_REPS + 1e-6)
  const levels = forecastLevels.map((level) => quantiles[level])
  expect(levels).toEqual(levels.toSorted((a, b) => a - b))
  for (const value of [e1rm.mean, e1rm.sd]) {
    expect(value).toBeGreaterThanOrEqual(0)
    expect(value).toBeLessThan(1e5)
  }
}

test('whatever was logged, forecasts are probabilities in order around a finite strength', () => {
  fc.assert(
    fc.property(absurdSets, (sets) => {
      const lifter = createLifter()
      for (const set of sets) {
        expectSane(lifter.forecast(set))
        expectSane(lifter.forecast({ ...set, rir: null }))
        lifter.observe(set)
      }
    }),
    { numRuns: 60 },
  )
})

test('whatever was logged, the advised load is one the gym has and nobody is crushed by', () => {
  fc.assert(
    fc.property(absurdSets, fc.integer({ min: 1, max: 28 }), fc.constantFrom(0, 1, 2.5, 5), (sets, repLow, rir) => {
      const { prescription, probabilities, e1rm } = lifterAfter(sets).prescribe(anAsk({ repLow, rir }))
      const { load, interval, confidence } = prescription
      expect((load - 20) % 2.5).toBe(0)
      expect(load).toBeGreaterThanOrEqual(20)
      expect(load).toBeLessThanOrEqual(1000)
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(JSON.stringify(interval)).not.toContain('null')
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6)
      expect(Number.isFinite(e1rm.mean) && Number.isFinite(e1rm.sd)).toBe(true)
    }),
    { numRuns: 120 },
  )
})

test('whatever was logged, more repetitions or more in reserve never ask for more load', () => {
  fc.assert(
    fc.property(absurdSets, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 8 }), (sets, repLow, halves) => {
      const lifter = lifterAfter(sets)
      const rir = halves / 2
      const load = (repetitions: number, reserve: number) =>
        lifter.prescribe(anAsk({ repLow: repetitions, rir: reserve })).prescription.load
      expect(load(repLow + 1, rir)).toBeLessThanOrEqual(load(repLow, rir))
      expect(load(repLow, rir + 0.5)).toBeLessThanOrEqual(load(repLow, rir))
    }),
    { numRuns: 120 },
  )
})

test('whatever was logged, a heavier bar at the same reserve is never expected to go for more repetitions, before any was chosen', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double({ min: 1, max: 3, noNaN: true }), (load, factor) => {
      const lifter = lifterAfter([aLoggedSet({ rir: 2 as Rir, rest: 120 as Seconds })])
      const mean = (kilograms: number) => lifter.forecast({ ...aLoggedSet({ day: 3, rir: 2 as Rir }), load: kilograms as Kilograms }).mean
      expect(mean(load * factor)).toBeLessThanOrEqual(mean(load) + 1e-9)
    }),
  )
})
