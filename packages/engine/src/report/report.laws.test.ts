import { DAY_MS, type Instant, kg, localDays, reps, rir, type LocalDay } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FORECAST_REPS, type LoggedSet } from '../lifter/sets.ts'
import { heldAgainst } from '../reading/read-set.ts'
import { Backtest } from '../scoring/backtest.ts'
import { forecastReps, observeHabit } from '../forecast/next-reps.ts'
import { emptyHabit } from '../forecast/habit.ts'
import { movementCalled } from '../testing/logged-set.ts'
import { Replay, Report } from './report.ts'
import type { ReportedSet } from './reported-set.ts'
import { type Score, verdictOf } from './score.ts'

const NEW_YEAR_2025 = 1_735_689_600_000
const dayOf = localDays('UTC')

const training = (days: number) =>
  fc.array(
    fc.record({
      movement: fc.constantFrom('bench', 'squat'),
      load: fc.constantFrom(0, 50, 80, 80, 82.5),
      kind: fc.constantFrom('working', 'working', 'working', 'warm_up'),
      count: fc.integer({ min: 0, max: 22 }),
      left: fc.constantFrom(null, 1, 3),
    }),
    { minLength: 3 * days, maxLength: 3 * days },
  )

type Said = {
  readonly movement: string
  readonly load: number
  readonly kind: string
  readonly count: number
  readonly left: number | null
}

/** Three sets a day, from the first day of a year on. */
const logOf = (said: readonly Said[], start = NEW_YEAR_2025): Omit<ReportedSet, 'setNumber'>[] =>
  said.map(({ movement, load, kind, count, left }, i) => {
    const at = (start + Math.floor(i / 3) * DAY_MS + (i % 3) * 180_000) as Instant
    return {
      movement: movementCalled(movement),
      at,
      day: dayOf(at),
      workoutKey: `${at - (at % DAY_MS)}`,
      kind: kind as LoggedSet['kind'],
      load: kg(load),
      reps: reps(count),
      rir: left === null ? null : rir(left),
      rest: null,
      bodyMass: null,
      toFailure: false,
    }
  })

function cardOf(log: readonly Omit<ReportedSet, 'setNumber'>[]) {
  const replay = new Replay()
  for (const set of log) replay.read(set)
  return replay.card()
}

const summed = (parts: readonly Score[], name: keyof Score) => parts.reduce((sum, part) => sum + part.sets * (part[name] ?? 0), 0)

test('what the movements and the years count is what the whole counts', () => {
  fc.assert(
    fc.property(training(60), (said) => {
      const { score, years, lifts, days, weeks } = cardOf(logOf(said, NEW_YEAR_2025 - 30 * DAY_MS))
      expect(years.length).toBeLessThanOrEqual(2)
      for (const parts of [years, lifts.map((lift) => lift.score)]) {
        expect(parts.reduce((sum, { sets }) => sum + sets, 0)).toBe(score.sets)
        for (const name of ['inside50', 'inside80', 'inside95', 'fair50', 'fair80', 'fair95', 'miss', 'ruleMiss'] as const)
          expect(summed(parts, name), name).toBeCloseTo(score.sets * (score[name] ?? 0), 8)
      }
      const counted = lifts.reduce((sum, { sets }) => sum + sets, 0)
      expect(days.reduce((sum, [, sets]) => sum + sets, 0)).toBe(counted)
      expect(weeks.reduce((sum, { sets }) => sum + sets, 0)).toBe(counted)
    }),
    { numRuns: 8 },
  )
})

test('whatever is logged next year, no score of this year changes', () => {
  fc.assert(
    fc.property(training(50), training(8), training(8), (said, one, other) => {
      const next = NEW_YEAR_2025 + 365 * DAY_MS
      const thisYear = (later: readonly Said[]) => cardOf([...logOf(said), ...logOf(later, next)]).years.find(({ year }) => year === 2025)
      const [score, beside] = [thisYear(one)!, thisYear(other)!]
      expect(score.sets).toBe(beside.sets)
      // Lifts are added up in the order of their size, which next year may change: the last bit with it.
      for (const name of ['inside80', 'fair50', 'fair80', 'fair95', 'miss', 'ruleMiss'] as const)
        expect(score[name] ?? -1, name).toBeCloseTo(beside[name] ?? -1, 12)
    }),
    { numRuns: 8 },
  )
})

