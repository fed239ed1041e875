import { DAY_MS, equipmentKinds, kg, limits, loadKinds, movementPatterns, type MovementId, type WorkoutId } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explain } from '../explanation/explain.ts'
import { aSet, aSnapshot, aTarget, NOW } from '../testing/builders.ts'
import { goalFor } from './goal.ts'
import { LARGEST_RISE, riseLimit } from './guardrails.ts'
import { historyOf } from './history.ts'
import { gridOf } from './loadable.ts'
import { prescribe } from './prescribe.ts'
import { resistanceOf } from './resistance.ts'
import { readAgainst } from './unsaid.ts'
import type { SnapshotSet, Target, TrainingSnapshot } from './snapshot.ts'

const plainSet = fc.record({
  daysAgo: fc.integer({ min: 1, max: 60 }),
  loadKg: fc.integer({ min: 16, max: 120 }).map((steps) => steps * 2.5),
  reps: fc.integer({ min: 1, max: 20 }),
  rir: fc.option(fc.integer({ min: 0, max: 8 }).map((halves) => halves / 2)),
  minutesAgo: fc.integer({ min: 0, max: 90 }),
})
const plainSets = fc.array(plainSet, { minLength: 1, maxLength: 20 })
const aRange = fc
  .tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 5 }))
  .map(([repLow, width]) => ({ repLow, repHigh: repLow + width }))

