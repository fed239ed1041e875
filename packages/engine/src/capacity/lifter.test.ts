import {
  DAY_MS,
  equipmentKinds,
  type Instant,
  kg,
  limits,
  loadKinds,
  movementPatterns,
  type Reps,
  type Rir,
  type Seconds,
} from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LoggedSet, MovementFacts } from '../lifter/sets.ts'
import { log } from '../numerics/elementary.ts'
import { emptyLifter, type LifterBelief, MOST_MOVEMENTS } from './belief.ts'
import { capacityForecast, observe } from './lifter.ts'

const MONDAY = 1_772_474_400_000
const bench: MovementFacts = {
  key: 'bench',
  pattern: 'horizontal_push',
  loadKind: 'external',
  equipment: 'barbell',
  muscles: [],
  baseKey: null,
}

type SetSaid = Partial<Omit<LoggedSet, 'reps' | 'rir'>> & { day?: number; loadKg?: number; reps?: number; rir?: number | null }

/** A working set of bench press; sets of one day are one workout. */
const aLoggedSet = ({ day = 0, loadKg = 80, reps = 7, rir = 2, ...rest }: SetSaid = {}) =>
  ({
    movement: bench,
    at: (MONDAY + day * DAY_MS) as Instant,
    workoutKey: `day ${day}`,
    setNumber: 1,
    kind: 'working',
    load: kg(loadKg),
    rest: null,
    bodyMass: null,
    toFailure: false,
    ...rest,
    reps: reps as Reps,
    rir: rir as Rir | null,
  }) satisfies LoggedSet

const afterAll = (sets: readonly LoggedSet[], from = emptyLifter()) => sets.reduce(observe, from)
const meanOf = (belief: LifterBelief, planned: SetSaid) =>
  capacityForecast(belief, aLoggedSet(planned)).probabilities.reduce((sum, p, i) => sum + p * (i + 1), 0)

test('three steady weeks are expected to go on', () => {
  const belief = afterAll([0, 3, 7, 10, 14, 17].map((day) => aLoggedSet({ day })))
  expect(meanOf(belief, { day: 21 })).toBeGreaterThan(6.3)
  expect(meanOf(belief, { day: 21 })).toBeLessThan(7.7)
  const { e1rm } = capacityForecast(belief, aLoggedSet({ day: 21 }))
  expect(e1rm.mean).toBeGreaterThan(100)
  expect(e1rm.mean).toBeLessThan(112)
})

test('a set to failure says more than the same repetitions without a word', () => {
  const week = [0, 3, 7, 10].map((day) => aLoggedSet({ day }))
  const failed = afterAll([...week, aLoggedSet({ day: 14, reps: 5, rir: 0, toFailure: true })])
  const silent = afterAll([...week, aLoggedSet({ day: 14, reps: 5, rir: null })])
  const strength = (belief: LifterBelief) => capacityForecast(belief, aLoggedSet({ day: 17 })).e1rm.mean
  expect(strength(failed)).toBeLessThan(strength(silent))
})

test('a set without a word that was beyond belief raises it all the same', () => {
  const belief = afterAll([0, 3, 7].map((day) => aLoggedSet({ day })))
  const surprised = observe(belief, aLoggedSet({ day: 10, reps: 14, rir: null }))
  const strength = (of: LifterBelief) => capacityForecast(of, aLoggedSet({ day: 14 })).e1rm.mean
  expect(strength(surprised)).toBeGreaterThan(strength(belief) * 1.05)
})

test('time away lowers strength and widens the belief, and a fortnight does neither much', () => {
  const belief = afterAll([0, 3, 7, 10, 14].map((day) => aLoggedSet({ day })))
  const after = (days: number) => {
    const { mean, sd } = capacityForecast(belief, aLoggedSet({ day: 14 + days })).e1rm
    return { mean, spread: sd / mean }
  }
  expect(after(14).mean).toBeCloseTo(after(3).mean, 9)
  expect(after(7 * 10).mean / after(3).mean).toBeCloseTo(0.92, 9)
  expect(after(7 * 30).mean / after(3).mean).toBeCloseTo(0.85, 9)
  expect(after(7 * 10).spread).toBeGreaterThan(1.3 * after(3).spread)
})

const toFailure = (day: number, reps: readonly number[]) => reps.map((count) => aLoggedSet({ day, reps: count, rir: 0, toFailure: true }))

/** Repetitions that one set to failure takes from the next. */
function lostToASet(belief: LifterBelief): number {
  const after = afterAll(toFailure(21, [8]), belief)
  return meanOf(belief, { day: 21, rir: 0 }) - meanOf(after, { day: 21, rir: 0 })
}

test('a lifter who fades fast is expected to fade', () => {
  const days = [0, 3, 7, 10, 14, 17]
  const steady = afterAll(days.flatMap((day) => toFailure(day, [8, 8, 8])))
  const fading = afterAll(days.flatMap((day) => toFailure(day, [10, 7, 5])))
  expect(lostToASet(fading)).toBeGreaterThan(lostToASet(steady) + 0.5)
})

test('short rest costs repetitions', () => {
  const belief = afterAll([...[0, 3, 7].flatMap((day) => toFailure(day, [8, 7])), ...toFailure(10, [8])])
  const after = (rest: number) => meanOf(belief, { day: 10, rir: 0, rest: rest as Seconds })
  expect(after(60)).toBeLessThan(after(180) - 0.4)
  expect(after(180)).toBeLessThan(after(300))
})

