import 'fake-indexeddb/auto'
import type { AccountId, Id } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { testId } from '../testing/ops.ts'
import { aSet, aWorkout, bench, minutesLater, squat } from '../testing/training.ts'
import { setsSince } from './read-on.ts'
import { openView } from './view/schema.ts'

async function aView(sets: readonly ReturnType<typeof aSet>[]) {
  const view = await openView(testId<'account'>() as AccountId)
  for (const movement of [bench, squat]) await view.put('movements', movement)
  for (const id of new Set(sets.map(({ workoutId }) => workoutId))) await view.put('workouts', aWorkout({ id }))
  for (const set of sets) await view.put('sets', set)
  return view
}
const readUpTo = (set: ReturnType<typeof aSet>) => ({
  engineVersion: 'any',
  last: { at: set.performedAt, position: set.position, id: set.id },
  bodyMassKg: null,
  belief: {},
})

test('a phone reads on with the sets after the last one the server read, in the server’s order, and with those that count', async () => {
  const [first, second, third] = [
    aSet({ minute: 1 }),
    aSet({ minute: 2, movementId: squat.id }),
    aSet({ minute: 2, position: 3, kind: 'warm_up' }),
  ]
  const uncounted = [aSet({ minute: 5, reps: undefined as never }), aSet({ minute: 6, needsConfirmation: true })]
  const view = await aView([third, ...uncounted, second, first])
  const newer = await setsSince(view, readUpTo(first))
  expect(newer?.map(({ movement, kind, load }) => [movement.key, kind, load])).toEqual([
    [squat.id, 'working', 80],
    [bench.id, 'warm_up', 80],
  ])
  expect(await setsSince(view, { ...readUpTo(first), last: null })).toHaveLength(3)
  expect(await setsSince(view, readUpTo(third))).toEqual([])
})

test('who logged hundreds of sets that the server has not read waits for it', async () => {
  const many = Array.from({ length: 501 }, (_, minute) =>
    aSet({ minute, workoutId: 'long' as Id<'workout'>, performedAt: minutesLater(minute) }),
  )
  const view = await aView(many)
  expect(await setsSince(view, { ...readUpTo(many[0]!), last: null })).toBeUndefined()
  expect(await setsSince(view, readUpTo(many[0]!))).toHaveLength(500)
})
