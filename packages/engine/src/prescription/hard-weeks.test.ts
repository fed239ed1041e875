import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explain } from '../explanation/explain.ts'
import { aSet, aSnapshot, aTarget } from '../testing/builders.ts'
import { prescribe } from './prescribe.ts'

const dayFatigue = { scale: 0.03, alpha: 1, beta: 1 / 6 }
/** Three eights twice a week for eight weeks, and this many sets in each of the last three days. */
const log = (lately: number, loadKg = 100) => [
  ...Array.from({ length: 16 }, (_, i) =>
    [0, 4, 8].map((minutesAgo) => aSet({ daysAgo: 60 - 3.5 * i, loadKg, reps: 8, minutesAgo })),
  ).flat(),
  ...[3, 2, 1].flatMap((daysAgo) => Array.from({ length: lately }, (_, k) => aSet({ daysAgo, loadKg, reps: 8, minutesAgo: 4 * k }))),
]
const advise = (lately: number, traits = {}) =>
  prescribe(aSnapshot({ sets: log(lately), loads: { min: 20, step: 0.5 }, traits }), aTarget({ rir: 1 }))

test('after a week of many sets a lifter who tires for days is given less, and told how much and why', () => {
  const advice = advise(6, { dayFatigue })
  const told = advice.reasons.find(({ code }) => code === 'hard_weeks')!
  expect(told['percent']).toBeLessThan(-1)
  expect(advice.load).toBeLessThan(advise(6).load)
  expect(explain(advice, 'kg')).toMatch(/Fatigue −[\d.]+ %, \d+ sets more than usual this week: [\d.]+ kg less\./)
  const added = advice.reasons.reduce((sum, reason) => sum + (typeof reason['kg'] === 'number' ? reason['kg'] : 0), 0)
  expect(added).toBeCloseTo(advice.load, 3)
})

test('of a lifter whose days were never shown to cost anything, a hard week changes nothing', () => {
  expect(JSON.stringify(advise(6, { dayFatigue: { ...dayFatigue, scale: 0 } }))).toBe(JSON.stringify(advise(6)))
})

const percentWith = (loadKg: number) => {
  const advice = prescribe(aSnapshot({ sets: log(6, loadKg), traits: { dayFatigue } }), aTarget({ rir: 1 }))
  return advice.reasons.find(({ code }) => code === 'hard_weeks')!['percent']
}

test('it is the number of sets that tires, not how heavy or how good they were', () => {
  expect(percentWith(60)).toBe(percentWith(140))
})

test('no week, however hard, costs more than five parts in a hundred', () => {
  const told = advise(40, { dayFatigue: { scale: 0.05, alpha: 1.5, beta: 0.05 } }).reasons.find(({ code }) => code === 'hard_weeks')!
  expect(told['percent']).toBeGreaterThan(-5)
  expect(told['percent']).toBeLessThan(-4.5)
})

test('of a lifter who tires for days, however much, a better set never brings a lighter next first set', () => {
  const traits = { dayFatigue: { scale: 0.05, alpha: 1.5, beta: 0.05 } }
  const workouts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 20 })
  fc.assert(
    fc.property(workouts, fc.nat(), fc.integer({ min: 1, max: 4 }), (counts, which, more) => {
      const sets = counts.flatMap((count, day) =>
        Array.from({ length: count }, (_, k) => ({ daysAgo: 3 * (counts.length - day), loadKg: 100, reps: 6, rir: 4, minutesAgo: 4 * k })),
      )
      const better = sets.map((set, i) => (i === which % sets.length ? { ...set, reps: set.reps + more } : set))
      const load = (of: typeof sets) =>
        prescribe(aSnapshot({ sets: of.map(aSet), loads: { min: 20, step: 0.1 }, traits }), aTarget({ repLow: 8, repHigh: 12, rir: 1 }))
          .exactLoad
      expect(load(better)).toBeGreaterThanOrEqual(load(sets))
    }),
    { numRuns: 500 },
  )
})
