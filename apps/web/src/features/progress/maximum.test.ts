import { instantOf, type Id } from '@gymgenius/domain'
import { explain, prescribe } from '@gymgenius/engine'
import { expect, test } from 'vitest'
import { snapshotOf } from '../../lib/snapshot.ts'
import { aSet, bench, minutesLater, someSettings } from '../../testing/training.ts'
import { answers } from '../../lib/engine/answers.ts'
import { maximumIn, maximumQuestion } from './maximum.ts'

const ground = { settings: someSettings, loadSteps: [], synced: undefined }
const DAY = 24 * 60
const at = instantOf(minutesLater(8 * DAY))
const sets = [0, 3, 6].map((day) =>
  aSet({
    minute: day * DAY,
    workoutId: `w${day}` as Id<'workout'>,
    loadKg: (80 + day) as never,
    rir: (day === 6 ? undefined : 2) as never,
  }),
)

const maximumNow = (movement: typeof bench, done: typeof sets) => {
  const question = maximumQuestion(movement, done, ground, at)
  return question && maximumIn(answers.prescriptions(question))
}

test('progress and "Why" name the same maximum', () => {
  const target = { setNumber: 1, workoutId: 'next' as Id<'workout'>, at, goalStrength: 0.5, repLow: null, repHigh: null, rir: null }
  const why = explain(prescribe(snapshotOf(bench, sets, someSettings, [], undefined), target), 'kg')
  const maximum = maximumNow(bench, sets)!
  expect(why).toContain(`Your estimated maximum is ${maximum.toFixed(1).replace(/\.0$/, '')} kg`)
})

test('before the first workout, and where the body is part of the load, no maximum is named', () => {
  expect(maximumNow(bench, [])).toBeUndefined()
  expect(maximumNow({ ...bench, loadKind: 'body_weight_plus' }, sets)).toBeUndefined()
})