test('the report scores what the backtest scores, and the simple rule beside it', () => {
  fc.assert(
    fc.property(training(50), (said) => {
      const log = logOf(said)
      const habit = emptyHabit()
      const backtest = new Backtest('anyone', {
        forecast: (planned) => forecastReps(habit, planned),
        observe: (set) => void observeHabit(habit, set),
      })
      const numbers = new Map<string, number>()
      for (const set of log) {
        const place = `${set.workoutKey} ${set.movement.key}`
        numbers.set(place, (numbers.get(place) ?? 0) + 1)
        backtest.see({ ...set, setNumber: numbers.get(place)! })
      }
      const { byMask, ruleErrors } = backtest.score()
      const { score } = cardOf(log)
      expect(score.sets).toBe(byMask.all.sets)
      expect(score.sets * (score.fair80 ?? 0)).toBeCloseTo(byMask.all.inside80, 9)
      expect(score.sets * (score.miss ?? 0)).toBeCloseTo(byMask.all.error, 9)
      expect(score.sets * (score.ruleMiss ?? 0)).toBeCloseTo(ruleErrors.all, 9)
    }),
    { numRuns: 8 },
  )
})

/** 1,500 sets of one movement, each drawn from what is true of it and held against what was foretold. */
function drawnFrom(foretold: (i: number) => Float64Array, drawn: (i: number) => Float64Array) {
  const report = new Report()
  for (let i = 0; i < 1500; i++) {
    const u = (i * 0.6180339887498949) % 1 // spread evenly: the law, not the luck
    const count = quantile(drawn(i), u)
    const at = (NEW_YEAR_2025 + i * DAY_MS) as Instant
    const set = {
      ...logOf([{ movement: 'bench', load: 80, kind: 'working', count, left: null }])[0]!,
      at,
      workoutKey: String(i),
      setNumber: 1,
    }
    report.add({ ...set, day: i as LocalDay }, i < 20 ? null : heldAgainst(foretold(i), count), null)
  }
  return report.card().score
}

const bell = (middle: number, width: number) => {
  const weights = Float64Array.from({ length: FORECAST_REPS }, (_, i) => Math.exp(-0.5 * ((i + 1 - middle) / width) ** 2))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

function quantile(chances: Float64Array, u: number): number {
  let below = 0
  const place = chances.findIndex((chance) => (below += chance) > u)
  return place < 0 ? FORECAST_REPS : place + 1
}

const wavering = (i: number) => bell(6 + (i % 5), 1 + (i % 3))

test('of a perfect forecaster the ranges hold 50, 80 and 95 %, and it is called honest', () => {
  const score = drawnFrom(wavering, wavering)
  expect(score.fair50).toBeCloseTo(0.5, 1)
  expect(score.fair80).toBeCloseTo(0.8, 1)
  expect(score.fair95).toBeCloseTo(0.95, 1)
  expect(score.inside80!).toBeGreaterThanOrEqual(score.fair80!) // whole repetitions hold a little more
  expect(verdictOf(score)!.ranges).toBe('honest')
})

test('a forecaster that is too sure of itself is told so, and so is one that never commits itself', () => {
  expect(verdictOf(drawnFrom((i) => bell(6 + (i % 5), 0.5), wavering))!.ranges).toBe('narrow')
  expect(verdictOf(drawnFrom((i) => bell(6 + (i % 5), 5), wavering))!.ranges).toBe('wide')
})

test('a forecast worse than copying the last time is said to be worse', () => {
  const score: Score = {
    sets: 500,
    inside50: 0.5,
    inside80: 0.8,
    inside95: 0.95,
    fair50: 0.5,
    fair80: 0.8,
    fair95: 0.95,
    miss: 1.3,
    ruleMiss: 1.1,
  }
  expect(verdictOf(score)!.besideRule).toBe('worse')
  expect(verdictOf({ ...score, miss: 0.9 })!.besideRule).toBe('better')
  expect(verdictOf({ ...score, sets: 99 })).toBeNull()
})
