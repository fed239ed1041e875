import { expect, test } from 'vitest'
import { testId } from '../../testing/ops.ts'
import { aRoutine, aSet, aWorkout, bench, minutesLater, squat } from '../../testing/training.ts'
import { draftOf, planUnderWay } from './draft.ts'
import { withSkip } from './draft-edits.ts'
import { withMovement, withSwap } from './draft-picks.ts'
import { itemsFrom, todayFrom } from './today.ts'

const [push, pull, legs] = [aRoutine('Push', 1), aRoutine('Pull', 2), aRoutine('Legs', 3)]
const routines = [push, pull, legs]

test('today is the routine after the one done last, and after the last one the first', () => {
  const afterPull = [aWorkout({ routineId: pull.id }), aWorkout({ routineId: push.id })]
  expect(todayFrom(afterPull, routines, [], 'Workout')).toMatchObject({ basis: 'next_routine', name: 'Legs' })
  expect(todayFrom([aWorkout({ routineId: legs.id }), ...afterPull], routines, [], 'Workout')).toMatchObject({ name: 'Push' })
})

const session = (name: string, position: number) => ({
  ...aRoutine(name, position),
  program: { programId: testId<'program'>(), session: -position, week: 1 },
})

test('the next session of a program comes before every routine, and one that was begun with is not next again', () => {
  const [first, second] = [session('Full body A', -2), session('Full body B', -1)]
  expect(todayFrom([], [first, second, ...routines], [], 'Workout')).toMatchObject({ name: 'Full body A' })
  const done = aWorkout({ routineId: first.id })
  expect(todayFrom([done], [first, second, ...routines], [], 'Workout')).toMatchObject({ name: 'Full body B' })
  expect(todayFrom([done, aWorkout({ routineId: push.id })], [first, ...routines], [], 'Workout')).toMatchObject({ name: 'Pull' })
})

test('a workout without a routine does not move the order on', () => {
  expect(todayFrom([aWorkout(), aWorkout({ routineId: push.id })], routines, [], 'Workout')).toMatchObject({ name: 'Pull' })
})

test('a workout under way comes before everything', () => {
  const { endedAt: _, ...open } = aWorkout({ name: 'Evening workout' })
  expect(todayFrom([open, aWorkout({ routineId: push.id })], routines, [], 'Workout')).toMatchObject({
    basis: 'in_progress',
    workout: open,
  })
})

test('a workout under way is shown as it stands: swapped, added, without what is skipped, and with what another phone did', () => {
  const { endedAt: _, ...open } = aWorkout()
  const row = { ...bench, id: testId<'movement'>() }
  const press = { ...bench, id: testId<'movement'>() }
  const planned = draftOf(open.id, [{ movementId: bench.id, sets: [{ kind: 'working' }] }])
  const swapped = withSkip(withMovement(withSwap(planned, 0, squat.id), row.id), 1, true)
  const items = planUnderWay(swapped, [aSet({ movementId: press.id })])
  expect(items.map(({ movementId, sets }) => [movementId, sets.length])).toEqual([
    [squat.id, 1],
    [press.id, 1],
  ])
  expect(todayFrom([open], [], [], 'Workout', items)).toMatchObject({ basis: 'in_progress', items })
})

test('without routines it is the last workout again, and without any an empty one', () => {
  const plan = todayFrom([aWorkout({ name: 'Push' })], [], [aSet({ reps: 8 as never, rir: 2 as never })], 'Workout')
  expect(plan).toMatchObject({
    basis: 'repeat_last',
    name: 'Push',
    items: [{ sets: [{ kind: 'working', repLow: 7, repHigh: 9, rir: 2 }] }],
  })
  expect(todayFrom([], [], [], 'Morning workout')).toEqual({ basis: 'empty', name: 'Morning workout', items: [] })
})

test('a plan made of what was done keeps its order and leaves the load to the engine', () => {
  const done = [
    aSet({ minute: 1, kind: 'warm_up', loadKg: 40 as never, reps: 5 as never }),
    aSet({ minute: 4 }),
    aSet({ minute: 8, movementId: squat.id, performedAt: minutesLater(8) }),
    aSet({ minute: 12 }),
  ]
  const items = itemsFrom(done, [{ movementId: bench.id, sets: [], note: 'pause at the chest' }])
  expect(items.map(({ movementId }) => movementId)).toEqual([bench.id, squat.id])
  expect(items[0]).toMatchObject({ note: 'pause at the chest', sets: [{ kind: 'warm_up' }, { kind: 'working' }, { kind: 'working' }] })
  expect(JSON.stringify(items)).not.toContain('loadKg')
})
