import { rir } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FORECAST_REPS, type LoggedSet } from '../lifter/sets.ts'
import { aLoggedSet } from '../testing/logged-set.ts'
import { Backtest } from './backtest.ts'
import { grade, medianOf } from './grade.ts'
import { SimpleRule } from './simple-rule.ts'

const certainOf = (reps: number) => new Float64Array(FORECAST_REPS).map((_, i) => (i === reps - 1 ? 1 : 0))

const forecasts = fc
  .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: FORECAST_REPS, maxLength: FORECAST_REPS })
  .map((weights) => {
    const sum = weights.reduce((total, weight) => total + weight, 0)
    return new Float64Array(weights.map((weight) => weight / sum))
  })

/** Twenty sets of an earlier day, so that what follows is scored. */
const known = Array.from({ length: 20 }, (_, i) => aLoggedSet({ day: 0, setNumber: i + 1 }))

const scoreOf = (sets: readonly LoggedSet[]) => {
  const backtest = new Backtest('anyone', new SimpleRule())
  for (const set of [...known, ...sets]) backtest.see(set)
  return backtest.score()
}

test('a certain forecast that comes true costs nothing, and one that does not costs the distance', () => {
  expect(grade(certainOf(8), 8)).toMatchObject({ error: 0, crps: 0, nll: 0 })
  expect(grade(certainOf(8), 5)).toMatchObject({ error: 3, crps: 3 })
})

test('before the set, an honest forecaster expects a fifth of sets outside the 80 % interval', () => {
  fc.assert(
    fc.property(forecasts, (forecast) => {
      const inside = forecast.reduce((sum, p, i) => sum + p * grade(forecast, i + 1).inside80, 0)
      expect(inside).toBeCloseTo(0.8, 9)
    }),
  )
})

test('no other forecast does better by CRPS or NLL than the true chances', () => {
  fc.assert(
    fc.property(forecasts, forecasts, (truth, other) => {
      const expected = (told: Float64Array, name: 'crps' | 'nll') => truth.reduce((sum, p, i) => sum + p * grade(told, i + 1)[name], 0)
      for (const name of ['crps', 'nll'] as const) expect(expected(truth, name)).toBeLessThanOrEqual(expected(other, name) + 1e-12)
    }),
  )
})

test('a movement counts from its twenty-first working set on', () => {
  expect(scoreOf([]).byMask.all.sets).toBe(0)
  expect(scoreOf([aLoggedSet({ day: 1 })]).byMask.all.sets).toBe(1)
})

test('warm-ups, drop sets, sets without load and sets of more than 20 reps are not scored', () => {
  const others = [aLoggedSet({ day: 1, kind: 'warm_up' }), aLoggedSet({ day: 1, kind: 'drop' }), aLoggedSet({ day: 1, loadKg: 0 })]
  expect(scoreOf([...others, aLoggedSet({ day: 1, reps: 21 })]).byMask.all.sets).toBe(0)
})

test('a light set before the day’s heaviest is a ramp-up, and the one after it is the first', () => {
  const { byMask } = scoreOf([aLoggedSet({ day: 1, loadKg: 60 }), aLoggedSet({ day: 1, loadKg: 80 }), aLoggedSet({ day: 1, loadKg: 60 })])
  expect(byMask.all.sets).toBe(2)
  expect(byMask.first.sets).toBe(1)
})

test('a load is changed when neither the set before nor the same set last time had it', () => {
  const { byMask } = scoreOf([
    aLoggedSet({ day: 1, loadKg: 80 }),
    aLoggedSet({ day: 1, loadKg: 82.5 }),
    aLoggedSet({ day: 1, loadKg: 82.5 }),
  ])
  expect(byMask.changed.sets).toBe(1)
})

test('a set with at most one rep left is near failure', () => {
  const sets = [
    aLoggedSet({ day: 1, rir: rir(1) }),
    aLoggedSet({ day: 1, rir: rir(2) }),
    aLoggedSet({ day: 1, toFailure: true, rir: rir(3) }),
  ]
  expect(scoreOf(sets).byMask.near.sets).toBe(2)
})

test('the forecaster is never told a set before it is asked', () => {
  let told = 0
  const asked: number[] = []
  const rule = new SimpleRule()
  const backtest = new Backtest('anyone', {
    forecast: (planned) => (asked.push(told), rule.forecast(planned)),
    observe: () => void told++,
  })
  for (const set of [...known, aLoggedSet({ day: 1 }), aLoggedSet({ day: 1 })]) backtest.see(set)
  expect(asked).toEqual([20, 21])
})

test('the simple rule copies the set before, else the same set last time, else the last time at that load', () => {
  const rule = new SimpleRule()
  const sets = [
    aLoggedSet({ day: 0, loadKg: 70, reps: 12 }),
    aLoggedSet({ day: 1, loadKg: 80, reps: 8 }),
    aLoggedSet({ day: 1, loadKg: 75, reps: 10 }),
    aLoggedSet({ day: 2, loadKg: 80, reps: 9 }),
  ]
  for (const set of sets) rule.observe(set)
  expect(medianOf(rule.forecast(aLoggedSet({ day: 2, loadKg: 80 })))).toBe(9)
  expect(medianOf(rule.forecast(aLoggedSet({ day: 2, loadKg: 75 })))).toBe(10)
  expect(medianOf(rule.forecast(aLoggedSet({ day: 2, loadKg: 70 })))).toBe(12)
})
