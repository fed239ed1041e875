import type { PlannedSet } from '@gymgenius/contracts'
import { expect, test } from 'vitest'
import { countedIn, unitOf } from './amounts.ts'

const set = (said: object): PlannedSet => ({ kind: 'working', ...said }) as PlannedSet

test('a hold is counted in seconds, a run in metres even where its time is planned too, and everything else in repetitions', () => {
  expect(unitOf({ sets: [set({ kind: 'warm_up', repLow: 5 }), set({ durationSeconds: 45 })] })).toBe('seconds')
  expect(unitOf({ sets: [set({ durationSeconds: 300, distanceMeters: 1000 })] })).toBe('metres')
  expect(unitOf({ sets: [set({ repLow: 5 })] })).toBe('reps')
  expect(unitOf({ sets: [] })).toBe('reps')
})

test('counted in something else, working sets keep their rest and lose the amounts of the old unit; warm-ups stay', () => {
  const sets = [set({ kind: 'warm_up', repLow: 5, repHigh: 5 }), set({ repLow: 8, repHigh: 10, restSeconds: 90 })]
  const timed = countedIn(sets, 'seconds')
  expect(timed).toEqual([sets[0], { kind: 'working', restSeconds: 90, durationSeconds: 30 }])
  expect(countedIn(timed, 'metres')[1]).toEqual({ kind: 'working', restSeconds: 90, distanceMeters: 400 })
  expect(countedIn(timed, 'reps')[1]).toEqual({ kind: 'working', restSeconds: 90 })
})
