import { kg, type GymItem, type Id, type Instant, type Kilograms } from '@gymgenius/domain'
import { fewestChanges, loadingOf, platesAmong, whyNot } from '@gymgenius/engine/loading'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aSet, bench, evening, minutesLater, someSettings as settings } from '../../testing/training.ts'
import { answers } from '../../lib/engine/answers.ts'
import { priorAnswer } from '../../lib/engine/prior-answer.ts'
import type { GymLoading } from '../../lib/gym-loading.ts'
import { factsOf } from '../../lib/movement-facts.ts'
import { standingOf } from './entry.ts'
import { currentRow, rowsOf } from './rows.ts'
import { type Coming, type Ground, questionOf, targetOf } from './target.ts'

const weekAgo = -7 * 24 * 60
const past = [0, 3, 6].map((minute) =>
  aSet({
    minute: weekAgo + minute,
    workoutId: 'last' as Id<'workout'>,
    performedAt: minutesLater(weekAgo + minute),
    reps: 7 as never,
    rir: 2 as never,
  }),
)
const ground = (sets = past): Ground => ({
  movement: bench,
  sets,
  workoutId: 'today' as Id<'workout'>,
  startedAt: evening,
  settings,
  rules: { movements: [], favourites: [], constraints: [] },
  loadSteps: [],
  synced: undefined,
})
const plan = {
  key: bench.id,
  movementId: bench.id,
  sets: [{ kind: 'warm_up' as const }, { kind: 'warm_up' as const }, { kind: 'working' as const }],
}
const targetAfter = (sets: readonly ReturnType<typeof aSet>[], item = plan) => {
  const rows = rowsOf(item, sets)
  const row = currentRow(rows)
  if (row?.state !== 'coming') throw new Error('all done')
  return targetFrom(ground([...past, ...sets]), row, rows)
}
const targetFrom = (of: Ground, row: Coming, rows: ReturnType<typeof rowsOf>) =>
  targetOf(answers.prescriptions(questionOf(of, [row]))[0]!, of, row, rows)
const working = { ...plan, sets: [{ kind: 'working' as const }, { kind: 'working' as const }] }

test('a phone alone in a basement still names a load, and the load can be put on the bar', () => {
  const target = targetAfter([], working)
  expect(target.load).toBeGreaterThanOrEqual(80)
  expect((target.load - 20) % 2.5).toBe(0)
  expect(target.prescription?.reasons.length).toBeGreaterThan(0)
  expect(target.reps).toBeGreaterThanOrEqual(target.repLow)
  expect(target.reps).toBeLessThanOrEqual(target.repHigh)
})

test('a movement never done starts from what the server told of the others, by the function that the server asks', () => {
  const strength = {
    movementId: 'row' as Id<'movement'>,
    related: { group: bench.pattern, equipment: 'dumbbell', baseKey: null },
    level: Math.log(60),
    variance: 0.002,
    sets: 40,
    at: evening,
    fatigueSeen: { products: 0, squares: 0 },
    surprise: { sum: 0, weight: 0 },
  }
  const rows = rowsOf(working, [])
  const target = (strengths: readonly (typeof strength)[]) =>
    targetFrom({ ...ground([]), prior: priorAnswer({ strengths, movement: factsOf(bench, undefined) }) }, currentRow(rows) as never, rows)
  expect(target([]).prescription?.flags).toEqual(['guided_test'])
  expect(target([strength]).prescription).toMatchObject({ flags: ['transfer'], rir: 3 })
  expect(target([strength]).load).toBeGreaterThan(target([]).load)
})

test('the next target follows the set just done, before any server has heard of it', () => {
  const asPlanned = targetAfter([aSet({ minute: 1, reps: 7 as never, rir: 2 as never })], working)
  const collapsed = targetAfter([aSet({ minute: 1, reps: 3 as never, rir: 0 as never })], working)
  expect(collapsed.load).toBeLessThan(asPlanned.load)
})

test('warm-ups climb to the work load, rounded to what can be loaded, and move no target', () => {
  const first = targetAfter([])
  const second = targetAfter([aSet({ minute: 1, kind: 'warm_up', loadKg: first.load, reps: 5 as never })])
  const work = targetAfter([], working).load
  expect([first.load, second.load].map((load) => Math.round((load / work) * 10) / 10)).toEqual([0.5, 0.8])
  expect([first.load % 2.5, second.load % 2.5]).toEqual([0, 0])
  expect(first.prescription).toBeUndefined()
  const afterWarmUps = targetAfter([1, 2].map((minute) => aSet({ minute, kind: 'warm_up', loadKg: 40 as Kilograms, reps: 20 as never })))
  expect(afterWarmUps.load).toBe(work)
})

