import { expect, test } from 'vitest'
import { newDeviceOp } from '../testing/ops.ts'
import { mendedChange } from './mended-change.ts'

const put = newDeviceOp({ kind: 'put', fields: { workoutId: 'w', loadKg: 2000, reps: 8, rpe: 11, note: 'slow' } })
const patch = newDeviceOp({ kind: 'patch', fields: { reps: 900 } })

test('a new set that was refused is sent whole, with what was put right and what was said since', () => {
  expect(mendedChange([put, patch], { loadKg: 200, reps: 9 })).toEqual({
    kind: 'put',
    fields: { workoutId: 'w', loadKg: 200, reps: 9, rpe: 11, note: 'slow' },
  })
})

test('a correction that was refused stays a correction of the same fields', () => {
  expect(mendedChange([patch], { reps: 9 })).toEqual({ kind: 'patch', fields: { reps: 9 } })
})

test('an effort said on one scale takes the place of the one that was refused on the other', () => {
  const { fields } = mendedChange([put], { loadKg: 200, rir: 2, toFailure: false })
  expect(fields).toMatchObject({ rir: 2 })
  expect(fields).not.toHaveProperty('rpe')
})

test('what is taken back of a set that never arrived is not said at all', () => {
  expect(mendedChange([put], { loadKg: 200, note: null }).fields).not.toHaveProperty('note')
})
