import type { PerformedSet, Workout } from '@gymgenius/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterRows, byTime, MOST_SETS, newestFirst } from './after-rows.ts'

const [bench, row] = ['bench', 'row']
const at = (second: number) => new Date(second * 1000).toISOString()
const setOf = (id: number, movementId: string, second: number) =>
  ({ id: String(id), movementId, performedAt: at(second), loadKg: second }) as unknown as PerformedSet
const workoutOf = (id: string, second: number) => ({ id, startedAt: at(second) }) as unknown as Workout

test('the sets of a movement after a change are those that the view would be read for, or it is read', () => {
  const change = fc.record({ id: fc.nat(260), movementId: fc.constantFrom(bench, row), second: fc.nat(300), isGone: fc.boolean() })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 250 }), fc.array(change, { maxLength: 4 }), (known, changes) => {
      const view = new Map(Array.from({ length: known }, (_, id) => [String(id), setOf(id, bench, id)]))
      const read = () =>
        [...view.values()]
          .filter(({ movementId }) => movementId === bench)
          .sort(byTime)
          .slice(-MOST_SETS)
      const before = read()
      const rows = changes.map(({ id, movementId, second, isGone }) => {
        const set = isGone ? undefined : setOf(id, movementId, second)
        if (set === undefined) view.delete(String(id))
        else view.set(String(id), set)
        return { entity: 'set' as const, id: String(id), row: set }
      })
      const after = afterRows(['view', 'sets', bench], before, rows)
      if (after !== undefined) expect(after).toEqual(read())
    }),
    { numRuns: 300 },
  )
})

test('one more set of two hundred is put beside them without a reading, the oldest goes', () => {
  const before = Array.from({ length: MOST_SETS }, (_, id) => setOf(id, bench, id))
  const logged = setOf(500, bench, 1000)
  const after = afterRows(['view', 'sets', bench], before, [{ entity: 'set', id: '500', row: logged }])
  expect(after).toEqual([...before.slice(1), logged])
})

test('what is of another movement or another workout leaves what was read as it is', () => {
  const sets = [setOf(1, bench, 1)]
  const rows = [{ entity: 'set' as const, id: '2', row: setOf(2, row, 2) }]
  expect(afterRows(['view', 'sets', bench], sets, rows)).toBe(sets)
  const workout = { workout: undefined, sets: [] }
  expect(afterRows(['view', 'workout', 'w'], workout, rows)).toBe(workout)
})

test('a workout that was begun stands first among the workouts, one that was discarded is gone', () => {
  const before = [workoutOf('b', 20), workoutOf('a', 10)]
  const begun = afterRows(['view', 'workouts'], before, [{ entity: 'workout', id: 'c', row: workoutOf('c', 30) }])
  expect(begun).toEqual([workoutOf('c', 30), ...before])
  expect([...(begun as Workout[])].sort(newestFirst)).toEqual(begun)
  expect(afterRows(['view', 'workouts'], before, [{ entity: 'workout', id: 'b', row: undefined }])).toEqual([workoutOf('a', 10)])
})
