import type { ProgramItem } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { emptyDay, isEmpty, moved, newItem, withCount, withItems, withTarget, workingOf } from './day.ts'

const item = (id: string, more: Partial<ProgramItem> = {}): ProgramItem => ({
  ...newItem({ id: id as never, name: id, pattern: 'squat' }),
  ...more,
})

test('a movement begins with three sets in what it is counted in', () => {
  expect(item('a').sets).toEqual(Array.from({ length: 3 }, () => ({ reps: 8, repHigh: 10, rir: 2 })))
  expect(newItem({ id: 'p' as never, name: 'Plank', pattern: 'squat', countedIn: 'seconds' }).sets[0]).toMatchObject({
    durationSeconds: 30,
  })
})

test('more sets are like the last one, fewer take the last away, and warm-ups stay', () => {
  const warm = { kind: 'warm_up', reps: 5, repHigh: 5, rir: 5 } as const
  const top = { reps: 3, repHigh: 3, rir: 1 }
  const mixed = item('a', { sets: [warm, { reps: 8, repHigh: 8, rir: 2 }, top] })
  expect(withCount(mixed, 3).sets).toEqual([warm, { reps: 8, repHigh: 8, rir: 2 }, top, top])
  expect(withCount(mixed, 1).sets).toEqual([warm, { reps: 8, repHigh: 8, rir: 2 }])
})

test('a range of repetitions stays a range whichever end is moved', () => {
  expect(workingOf(withTarget(item('a'), { reps: 12 }))[0]).toMatchObject({ reps: 12, repHigh: 12 })
  expect(workingOf(withTarget(item('a'), { repHigh: 5 }))[0]).toMatchObject({ reps: 5, repHigh: 5 })
  expect(workingOf(withTarget(item('a'), { rir: 0 }))[0]).toMatchObject({ reps: 8, repHigh: 10, rir: 0 })
})

test('movements change places, and who loses its partner takes turns with nobody', () => {
  const items = [item('a', { superset: 1 }), item('b', { superset: 1 }), item('c')]
  expect(moved(items, 0, 1).map(({ movement }) => movement)).toEqual(['b', 'a', 'c'])
  const day = withItems(emptyDay('A'), 'main', items.slice(1))
  expect(day.sections.main.map(({ superset }) => superset)).toEqual([undefined, undefined])
  expect(isEmpty(day)).toBe(false)
  expect(isEmpty(emptyDay('A'))).toBe(true)
})
