import { expect, test } from 'vitest'
import { majorMuscleGroups, muscleGroups } from './muscle-groups.ts'
import { muscles } from './training.ts'

test('every muscle is in one group, so that no set counts twice', () => {
  expect(Object.values(muscleGroups).flat().sort()).toEqual([...muscles].sort())
})

test('the seven major groups have a name each', () => {
  expect(new Set(majorMuscleGroups).size).toBe(7)
})
