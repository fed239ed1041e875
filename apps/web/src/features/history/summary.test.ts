import { expect, test } from 'vitest'
import { aSet, bench, squat } from '../../testing/training.ts'
import { inGroups } from './summary.ts'

test('a superset stands in history movement by movement, and not as it was alternated', () => {
  const alternated = [bench, squat, bench, squat].map(({ id }) => aSet({ movementId: id, superset: 3 }))
  const after = aSet({ movementId: bench.id })
  expect(inGroups([...alternated, after, after]).map(({ movementId, sets }) => [movementId, sets.length])).toEqual([
    [bench.id, 2],
    [squat.id, 2],
    [bench.id, 2],
  ])
  expect(inGroups([bench, squat, bench].map(({ id }) => aSet({ movementId: id })))).toHaveLength(3)
})
