import { expect, test } from 'vitest'
import { aSet, bench } from '../../testing/training.ts'
import { currentRow, isFinished, rowsOf } from './rows.ts'

const item = {
  key: bench.id,
  movementId: bench.id,
  sets: [{ kind: 'warm_up' }, { kind: 'working' }, { kind: 'working' }] as const,
}
const plan = { ...item, sets: [...item.sets] }
const shown = (sets: Parameters<typeof rowsOf>[1]) => rowsOf(plan, sets).map(({ label, state }) => `${label} ${state}`)

test('coming sets are the planned ones that were not done, kind by kind', () => {
  expect(shown([])).toEqual(['W coming', '1 coming', '2 coming'])
  expect(shown([aSet({})])).toEqual(['1 done', 'W coming', '2 coming'])
  expect(shown([aSet({ kind: 'warm_up' }), aSet({})])).toEqual(['W done', '1 done', '2 coming'])
})

test('more sets than planned are all there, and then the movement is done', () => {
  const sets = [aSet({ kind: 'warm_up' }), aSet({}), aSet({}), aSet({})]
  expect(shown(sets)).toEqual(['W done', '1 done', '2 done', '3 done'])
  expect(isFinished(plan, sets)).toBe(true)
})

test('warm-ups do not count as sets of the movement', () => {
  const rows = rowsOf(plan, [aSet({ kind: 'warm_up' })])
  expect(currentRow(rows)).toMatchObject({ setNumber: 1, planned: { kind: 'working' } })
})

test('a set taken back is the one to do again', () => {
  const [first, second] = [aSet({ kind: 'warm_up' }), aSet({})]
  expect(currentRow(rowsOf(plan, [first, second]))).toMatchObject({ label: '2' })
  expect(currentRow(rowsOf(plan, [first]))).toMatchObject({ label: '1' })
})
