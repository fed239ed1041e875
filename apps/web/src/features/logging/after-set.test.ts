import { seconds } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { aSet, bench, squat } from '../../testing/training.ts'
import { afterSet, outcomeOf } from './after-set.ts'
import { draftOf } from './draft.ts'
import { withMove, withSkip } from './draft-edits.ts'
import { withMovement, withSwap } from './draft-picks.ts'

const sets = [{ kind: 'working' as const }, { kind: 'working' as const }]
const rest = seconds(180)

test('after a set comes its rest, and after the last set of a movement none', () => {
  const draft = draftOf('w', [{ movementId: bench.id, sets }])
  expect(afterSet(draft, [aSet({})], rest).rest).toBe(180)
  expect(afterSet(draft, [aSet({}), aSet({})], rest).rest).toBeUndefined()
})

test('a superset alternates: at once to its partner, and after the round its own rest', () => {
  const draft = draftOf('w', [
    { movementId: bench.id, sets, superset: 1 },
    { movementId: squat.id, sets, superset: 1 },
  ])
  const first = afterSet(draft, [aSet({})], rest)
  expect([first.draft.activeItem, first.rest]).toEqual([1, undefined])
  const second = afterSet(first.draft, [aSet({}), aSet({ movementId: squat.id })], rest)
  expect([second.draft.activeItem, second.rest]).toEqual([0, 180])
  const own = { ...first.draft, items: first.draft.items.map((item) => ({ ...item, roundRestSeconds: seconds(75) })) }
  expect(afterSet(own, [aSet({}), aSet({ movementId: squat.id })], rest).rest).toBe(75)
})

test('a set is below plan when repetitions or load are missing, above when there are more', () => {
  const target = { load: 80, repLow: 6, repHigh: 8 } as Parameters<typeof outcomeOf>[1]
  expect(outcomeOf({ loadKg: 80, reps: 7 }, target)).toBe('met')
  expect(outcomeOf({ loadKg: 80, reps: 5 }, target)).toBe('below')
  expect(outcomeOf({ loadKg: 77.5, reps: 9 }, target)).toBe('below')
  expect(outcomeOf({ loadKg: 82.5, reps: 6 }, target)).toBe('above')
})

test('a movement can be added once, swapped, skipped and moved; the screen stays with the one it was on', () => {
  const draft = draftOf('w', [{ movementId: bench.id, sets }])
  const two = withMovement(draft, squat.id)
  expect(two).toMatchObject({ activeItem: 1, items: [{ movementId: bench.id }, { movementId: squat.id, sets: [{}, {}, {}] }] })
  expect(withMovement(two, bench.id)).toMatchObject({ activeItem: 0, items: { length: 2 } })
  expect(withMove(two, 1, -1)).toMatchObject({ activeItem: 0, items: [{ movementId: squat.id }, { movementId: bench.id }] })
  expect(withSwap(draft, 0, squat.id)).toMatchObject({ activeItem: 0, items: [{ movementId: squat.id, sets: [{}, {}] }] })
  expect(withSkip(draft, 0, true).items[0]?.isSkipped).toBe(true)
})
