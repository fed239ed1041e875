import { expect, test } from 'vitest'
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

test('what is not there is not found, and nothing typed lists all', () => {
  expect(names('rowing')).toEqual([])
  expect(names(' ')).toHaveLength(3)
})