test('a warm-up with help takes more help than the work, and never more than the body', () => {
  const pulls: Ground = {
    ...ground(past.map((set) => ({ ...set, loadKg: kg(30) }))),
    movement: { ...bench, loadKind: 'assisted', equipment: 'machine' },
    settings: { ...settings, bodyMassKg: kg(80) },
  }
  const rows = rowsOf(plan, [])
  const [first, second, work] = rows.map((row) => targetFrom(pulls, row as Coming, rows).load)
  expect(first).toBeGreaterThan(second!)
  expect(second).toBeGreaterThan(work!)
  expect(first).toBeLessThan(80)
})

test('a set done heavier is told with the weight of its day, and one of today without', () => {
  const pulls: Ground = {
    ...ground([...past, aSet({ minute: 1 })]),
    movement: { ...bench, loadKind: 'body_weight_plus', equipment: 'body_weight' },
    settings: { ...settings, bodyMassKg: kg(80) },
    weighings: [
      { at: 0 as Instant, weight: kg(90) },
      { at: evening, weight: kg(80) },
    ],
  }
  const told = questionOf(pulls, []).snapshot.sets.map(({ bodyMass }) => bodyMass)
  expect(told).toEqual([90, 90, 90, undefined])
  expect(questionOf({ ...pulls, movement: bench }, []).snapshot.sets.every((set) => !('bodyMass' in set))).toBe(true)
})

test('a load fixed in the routine stands, and the engine still says the range', () => {
  const fixed = { ...working, sets: [{ kind: 'working' as const, loadKg: kg(72.5), repLow: 5 as never, repHigh: 5 as never }] }
  expect(targetAfter([], fixed)).toMatchObject({ load: 72.5, repLow: 5, repHigh: 5 })
})

test('what was typed beats the target, also when a better target arrives', () => {
  const entry = { load: '77,5', reps: '6', effort: null }
  const before = standingOf(entry, targetAfter([], working), 'kg', 'rir')
  const after = standingOf(entry, { ...targetAfter([], working), load: kg(90) }, 'kg', 'rir')
  expect(after).toEqual(before)
  expect(after).toMatchObject({ load: 77.5, reps: 6, effort: undefined })
})

test('the planned reserve is not put into the mouth of a lifter who fell short, and no repetition at all is failure', () => {
  const target = { ...targetAfter([], working), repLow: 6 as never, repHigh: 8 as never, rir: 2 as never }
  const effortOf = (reps: string) => standingOf({ reps }, target, 'kg', 'rir').effort
  expect(effortOf('6')).toEqual({ rir: 2 })
  expect(effortOf('5')).toBeUndefined()
  expect(effortOf('0')).toBe('failure')
  expect(standingOf({ reps: '5', effort: { rir: 1 as never } }, target, 'kg', 'rir').effort).toEqual({ rir: 1 })
})

test('the planned reserve goes with the planned load, and half a repetition of it is not claimed', () => {
  const target = { ...targetAfter([], working), load: kg(62.5), repLow: 6 as never, repHigh: 8 as never, rir: 2.5 as never }
  const effortOf = (load?: string) => standingOf(load === undefined ? {} : { load }, target, 'kg', 'rir').effort
  expect(effortOf()).toEqual({ rir: 2 })
  expect(effortOf('62.5')).toEqual({ rir: 2 })
  expect(effortOf('120')).toBeUndefined()
  expect(effortOf('60')).toBeUndefined()
  expect(standingOf({}, target, 'kg', 'rpe').effort).toEqual({ rpe: 7.5 })
})

test.each([
  { begun: 'a test', isNovice: false },
  { begun: 'a light start', isNovice: true },
])('the first set of $begun asks how many were left, and claims nothing until that is said', ({ isNovice }) => {
  const rows = rowsOf(working, [])
  const target = targetFrom({ ...ground([]), settings: { ...settings, isNovice } }, currentRow(rows) as Coming, rows)
  const effortOf = (entry: Parameters<typeof standingOf>[0]) => standingOf(entry, target, 'kg', 'rir').effort
  expect(effortOf({})).toBeUndefined()
  expect(standingOf({}, { ...target, toFailure: true }, 'kg', 'rpe').effort).toBeUndefined()
  expect(effortOf({ effort: { rir: 4 as never } })).toEqual({ rir: 4 })
  expect(effortOf({ reps: '0' })).toBe('failure')
})

