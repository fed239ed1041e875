import { DAY_MS, equipmentKinds, kg, limits, loadKinds, movementPatterns, type MovementId, type WorkoutId } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explain } from '../explanation/explain.ts'
import { relations } from '../capacity/related.ts'
import { USUAL_TRAITS } from '../capacity/traits.ts'
import { aPrior, aSet, aSnapshot, aTarget, NOW } from '../testing/builders.ts'
import { goalFor } from './goal.ts'
import { LARGEST_RISE, riseLimit } from './guardrails.ts'
import { historyOf } from './history.ts'
import { gridOf, lowestLoad } from './loadable.ts'
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
/** What other movements say, rightly or far from it; or nothing. */
const someWord = fc.record({
  kgMaximum: fc.integer({ min: 5, max: 400 }),
  sd: fc.double({ min: 0.02, max: 0.9, noNaN: true }),
  daysAgo: fc.integer({ min: 0, max: 100 }),
  groupDaysAgo: fc.option(fc.integer({ min: 0, max: 100 })),
  relation: fc.constantFrom(...relations),
  movements: fc.integer({ min: 1, max: 20 }),
  fatigueRatio: fc.double({ min: 0.3, max: 5, noNaN: true }),
  surprise: fc.record({ sum: fc.double({ min: 0, max: 40, noNaN: true }), weight: fc.double({ min: 0, max: 12, noNaN: true }) }),
})
const word = fc.oneof(
  fc.constant({}),
  someWord.map((said) => ({ prior: aPrior(said) })),
)
const aRange = fc
  .tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 5 }))
  .map(([repLow, width]) => ({ repLow, repHigh: repLow + width }))

/** Thousands of random lifters, on a machine that may be busy. */

/** Loads of a gym whose steps are not all the same: two odd dumbbells, a stack with a wide first step, plates in two units. */
const unevenList = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.array(fc.constantFrom(0.5, 1, 1.25, 2.5, 5, 10, 20, 0.45359237, 4.5359237), { maxLength: 20 }))
  .map(([from, steps]) => ({ list: steps.reduce((loads, step) => [...loads, loads.at(-1)! + step], [from]) }))
const anyGym = fc.oneof(
  fc.constantFrom({ min: 20, step: 2.5 }, { min: 20, step: 5 }, { min: 0, step: 1.25, max: 80 }, { min: 20, step: 2.5, max: 60 }),
  unevenList,
)

/** Anybody's traits, past the bounds too; often nothing is known. */
const anyTraits = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      curve: fc.double({ min: 0.5, max: 1.5, noNaN: true }),
      rirBias: fc.double({ min: -1, max: 3, noNaN: true }),
      dayFatigue: fc.record({
        scale: fc.double({ min: -0.02, max: 0.08, noNaN: true }),
        alpha: fc.double({ min: 0, max: 2, noNaN: true }),
        beta: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    },
    { requiredKeys: [] },
  ),
)

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
const hostilePrior = fc.record({
  strength: fc.option(
    fc.record({
      level: fc.oneof(wild, fc.double({ min: 2, max: 6, noNaN: true })),
      variance: fc.oneof(wild, fc.constant(0.2)),
      at: wild,
      from: fc.constant('m'),
      relation: fc.constantFrom(...relations),
      movements: wild,
    }),
  ),
  fatigueRatio: wild,
  surprise: fc.record({ sum: wild, weight: wild }),
  groupTrainedAt: fc.option(wild),
})
const hostileSnapshot = fc.record({
  movement: fc.record({
    id: fc.constant('m' as MovementId),
    pattern: fc.constantFrom(...movementPatterns),
    loadKind: fc.constantFrom(...loadKinds),
    equipment: fc.constantFrom(...equipmentKinds),
  }),
  athlete: fc.record({ bodyMass: fc.option(wild), isNovice: fc.boolean(), hasPain: fc.boolean() }),
  loads: fc.oneof(
    fc.record({ min: wild, step: wild }),
    fc.record({ min: wild, step: wild, max: wild }),
    fc.record({ list: fc.array(wild, { maxLength: 6 }) }),
  ),
  sets: fc.array(hostileSet, { maxLength: 40 }),
  traits: fc.record({ curve: wild, rirBias: wild, dayFatigue: fc.record({ scale: wild, alpha: wild, beta: wild }) }, { requiredKeys: [] }),
  prior: fc.option(hostilePrior, { nil: undefined }),
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
    fc.property(plainSets, fc.nat(), better, aRange, anyGym, anyTraits, word, (sets, which, gain, range, loads, traits, told) => {
      const chosen = which % sets.length
      const improved = sets.map((set, i) =>
        i === chosen
          ? { ...set, loadKg: set.loadKg + 2.5 * gain.load, reps: set.reps + gain.reps, rir: set.rir === null ? null : set.rir + gain.rir }
          : set,
      )
      const load = (of: typeof sets) => prescribe(aSnapshot({ sets: of.map(aSet), loads, traits, ...told }), aTarget(range)).load
      expect(load(improved)).toBeGreaterThanOrEqual(load(sets))
    }),
    { numRuns: 2000 },
  )
})

