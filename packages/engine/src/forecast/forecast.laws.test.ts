import type { Instant, Kilograms, Reps, Rir, EvidenceKind } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LoggedSet, RepForecast } from '../lifter/sets.ts'
import { quantileOf } from '../scoring/grade.ts'
import { aLoggedSet } from '../testing/logged-set.ts'
import { emptyHabit, type Habit } from './habit.ts'
import { forecastReps, observeHabit } from './next-reps.ts'

const habitOf = (sets: readonly LoggedSet[]): Habit => sets.reduce((habit, set) => observeHabit(habit, set), emptyHabit())

/** One set a day, every other day. */
const daily = (count: number, reps: (day: number) => number) =>
  Array.from({ length: count }, (_, day) => aLoggedSet({ day: 2 * day, reps: reps(day) }))

const next = (habit: Habit, count: number) => forecastReps(habit, aLoggedSet({ day: 2 * count }))

const width80 = (forecast: RepForecast) => quantileOf(forecast, 0.9) - quantileOf(forecast, 0.1)

const strangeSets = fc.array(
  fc
    .record({
      movement: fc.constantFrom('bench', 'row', '__proto__', 'x'.repeat(10_000)),
      day: fc.integer({ min: 0, max: 3 }),
      at: fc.constantFrom(0, -1e15, 8.64e15, Number.NaN),
      load: fc.constantFrom(0, 1e-9, 80, 80.2, 1e9),
      reps: fc.constantFrom(0, 1, 8, 30, 31, 10_000),
      kind: fc.constantFrom<EvidenceKind>('working', 'warm_up', 'drop'),
      rir: fc.constantFrom(null, 0, 2, 50),
    })
    .map(({ at, load, reps, rir, ...rest }) =>
      // Past what the makers of units allow, too.
      Object.assign(aLoggedSet(rest), { at: at as Instant, load: load as Kilograms, rir: rir as Rir | null, reps: reps as Reps }),
    ),
  { maxLength: 90 },
)

test('whatever was logged, the forecast is a probability for every number of reps', () => {
  fc.assert(
    fc.property(strangeSets, (sets) => {
      const habit = emptyHabit()
      for (const set of sets) {
        const forecast = forecastReps(habit, set)
        expect(forecast.every((p) => p > 0 && p <= 1)).toBe(true)
        expect(forecast.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
        observeHabit(habit, set)
      }
    }),
    { numRuns: 40 },
  )
})

test('a habit that went through JSON forecasts the same to the last bit', () => {
  fc.assert(
    fc.property(strangeSets, (sets) => {
      const habit = habitOf(sets)
      const kept = JSON.parse(JSON.stringify(habit)) as Habit
      for (const set of sets.slice(-3)) {
        expect(forecastReps(kept, set)).toEqual(forecastReps(habit, set))
        observeHabit(kept, set)
        observeHabit(habit, set)
      }
      expect(JSON.stringify(kept)).toBe(JSON.stringify(habit))
    }),
    { numRuns: 25 },
  )
})

test('a habit does not know which sets were forecast before they were observed, nor for whom else', () => {
  fc.assert(
    fc.property(strangeSets, fc.array(fc.constantFrom('this', 'other', 'both', 'spoilt', 'none')), (sets, asked) => {
      const habit = emptyHabit()
      const other = emptyHabit()
      sets.forEach((set, i) => {
        const who = asked[i % Math.max(1, asked.length)]
        if (who === 'this' || who === 'both') forecastReps(habit, set)
        if (who === 'other' || who === 'both') forecastReps(other, set)
        if (who === 'spoilt') forecastReps(habit, set).fill(0)
        observeHabit(habit, set)
        if (i % 3 === 0) observeHabit(other, set)
      })
      expect(habit).toEqual(habitOf(sets))
    }),
    { numRuns: 40 },
  )
})

test('lifters have nothing to do with one another', () => {
  const steady = daily(30, () => 8)
  const wild = daily(30, (day) => 3 + ((day * 7) % 11))
  const together = [emptyHabit(), emptyHabit()] as const
  steady.forEach((set, i) => {
    observeHabit(together[0], set)
    observeHabit(together[1], wild[i]!)
  })
  expect(together[0]).toEqual(habitOf(steady))
  expect(next(together[1], 30)).toEqual(next(habitOf(wild), 30))
})

test('the more often the same was done, the surer it is expected', () => {
  const chances = [1, 4, 12, 40].map((count) => next(habitOf(daily(count, () => 8)), count)[7]!)
  expect(chances).toEqual(chances.toSorted((a, b) => a - b))
  expect(chances.at(-1)).toBeGreaterThan(0.9)
})

test('a lifter who varies is given a wider range than one who repeats', () => {
  // No cycle that could be seen through: the middle digits of squares.
  const wild = habitOf(daily(40, (day) => 5 + (Math.floor((day * 7919 + 104_729) ** 2 / 1000) % 8)))
  const steady = habitOf(daily(40, () => 8))
  expect(width80(next(wild, 40))).toBeGreaterThan(width80(next(steady, 40)) + 2)
})

test('someone of whom nothing is known may do anything usual', () => {
  const forecast = forecastReps(emptyHabit(), aLoggedSet())
  expect(width80(forecast)).toBeGreaterThanOrEqual(3)
  expect(forecast[7]).toBeGreaterThan(forecast[29]!)
})

test('what was done earlier today counts: after a weak first set the second is expected weaker', () => {
  const days = Array.from({ length: 15 }, (_, day) =>
    [10, 9, 8].map((reps, i) => aLoggedSet({ day: 2 * day, reps, setNumber: i + 1 })),
  ).flat()
  const mean = (first: number) => {
    const habit = observeHabit(habitOf(days), aLoggedSet({ day: 40, reps: first }))
    return forecastReps(habit, aLoggedSet({ day: 40, setNumber: 2 })).reduce((sum, p, i) => sum + p * (i + 1), 0)
  }
  expect(mean(7)).toBeLessThan(mean(10) - 0.5)
})

test('a load last used with other reps brings those reps back', () => {
  const heavyAndLight = Array.from({ length: 20 }, (_, day) =>
    day % 2 === 0 ? aLoggedSet({ day: 3 * day, loadKg: 100, reps: 5 }) : aLoggedSet({ day: 3 * day, loadKg: 70, reps: 12 }),
  )
  const habit = habitOf(heavyAndLight)
  const at = (loadKg: number) => quantileOf(forecastReps(habit, aLoggedSet({ day: 60, loadKg })), 0.5)
  expect([at(100), at(70)]).toEqual([5, 12])
})

test('warm-ups and drop sets are no habit', () => {
  const kinds = ['warm_up', 'drop'] as const
  expect(habitOf(kinds.map((kind) => aLoggedSet({ kind })))).toEqual(emptyHabit())
})

test('what is kept of a lifter is bounded, however much was logged under however many names', () => {
  const habit = emptyHabit()
  for (let i = 0; i < 700; i++) observeHabit(habit, aLoggedSet({ movement: `${i} ${'x'.repeat(10_000)}`, day: i }))
  expect(Object.keys(habit.movements)).toHaveLength(300)
  for (let day = 0; day < 400; day++) observeHabit(habit, aLoggedSet({ day: 700 + day, loadKg: 60 + day / 7 }))
  expect(JSON.stringify(habit.movements['m bench']).length).toBeLessThan(6000)
  expect(JSON.stringify(habit).length).toBeLessThan(700_000)
})
