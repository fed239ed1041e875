import { kg, type Reps, type Rir } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { changedFields, newFields, saidOf, type SetValues } from './set-fields.ts'
import { isSameEffort } from './effort.ts'

const set: SetValues = { kind: 'working', toFailure: false, loadKg: kg(80), reps: 8 as Reps, rir: 2 as Rir, note: 'slow' }
const said = saidOf(set)

test('mending one number of a set changes that number and nothing else', () => {
  expect(changedFields(said, { ...said, reps: 7 as Reps })).toEqual({ reps: 7 })
  expect(changedFields(said, said)).toEqual({})
})

test('what is emptied is taken back', () => {
  expect(changedFields(said, { ...said, note: undefined, effort: undefined })).toEqual({ note: null, rir: null, toFailure: false })
})

test('failure takes the place of a reserve, and a reserve that of failure', () => {
  expect(changedFields(said, { ...said, effort: 'failure' })).toEqual({ toFailure: true, rir: 0 })
  const failed = saidOf({ ...set, toFailure: true, rir: 0 as Rir })
  expect(changedFields(failed, { ...failed, effort: { rpe: 9 } })).toEqual({ toFailure: false, rpe: 9 })
})

test('a new set says only what was said', () => {
  expect(newFields({ kind: 'drop', loadKg: kg(0), reps: 12 as Reps, effort: { rpe: 8.5 } })).toEqual({
    kind: 'drop',
    loadKg: 0,
    reps: 12,
    rpe: 8.5,
  })
})

test('an answer on one scale stands on the chip of the other: RPE 8 is two in reserve', () => {
  expect(isSameEffort({ rpe: 8 }, { rir: 2 as Rir }, 'rpe')).toBe(true)
  expect(isSameEffort({ rir: 2 as Rir }, { rpe: 8 }, 'rir')).toBe(true)
  expect(isSameEffort({ rir: 4 as Rir }, { rir: 6 as Rir }, 'rir')).toBe(true)
  expect(isSameEffort({ rpe: 10 }, 'failure', 'rpe')).toBe(false)
})
