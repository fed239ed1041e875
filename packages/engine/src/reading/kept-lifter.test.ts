import { DAY_MS, type Instant, kg, MINUTE_MS, reps, rir } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecastReps, observeHabit } from '../forecast/next-reps.ts'
import { emptyHabit } from '../forecast/habit.ts'
import { Backtest } from '../scoring/backtest.ts'
import { NOW } from '../testing/builders.ts'
import { movementCalled } from '../testing/logged-set.ts'
import { keptFrom, type KeptLifter, newLifter, partsOf } from './kept-lifter.ts'
import { readSet } from './read-set.ts'
import type { LoggedSet } from '../lifter/sets.ts'

const sets = fc
  .array(
    fc.record({
      movement: fc.constantFrom('bench', 'squat', 'row'),
      gapMinutes: fc.constantFrom(3, 3, 3, 2 * 24 * 60),
      kind: fc.constantFrom('working', 'working', 'working', 'warm_up', 'drop'),
      load: fc.constantFrom(0, 60, 80, 82.5, 100),
      reps: fc.integer({ min: 0, max: 25 }),
      left: fc.constantFrom(null, 0, 1, 2.5),
    }),
    { minLength: 30, maxLength: 120 },
  )
  .map((said) => {
    let at = NOW as number
    return said.map(({ movement, gapMinutes, kind, load, reps: count, left }): Omit<LoggedSet, 'setNumber'> => {
      at += gapMinutes * MINUTE_MS
      return {
        movement: movementCalled(movement),
        at: at as Instant,
        workoutKey: `day ${Math.floor(at / DAY_MS)}`,
        kind: kind as LoggedSet['kind'],
        load: kg(load),
        reps: reps(count),
        rir: left === null ? null : rir(left),
        rest: null,
        bodyMass: null,
        toFailure: false,
      }
    })
  })

const readAll = (kept: KeptLifter, some: readonly Omit<LoggedSet, 'setNumber'>[]) => some.map((set) => readSet(kept, set))

test('a lifter put down and taken up between any two sets is the lifter who was never put down', () => {
  fc.assert(
    fc.property(sets, fc.nat(), (all, at) => {
      const pause = at % all.length
      const whole = newLifter()
      const told = readAll(whole, all)
      const first = newLifter()
      const before = readAll(first, all.slice(0, pause))
      const second = keptFrom(partsOf(first))
      const after = readAll(second, all.slice(pause))
      expect([...before, ...after]).toEqual(told)
      expect(partsOf(second)).toEqual(partsOf(whole))
    }),
    { numRuns: 40 },
  )
})

test('a set leaves the parts of other movements as they are', () => {
  fc.assert(
    fc.property(sets, (all) => {
      const kept = newLifter()
      readAll(kept, all.slice(0, -1))
      const before = partsOf(kept).movements
      const last = all.at(-1)!
      readSet(kept, last)
      for (const [key, part] of partsOf(kept).movements) if (key !== last.movement.key) expect(part).toBe(before.get(key))
    }),
    { numRuns: 40 },
  )
})

test('what is foretold of a set is what a backtest of the same log finds, ramp-ups aside', () => {
  fc.assert(
    fc.property(sets, (all) => {
      const level = all.map((set) => ({ ...set, load: kg(80) }))
      const habit = emptyHabit()
      const backtest = new Backtest('anyone', {
        forecast: (planned) => forecastReps(habit, planned),
        observe: (set) => void observeHabit(habit, set),
      })
      const kept = newLifter()
      let error = 0
      let inside80 = 0
      for (const set of level) {
        const { setNumber, foretold } = readSet(kept, set)
        backtest.see({ ...set, setNumber })
        error += foretold?.grade.error ?? 0
        inside80 += foretold?.grade.inside80 ?? 0
      }
      const { error: ofBacktest, inside80: held } = backtest.score().byMask.all
      expect(error).toBeCloseTo(ofBacktest, 9)
      expect(inside80).toBeCloseTo(held, 9)
    }),
    { numRuns: 40 },
  )
})

test('half, four fifths and nineteen twentieths are expected inside the ranges named so', () => {
  const kept = newLifter()
  const day = Array.from({ length: 40 }, (_, i) => ({
    movement: movementCalled('bench'),
    at: (NOW + i * DAY_MS) as Instant,
    workoutKey: `day ${i}`,
    kind: 'working' as const,
    load: kg(80),
    reps: reps(6 + (i % 4)),
    rir: null,
    rest: null,
    bodyMass: null,
    toFailure: false,
  }))
  for (const { foretold } of readAll(kept, day)) {
    if (foretold === null) continue
    const { range50, range80, range95, median, grade } = foretold
    expect(range95.low).toBeLessThanOrEqual(range80.low)
    expect(range80.low).toBeLessThanOrEqual(range50.low)
    expect(range50.low).toBeLessThanOrEqual(median)
    expect(median).toBeLessThanOrEqual(range50.high)
    expect(range50.high).toBeLessThanOrEqual(range80.high)
    expect(grade.inside50).toBeLessThanOrEqual(grade.inside80)
    expect(grade.below).toBeLessThan(grade.upTo)
  }
})
