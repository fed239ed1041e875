import type { PerformedSet } from '@gymgenius/contracts'
import { expect, test } from 'vitest'
import { testId } from '../../testing/ops.ts'
import { afterOp, withPending } from './merge.ts'

const id = testId<'performed_set'>()
const put = { entity: 'set', entityId: id, kind: 'put', fields: { loadKg: 80, reps: 8, rir: 0 } } as const
const patch = (fields: Record<string, unknown>) => ({ entity: 'set', entityId: id, kind: 'patch', fields }) as const
const gone = { entity: 'set', entityId: id, kind: 'delete' } as const

test('a set logged here is a working set of the moment its id was made', () => {
  expect(afterOp(undefined, put)).toMatchObject({ id, kind: 'working', loadKg: 80, reps: 8, rir: 0, toFailure: false })
})

test('changing one field leaves the others alone, and null takes a value back', () => {
  const row = withPending(undefined, [put, patch({ reps: 7 }), patch({ rir: null })])
  expect(row).toMatchObject({ loadKg: 80, reps: 7 })
  expect(row).not.toHaveProperty('rir')
})

test('a deleted set stays deleted when an older correction comes after', () => {
  expect(withPending<'set'>(undefined, [put, gone, patch({ reps: 9 })])).toBeUndefined()
})

test('an answer on the RPE scale is kept as reserve, and remembers its scale', () => {
  expect(afterOp(undefined, { ...put, fields: { loadKg: 80, reps: 8, rpe: 8.5 } })).toMatchObject({
    rir: 1.5,
    rpe: 8.5,
    effortScale: 'rpe',
  })
})

test('what was changed here stands on top of what the server says', () => {
  const fromServer = { id, loadKg: 82.5, reps: 8, note: 'felt heavy' } as PerformedSet
  expect(withPending(fromServer, [patch({ reps: 6 })])).toMatchObject({ loadKg: 82.5, reps: 6, note: 'felt heavy' })
})