/** Any finite number that JSON can carry, the absurd ones often. */
const wild = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -0, -1, 1e308, -1e308, 5e-324, 2 ** 53, NOW))
const hostileSet = fc.record({
  workoutId: fc.constantFrom('day-0', 'day-1', 'day-2', ''),
  at: fc.oneof(wild, fc.integer({ min: NOW - 100 * DAY_MS, max: NOW })),
  kind: fc.constantFrom('working', 'warm_up', 'drop'),
  load: fc.option(fc.oneof(wild, fc.integer({ min: 0, max: 200 }))),
  reps: fc.option(fc.oneof(wild, fc.integer({ min: 0, max: 30 }))),
  rir: fc.option(fc.oneof(wild, fc.integer({ min: 0, max: 10 }))),
  toFailure: fc.boolean(),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<SnapshotSet>
const hostileSnapshot = fc.record({
  movement: fc.record({
    id: fc.constant('m' as MovementId),
    pattern: fc.constantFrom(...movementPatterns),
    loadKind: fc.constantFrom(...loadKinds),
    equipment: fc.constantFrom(...equipmentKinds),
  }),
  athlete: fc.record({ bodyMass: fc.option(wild), isNovice: fc.boolean(), hasPain: fc.boolean() }),
  loads: fc.record({ min: wild, step: wild }),
  sets: fc.array(hostileSet, { maxLength: 40 }),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<TrainingSnapshot>
const hostileTarget = fc.record({
  setNumber: fc.oneof(wild, fc.integer({ min: 1, max: 6 })),
  workoutId: fc.option(fc.constantFrom('day-0' as WorkoutId)),
  at: fc.oneof(wild, fc.constant(NOW)),
  goalStrength: wild,
  repLow: fc.option(wild),
  repHigh: fc.option(wild),
  rir: fc.option(wild),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<Target>

test('a better set never brings a lighter next first set', () => {
  const better = fc.record({
    load: fc.integer({ min: 0, max: 4 }),
    reps: fc.integer({ min: 0, max: 5 }),
    rir: fc.integer({ min: 0, max: 3 }),
  })
  fc.assert(
    fc.property(plainSets, fc.nat(), better, aRange, (sets, which, gain, range) => {
      const chosen = which % sets.length
      const improved = sets.map((set, i) =>
        i === chosen
          ? { ...set, loadKg: set.loadKg + 2.5 * gain.load, reps: set.reps + gain.reps, rir: set.rir === null ? null : set.rir + gain.rir }
          : set,
      )
      const load = (of: typeof sets) => prescribe(aSnapshot({ sets: of.map(aSet) }), aTarget(range)).load
      expect(load(improved)).toBeGreaterThanOrEqual(load(sets))
    }),
    { numRuns: 2000 },
  )
})

test('a stronger lifter, all else equal, is never given less', () => {
  fc.assert(
    fc.property(plainSets, fc.integer({ min: 1, max: 10 }), aRange, fc.integer({ min: 1, max: 4 }), (sets, steps, range, setNumber) => {
      const load = (extra: number) =>
        prescribe(aSnapshot({ sets: sets.map((set) => aSet({ ...set, loadKg: set.loadKg + extra })) }), aTarget({ ...range, setNumber }))
          .load
      expect(load(steps * 2.5)).toBeGreaterThanOrEqual(load(0))
    }),
    { numRuns: 2000 },
  )
})

test('the first set never rises past the cap without saying which step it was allowed', () => {
  fc.assert(
    fc.property(plainSets, aRange, fc.constantFrom(1.25, 2.5, 5, 10), (sets, range, step) => {
      const snapshot = aSnapshot({ sets: sets.map(aSet), loads: { min: 20, step } })
      const target = aTarget(range)
      const { load, flags } = prescribe(snapshot, target)
      const goal = goalFor(target, 'horizontal_push')
      const { past } = readAgainst(goal, historyOf(snapshot, target, resistanceOf(snapshot)))
      const limit = riseLimit(past, NOW, goal)
      if (limit === undefined || flags.includes('step_over_cap') || flags.includes('layoff')) return
      expect(load).toBeLessThanOrEqual(Math.max(limit, 20) * (1 + 1e-12))
    }),
  )
  expect(LARGEST_RISE).toBe(0.075)
})

test('what is advised can be loaded, and lies within a step of what was worked out', () => {
  const steps = fc.constantFrom(
    { min: 20, step: 2.5 },
    { min: 2, step: 2 },
    { min: 45 * 0.45359237, step: 5 * 0.45359237 },
    { min: 0, step: 1.25 },
  )
  fc.assert(
    fc.property(plainSets, aRange, steps, (sets, range, loads) => {
      const { load, exactLoad } = prescribe(aSnapshot({ sets: sets.map(aSet), loads }), aTarget(range))
      const index = (load - loads.min) / loads.step
      expect(Math.abs(index - Math.round(index))).toBeLessThan(1e-9)
      if (load > loads.min) expect(Math.abs(load - exactLoad)).toBeLessThan(loads.step * (1 + 1e-6))
    }),
  )
})

test('whatever the snapshot holds, the answer is a load within limits, and the same before and after JSON', () => {
  fc.assert(
    fc.property(hostileSnapshot, hostileTarget, (snapshot, target) => {
      const advice = prescribe(snapshot, target)
      const { lowest, unitKg } = gridOf(snapshot.loads)
      const least = snapshot.movement.loadKind === 'body_weight' ? 0 : (lowest / 100) * unitKg
      expect(advice.load).toBeGreaterThanOrEqual(Math.min(least, limits.loadKg) - 1e-9)
      expect(advice.load).toBeLessThanOrEqual(limits.loadKg)
      expect(advice.repLow).toBeGreaterThanOrEqual(1)
      expect(advice.repHigh).toBeGreaterThanOrEqual(advice.repLow)
      expect(advice.confidence >= 0 && advice.confidence <= 1).toBe(true)
      expect(advice.interval.high).toBeGreaterThanOrEqual(advice.interval.low)
      const text = JSON.stringify(advice)
      expect(text).not.toContain('null') // a NaN or an Infinity would be one
      expect(explain(advice, 'lb')).not.toMatch(/NaN|Infinity|undefined/)
      expect(JSON.stringify(prescribe(JSON.parse(JSON.stringify(snapshot)), JSON.parse(JSON.stringify(target))))).toBe(text)
    }),
    { numRuns: 3000 },
  )
})

test('ten thousand sets are answered too', () => {
  const sets = Array.from({ length: 10_000 }, (_, i) => aSet({ daysAgo: 1 + i, loadKg: 80, reps: 7 }))
  expect(prescribe(aSnapshot({ sets }), aTarget()).load).toBe(kg(80))
})

test('the order in which sets of different times arrive does not matter', () => {
  const sets = fc.uniqueArray(plainSet, { minLength: 1, maxLength: 12, selector: ({ daysAgo, minutesAgo }) => daysAgo * 1440 + minutesAgo })
  fc.assert(
    fc.property(sets, (sets) => {
      const forward = sets.map(aSet)
      expect(prescribe(aSnapshot({ sets: forward.toReversed() }), aTarget())).toEqual(prescribe(aSnapshot({ sets: forward }), aTarget()))
    }),
  )
})
