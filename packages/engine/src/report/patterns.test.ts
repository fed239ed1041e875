import type { Kilograms, LocalDay, Reps } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { movementCalled } from '../testing/logged-set.ts'
import type { CurvePoint } from './lift.ts'
import { Patterns, strengthOf } from './patterns.ts'
import type { ReportedSet } from './reported-set.ts'

const MONDAY = 20_507
const point = (day: number, mean: number | null, sets = 3): CurvePoint => ({
  day: (MONDAY + day) as LocalDay,
  load: 80 as Kilograms,
  reps: 5 as Reps,
  e1rm: 90 as Kilograms,
  sets,
  strength: mean === null ? null : { mean, sd: 2 },
})
const lastOf = (...curves: CurvePoint[][]) => strengthOf(curves).at(-1)?.index

test('a lift ten percent stronger than in its first four weeks stands at 110', () => {
  expect(lastOf([point(0, 100), point(14, 100), point(35, 110)])).toBeCloseTo(110, 9)
})

test('of two lifts the one with more sets counts more', () => {
  const [up, level] = [
    [point(0, 100, 9), point(35, 120, 9)],
    [point(0, 50, 3), point(36, 50, 3)],
  ]
  expect(lastOf(up, level)).toBeCloseTo(100 * 1.2 ** (18 / 24), 9)
})

test('a lift that is new changes nothing for four weeks, and starts from where it stood', () => {
  const old = [point(0, 100), point(35, 120), point(70, 120)]
  const fresh = [point(60, 40), point(69, 60)]
  expect(lastOf(old, fresh)).toBeCloseTo(120, 9)
  expect(lastOf(old)).toBeCloseTo(120, 9)
})

test('loads that nobody reads a maximum from have no index', () => {
  expect(strengthOf([[point(0, null), point(40, null)]])).toEqual([])
  expect(strengthOf([[point(0, 100), point(27, 300)]])).toEqual([])
})

test('an index has one figure a week, the last of it', () => {
  const weeks = strengthOf([[point(0, 100), point(35, 104), point(37, 108), point(42, 90)]])
  expect(weeks.map(({ monday }) => monday - MONDAY)).toEqual([35, 42])
  expect(weeks[0]!.index).toBeCloseTo(108, 9)
})

test('a workout exposes a pattern once, however many of its movements are in it', () => {
  const patterns = new Patterns()
  const set = (day: number, workoutKey: string, pattern: 'squat' | 'hinge', kind: ReportedSet['kind'] = 'working') =>
    patterns.add({
      movement: { ...movementCalled(pattern), pattern },
      day: (MONDAY + day) as LocalDay,
      workoutKey,
      kind,
      reps: 5,
    } as ReportedSet)
  set(0, 'a', 'squat', 'warm_up')
  set(0, 'a', 'squat')
  set(0, 'a', 'squat')
  set(0, 'a', 'hinge')
  set(3, 'b', 'squat')
  set(8, 'c', 'squat')
  const [squat, hinge] = patterns.report([])
  expect(squat).toMatchObject({ pattern: 'squat', lastDay: MONDAY + 8 })
  expect(squat!.weeks).toEqual([
    { monday: MONDAY, workouts: 2, sets: 3 },
    { monday: MONDAY + 7, workouts: 1, sets: 1 },
  ])
  expect(hinge!.weeks).toEqual([{ monday: MONDAY, workouts: 1, sets: 1 }])
})
