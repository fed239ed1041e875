import type { SetKind } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { aSet, bench } from '../../testing/training.ts'
import { withPlaceFor } from './draft-edits.ts'

const draft = {
  workoutId: 'today',
  routineId: undefined,
  activeItem: 0,
  items: [{ key: bench.id, movementId: bench.id, sets: [{ kind: 'working' as const }, { kind: 'working' as const }] }],
}
const kindsAfter = (kind: SetKind, done = [aSet({})]) => withPlaceFor(draft, 0, kind, done).items[0]!.sets.map((set) => set.kind)

test('a working set that became a drop set and was not done after all is a drop set still to come', () => {
  expect(kindsAfter('drop_chain')).toEqual(['working', 'drop_chain'])
  expect(kindsAfter('working')).toEqual(['working', 'working'])
})

test('a warm-up that nobody planned takes no work away, and a set more than planned is one more', () => {
  expect(kindsAfter('warm_up')).toEqual(['warm_up', 'working', 'working'])
  expect(kindsAfter('top', [aSet({}), aSet({})])).toEqual(['working', 'working', 'top'])
})