test('the last set of a first test says itself where to stop, so one tap says it too', () => {
  const easy = [1, 4, 7].map((minute) => aSet({ minute, loadKg: kg(40), reps: 5 as never, rir: 5 as never }))
  const item = { ...working, sets: [...working.sets, ...working.sets] }
  const rows = rowsOf(item, easy)
  const target = targetFrom(ground(easy), currentRow(rows) as Coming, rows)
  expect(target.prescription?.flags).toEqual(['guided_test'])
  expect(standingOf({}, target, 'kg', 'rir').effort).toEqual({ rir: 1 })
})

test('one tap logs the target itself, not its rounded text', () => {
  const target = { ...targetAfter([], working), load: kg(45 * 0.45359237) }
  expect(standingOf({}, target, 'lb', 'rir')).toMatchObject({ loadText: '45', load: 45 * 0.45359237 })
})

test.each([
  { load: '', reps: '8' },
  { load: '1501', reps: '8' },
  { load: '-5', reps: '8' },
  { load: '1e3', reps: '8' },
])('$load kg is no load', (entry) => {
  expect(standingOf(entry, targetAfter([], working), 'kg', 'rir').load).toBeUndefined()
})

test.each(['', '7.5', '501', '-1', 'eight'])('"%s" is no number of repetitions', (reps) => {
  expect(standingOf({ reps }, targetAfter([], working), 'kg', 'rir').reps).toBeUndefined()
})

/** A gym with these pairs of plates and a 20 kg bar. */
function gymWith(plates: readonly number[]) {
  const items: GymItem[] = [
    { id: 'bar', kind: 'bar', availability: 'there', equipment: 'barbell', unit: 'kg', weightKg: kg(20), sides: 2, count: 1 },
    ...plates.map((size): GymItem => {
      return { id: `p${size}`, kind: 'plates', availability: 'there', unit: 'kg', weightKg: kg(size), pairs: 4 }
    }),
  ]
  const loading = loadingOf(items, bench)!
  const gym: GymLoading = {
    gym: { id: 'cellar' as Id<'gym'>, name: 'Cellar', items, hasTheRest: false },
    loads: loading.loads,
    plated: loading.plated,
    fewest: (wanted) => fewestChanges(loading, wanted).map(({ load }) => load),
    whyNot: (load) => whyNot(loading, load),
    platesAmong: (loads, index) => platesAmong(loading, loads, index),
  }
  return { loading, gym }
}

test('warm-ups bend to the plates and the work does not: fewer are moved, each stays near where it was and below the work', () => {
  const { gym, loading } = gymWith([20, 15, 10, 5, 2.5, 1.25])
  const moves = (loads: readonly Kilograms[]) =>
    fewestChanges(
      loading,
      loads.map((load) => ({ loadKg: load, lowKg: load, highKg: load })),
    ).reduce((sum, { perSide }, i, all) => sum + changes(all[i - 1]?.perSide ?? [], perSide), 0)
  fc.assert(
    fc.property(fc.integer({ min: 24, max: 100 }), fc.integer({ min: 1, max: 4 }), (half, count) => {
      const done = past.map((set) => ({ ...set, loadKg: kg(half * 2.5) }))
      const item = { ...plan, sets: [...Array.from({ length: count }, () => ({ kind: 'warm_up' as const })), { kind: 'working' as const }] }
      const rows = rowsOf(item, [])
      const targetsIn = (there: GymLoading | undefined) =>
        rows.map((row) => targetFrom({ ...ground(done), ...(there && { gym: there }) }, row as never, rows))
      const targets = targetsIn(gym)
      const work = targets.at(-1)!.load
      const even = targets.map(({ load, insteadOf }) => insteadOf ?? load)
      for (const [i, { load }] of targets.slice(0, -1).entries()) {
        expect(Math.abs(load - even[i]!)).toBeLessThanOrEqual(0.06 * work + 1e-9)
        expect(load).toBeGreaterThanOrEqual(targets[i - 1]?.load ?? 0)
        expect(load).toBeLessThanOrEqual(Math.max(0.85 * work, even[i]!))
      }
      expect(moves(targets.map(({ load }) => load))).toBeLessThanOrEqual(moves(even))
      expect(targets.at(-1)).not.toHaveProperty('insteadOf')
    }),
    { numRuns: 40 },
  )
})

/** Plates of one side taken off and put on, from one set to the next. */
function changes(from: readonly number[], to: readonly number[]) {
  const same = [...from, ...to].findIndex((_, i) => from[i] !== to[i])
  const kept = same === -1 ? from.length : same
  return from.length - kept + (to.length - kept)
}
