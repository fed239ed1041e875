import 'fake-indexeddb/auto'
import type { AccountId } from '@gymgenius/domain'
import { beforeAll, expect, test, vi } from 'vitest'
import { openView } from '../../lib/view/schema.ts'
import { testId } from '../../testing/ops.ts'
import { aSet, aWorkout, bench, someSettings, squat } from '../../testing/training.ts'
import { draftOf } from './draft.ts'

const account = testId<'account'>() as AccountId
const keys = new Map([
  ['gymgenius.account', JSON.stringify({ id: account })],
  [`gymgenius.settings.${account}`, JSON.stringify(someSettings)],
])

// A page as far as it is asked for: one that paints nothing.
beforeAll(() => {
  vi.stubGlobal('localStorage', { getItem: (key: string) => keys.get(key) ?? null })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('document', { addEventListener: () => undefined })
})

test('who opens the app in a workout under way has the next target before anything is drawn', async () => {
  const workout = aWorkout({ endedAt: undefined })
  await seen(workout, [aSet({ workoutId: workout.id, loadKg: 80 as never, reps: 8 as never })])
  const { readAhead } = await import('./ahead.ts')
  const { queries } = await import('../../lib/queries.ts')

  await readAhead(workout.id)
  const [told, ...others] = queries.getQueriesData<ReadonlyMap<string, { readonly load: number }>>({ queryKey: ['prescriptions'] })
  expect([...told![1]!.values()]).toMatchObject([{ load: 82.5 }, { load: 82.5 }]) // eight of 80 kg leave a step upwards
  expect(others).toEqual([])
})

test('of a workout that is over no target is asked', async () => {
  const workout = aWorkout()
  await seen(workout, [])
  const { readAhead } = await import('./ahead.ts')
  const { queries } = await import('../../lib/queries.ts')
  queries.clear()

  await readAhead(workout.id)
  expect(queries.getQueriesData({ queryKey: ['prescriptions'] })).toEqual([])
})

/** Three sets of the bench press are planned, and a squat after them. */
async function seen(workout: ReturnType<typeof aWorkout>, sets: readonly ReturnType<typeof aSet>[]) {
  const working = { kind: 'working' } as const
  const items = [bench, squat].map(({ id }) => ({ movementId: id, sets: [working, working, working] }))
  const view = await openView(account)
  await view.put('workouts', workout)
  await view.put('drafts', draftOf(workout.id, items))
  for (const movement of [bench, squat]) await view.put('movements', movement)
  for (const set of sets) await view.put('sets', set)
  view.close()
}