test('a movement never done starts from those that were, unsurely, and its own sets soon count more', () => {
  const dumbbells: MovementFacts = { ...bench, key: 'dumbbells', equipment: 'dumbbell', baseKey: 'bench' }
  const asked = { movement: dumbbells, day: 30, loadKg: 30 }
  const after = (loadKg: number) => afterAll([0, 3, 7, 10].map((day) => aLoggedSet({ day, loadKg })))
  const maximum = (belief: LifterBelief) => capacityForecast(belief, aLoggedSet(asked)).e1rm
  expect(maximum(after(120)).mean / maximum(after(60)).mean).toBeCloseTo(2, 1)
  expect(maximum(after(80)).mean).toBeLessThan(0.7 * 107) // one of the two
  expect(maximum(after(80)).sd / maximum(after(80)).mean).toBeGreaterThan(0.25)
  const tried = afterAll([aLoggedSet({ ...asked, reps: 8, rir: 1 })], after(80))
  expect(maximum(tried).sd / maximum(tried).mean).toBeLessThan(0.06)
})

test('warm-ups and drop sets say nothing of capacity', () => {
  const belief = afterAll([0, 3].map((day) => aLoggedSet({ day })))
  for (const kind of ['warm_up', 'drop'] as const) expect(observe(belief, aLoggedSet({ day: 7, kind, loadKg: 40, reps: 20 }))).toBe(belief)
})

test('5 % more of a load never tried costs what experiments say, whatever the loads that were', () => {
  const belief = afterAll(
    [0, 3, 7, 10, 14, 17].flatMap((day, i) => [aLoggedSet({ day, loadKg: 80 + i }), aLoggedSet({ day, loadKg: 80 + i })]),
  )
  for (const rir of [0, 2]) {
    const z = (loadKg: number) => log(1 + meanOf(belief, { day: 21, loadKg, rir: rir as Rir }) / 30)
    const slope = (z(70 * 1.05) - z(70)) / log(1.05)
    expect(slope).toBeGreaterThan(-1.2)
    expect(slope).toBeLessThan(-0.65)
  }
})

const wild = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, -1, 1e9, 1e308, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 10_000),
)
const hostile = fc.record({
  movement: fc.record({
    key: fc.constantFrom('a', 'b', '__proto__', ''),
    pattern: fc.constantFrom(...movementPatterns),
    loadKind: fc.constantFrom(...loadKinds),
    equipment: fc.constantFrom(...equipmentKinds),
    muscles: fc.constant([]),
    baseKey: fc.constant(null),
  }),
  at: fc.oneof(wild, fc.integer({ min: MONDAY - 400 * DAY_MS, max: MONDAY })),
  workoutKey: fc.constantFrom('', 'w1', 'w2'),
  setNumber: wild,
  kind: fc.constantFrom('working', 'warm_up', 'drop'),
  load: fc.oneof(wild, fc.integer({ min: 0, max: 300 })),
  rir: fc.option(fc.oneof(wild, fc.integer({ min: 0, max: 10 }))),
  rest: fc.option(wild),
  bodyMass: fc.option(wild),
  reps: fc.oneof(wild, fc.integer({ min: 0, max: 30 })),
  toFailure: fc.boolean(),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<LoggedSet>

test('whatever was logged, in whatever order, the belief stays plain numbers and the forecast a distribution', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 30 }), hostile, (sets, planned) => {
      const belief = afterAll(sets)
      const text = JSON.stringify(belief)
      const { probabilities, e1rm } = capacityForecast(belief, planned)
      expect(probabilities.every((p) => p > 0 && p <= 1)).toBe(true)
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6)
      expect(Number.isFinite(e1rm.mean) && Number.isFinite(e1rm.sd) && e1rm.mean > 0 && e1rm.mean <= 5000).toBe(true)
      expect(capacityForecast(JSON.parse(text) as LifterBelief, planned)).toEqual({ probabilities, e1rm })
    }),
    { numRuns: 1500 },
  )
})

test('fifty sets in one second are fifty sets', () => {
  const belief = afterAll(Array.from({ length: 50 }, () => aLoggedSet({ rest: 0 as Seconds })))
  expect(capacityForecast(belief, aLoggedSet({ day: 3 })).e1rm.mean).toBeLessThan(limits.loadKg)
})

test('more load or more reserve is never expected to bring more repetitions', () => {
  const sets = fc.array(
    fc.record({
      day: fc.nat(60),
      loadKg: fc.integer({ min: 20, max: 200 }),
      reps: fc.integer({ min: 1, max: 20 }),
      rir: fc.option(fc.nat(6)),
    }),
    { maxLength: 15 },
  )
  fc.assert(
    fc.property(sets, fc.integer({ min: 20, max: 200 }), fc.nat(4), (logged, loadKg, rir) => {
      const belief = afterAll(logged.map((set) => aLoggedSet({ ...set, rir: set.rir })))
      expect(meanOf(belief, { day: 61, loadKg, rir: (rir + 1) as Rir })).toBeLessThanOrEqual(
        meanOf(belief, { day: 61, loadKg, rir: rir as Rir }) + 1e-9,
      )
      expect(meanOf(belief, { day: 61, loadKg: loadKg * 1.001, rir: null })).toBeLessThanOrEqual(
        meanOf(belief, { day: 61, loadKg, rir: null }) + 1e-9,
      )
    }),
  )
})

test('a lifter of a thousand movements is remembered in bounded memory', () => {
  const many = Array.from({ length: MOST_MOVEMENTS + 10 }, (_, i) => aLoggedSet({ day: i, movement: { ...bench, key: `movement ${i}` } }))
  const belief = afterAll(many)
  expect(Object.keys(belief.movements)).toHaveLength(MOST_MOVEMENTS)
  expect(belief.movements['movement 0']).toBe(undefined)
  expect(JSON.stringify(belief.movements[`movement ${MOST_MOVEMENTS}`]).length).toBeLessThan(2000)
})
