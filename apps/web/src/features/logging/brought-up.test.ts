import type { PlannedSet, RoutineItem } from '@gymgenius/contracts'
import { expect, test } from 'vitest'
import { aSet, bench, squat } from '../../testing/training.ts'
import { broughtUp } from './brought-up.ts'

const planned = (...sets: readonly Partial<Record<keyof PlannedSet, unknown>>[]): RoutineItem[] => [
  { movementId: bench.id, sets: sets.map((set) => ({ kind: 'working', ...set }) as PlannedSet) },
]
const lifted = (loadKg: number, reps: number, minute = 0) => aSet({ minute, loadKg: loadKg as never, reps: reps as never })

test('a load that the routine fixed becomes the one that was lifted, set by set', () => {
  const routine = planned({ loadKg: 80, repLow: 5, repHigh: 5, restSeconds: 180, rir: 2 }, { loadKg: 80, repLow: 5, repHigh: 5 })
  const { items, changes } = broughtUp(routine, routine, [lifted(82.5, 5, 1), lifted(80, 5, 2)])
  expect(items[0]!.sets).toEqual([
    { kind: 'working', loadKg: 82.5, repLow: 5, repHigh: 5, restSeconds: 180, rir: 2 },
    { kind: 'working', loadKg: 80, repLow: 5, repHigh: 5 },
  ])
  expect(changes).toEqual(['loads'])
})

test('a load that the engine proposes is not fixed by lifting it', () => {
  const routine = planned({ repLow: 8, repHigh: 11 })
  expect(broughtUp(routine, routine, [lifted(100, 9)])).toEqual({ items: routine, changes: [] })
})

test('a range that held the repetitions stays; one that did not is moved just so far, as wide as before', () => {
  const routine = planned({ repLow: 8, repHigh: 11 }, { repLow: 8, repHigh: 11 }, { repLow: 8, repHigh: 11 })
  const { items, changes } = broughtUp(routine, routine, [lifted(60, 11, 1), lifted(60, 13, 2), lifted(60, 6, 3)])
  expect(items[0]!.sets.map(({ repLow, repHigh }) => [repLow, repHigh])).toEqual([
    [8, 11],
    [10, 13],
    [6, 9],
  ])
  expect(changes).toEqual(['reps'])
})

test('a set that failed altogether does not make a plan of no repetitions', () => {
  const routine = planned({ repLow: 1, repHigh: 1, loadKg: 100 })
  expect(broughtUp(routine, routine, [lifted(100, 0)])).toEqual({ items: routine, changes: [] })
})

test('pounds that come back as kilograms are the same load', () => {
  const routine = planned({ loadKg: 61.23, repLow: 5, repHigh: 5 })
  expect(broughtUp(routine, routine, [lifted(135 * 0.45359237, 5)]).changes).toEqual([])
})

test('a set more is planned as the last of its kind, and a movement more as it was done', () => {
  const routine = planned({ loadKg: 80, repLow: 5, repHigh: 5 })
  const done: RoutineItem[] = [routine[0]!, { movementId: squat.id, sets: [{ kind: 'working' }] }]
  const sets = [lifted(80, 5, 1), lifted(85, 5, 2), aSet({ minute: 3, movementId: squat.id })]
  const { items, changes } = broughtUp(routine, done, sets)
  expect(items[0]!.sets).toEqual([
    { kind: 'working', loadKg: 80, repLow: 5, repHigh: 5 },
    { kind: 'working', loadKg: 85, repLow: 5, repHigh: 5 },
  ])
  expect(items[1]!.sets).toEqual([{ kind: 'working', repLow: 7, repHigh: 9 }])
  expect(changes).toEqual(['sets'])
})

test('a hold that was longer makes the plan longer', () => {
  const routine = planned({ durationSeconds: 30 })
  const { items, changes } = broughtUp(routine, routine, [aSet({ durationSeconds: 40 as never, reps: undefined as never })])
  expect(items[0]!.sets).toEqual([{ kind: 'working', durationSeconds: 40 }])
  expect(changes).toEqual(['amounts'])
})