test('a stronger lifter, all else equal, is never given less', () => {
  fc.assert(
    fc.property(
      plainSets,
      fc.integer({ min: 1, max: 10 }),
      aRange,
      fc.integer({ min: 1, max: 4 }),
      anyGym,
      anyTraits,
      word,
      (sets, steps, range, setNumber, loads, traits, told) => {
        const load = (extra: number) =>
          prescribe(
            aSnapshot({ sets: sets.map((set) => aSet({ ...set, loadKg: set.loadKg + extra })), loads, traits, ...told }),
            aTarget({ ...range, setNumber }),
          ).load
        expect(load(steps * 2.5)).toBeGreaterThanOrEqual(load(0))
      },
    ),
    { numRuns: 2000 },
  )
})

test('the first set never rises past the cap without saying which step it was allowed', () => {
  fc.assert(
    fc.property(
      plainSets,
      aRange,
      fc.oneof(
        fc.constantFrom(1.25, 2.5, 5, 10).map((step) => ({ min: 20, step })),
        anyGym,
      ),
      word,
      (sets, range, loads, told) => {
        const snapshot = aSnapshot({ sets: sets.map(aSet), loads, ...told })
        const target = aTarget(range)
        const { load, flags } = prescribe(snapshot, target)
        const goal = goalFor(target, 'horizontal_push')
        const { past } = readAgainst(goal, historyOf(snapshot, target, resistanceOf(snapshot)))
        const limit = riseLimit(past, NOW, goal, USUAL_TRAITS)
        if (limit === undefined || flags.includes('step_over_cap') || flags.includes('layoff')) return
        expect(load).toBeLessThanOrEqual(Math.max(limit, lowestLoad(gridOf(snapshot.loads))) * (1 + 1e-12))
      },
    ),
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
    fc.property(fc.oneof(plainSets, fc.constant([])), aRange, steps, word, (sets, range, loads, told) => {
      const { load, exactLoad } = prescribe(aSnapshot({ sets: sets.map(aSet), loads, ...told }), aTarget(range))
      const index = (load - loads.min) / loads.step
      expect(Math.abs(index - Math.round(index))).toBeLessThan(1e-9)
      if (load > loads.min) expect(Math.abs(load - exactLoad)).toBeLessThan(loads.step * (1 + 1e-6))
    }),
  )
})

test('in an uneven gym what is advised is one of its loads, and no other lies nearer on the side that is allowed', () => {
  fc.assert(
    fc.property(plainSets, aRange, unevenList, fc.integer({ min: 1, max: 4 }), (sets, range, loads, setNumber) => {
      const { load, exactLoad, flags } = prescribe(aSnapshot({ sets: sets.map(aSet), loads }), aTarget({ ...range, setNumber }))
      expect(loads.list).toContain(load)
      const isBetween = loads.list.some((other) => Math.abs(other - exactLoad) < Math.abs(load - exactLoad) - 1e-4 && other < load)
      if (load > exactLoad) expect(isBetween).toBe(false)
      const [heaviest, lightest] = [loads.list.at(-1), loads.list[0]]
      if (flags.includes('heaviest_load')) expect(load).toBe(heaviest)
      if (flags.includes('lightest_load')) expect(load).toBe(lightest)
    }),
  )
})

test('whatever the snapshot holds, the answer is a load within limits, and the same before and after JSON', () => {
  fc.assert(
    fc.property(hostileSnapshot, hostileTarget, (snapshot, target) => {
      const advice = prescribe(snapshot, target)
      const least = snapshot.movement.loadKind === 'body_weight' ? 0 : lowestLoad(gridOf(snapshot.loads))
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
    fc.property(sets, word, (sets, told) => {
      const forward = sets.map(aSet)
      const backward = prescribe(aSnapshot({ sets: forward.toReversed(), ...told }), aTarget())
      expect(backward).toEqual(prescribe(aSnapshot({ sets: forward, ...told }), aTarget()))
    }),
  )
})

test('a lifter whose other movements say more is never given less, on the first set ever and after', () => {
  fc.assert(
    fc.property(
      fc.oneof(plainSets, fc.constant([])),
      aRange,
      someWord,
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 3 }),
      (sets, range, said, more, setNumber) => {
        const load = (kgMaximum: number) =>
          prescribe(aSnapshot({ sets: sets.map(aSet), prior: aPrior({ ...said, kgMaximum }) }), aTarget({ ...range, setNumber })).load
        expect(load(said.kgMaximum + more)).toBeGreaterThanOrEqual(load(said.kgMaximum))
      },
    ),
    { numRuns: 1000 },
  )
})
