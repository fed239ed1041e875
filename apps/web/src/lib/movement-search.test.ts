import type { Movement } from '@gymgenius/contracts'
import { expect, test } from 'vitest'
import { testId } from '../testing/ops.ts'
import { bench, squat } from '../testing/training.ts'
import { findMovements } from './movement-search.ts'

const incline = { ...bench, name: 'Incline Bench Press (Dumbbell)', aliases: [] }
const all = [squat, incline, bench]
const names = (text: string) => findMovements(all, text).map(({ name }) => name)

test('a few letters find it, the nearest name first', () => {
  expect(names('bench')).toEqual(['Bench Press (Barbell)', 'Incline Bench Press (Dumbbell)'])
  expect(names('dumb ben')).toEqual(['Incline Bench Press (Dumbbell)'])
})

test('another name, capitals and accents find it too', () => {
  expect(names('BÁCK squat')).toEqual(['Squat (Barbell)'])
})

test('what this lifter trains comes first among equals, then what most gyms have', () => {
  const [band, machine] = (['band', 'machine'] as const).map((equipment) => ({
    ...squat,
    id: testId<'movement'>(),
    name: `Squat (${equipment})`,
    equipment,
  }))
  const found = (trained: readonly Movement[]) =>
    findMovements(
      [band!, machine!, squat],
      'squat',
      trained.map(({ id: movementId }) => ({ movementId })),
    ).map(({ name }) => name)
  expect(found([])).toEqual(['Squat (Barbell)', 'Squat (machine)', 'Squat (band)'])
  expect(found([band!])).toEqual(['Squat (band)', 'Squat (Barbell)', 'Squat (machine)'])
  expect(findMovements(all, '', [{ movementId: squat.id }])[0]).toBe(squat)
})

test('what is not there is not found, and nothing typed lists all', () => {
  expect(names('rowing')).toEqual([])
  expect(names(' ')).toHaveLength(3)
})
