import { allMovementDetails } from '@gymgenius/catalog'
import type { MovementId } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { testId } from '../testing/ops.ts'
import { countedAs, countingOf } from './counting.ts'

const details = allMovementDetails()
const idOf = (slug: string): MovementId => details.find((one) => one.slug === slug)!.id

test('a plank is begun by the clock, a run by its way and a bench press by repetitions', () => {
  expect(countingOf({ id: idOf('plank') }, details)).toEqual({ durationSeconds: 20 })
  expect(countingOf({ id: idOf('running') }, details)).toEqual({ distanceMeters: 400 })
  expect(countingOf({ id: idOf('bench-press-barbell') }, details)).toEqual({})
})

test('a movement of one’s own is counted as the one it varies, and by repetitions where it varies none', () => {
  expect(countingOf({ id: testId<'movement'>(), baseId: idOf('plank') }, details)).toEqual({ durationSeconds: 20 })
  expect(countingOf({ id: testId<'movement'>() }, details)).toEqual({})
})

test('sets of a plank that become a bench press are no longer by the clock, and keep what else was planned', () => {
  expect(countedAs([{ kind: 'working', durationSeconds: 40 as never, rir: 2 as never }], {})).toEqual([{ kind: 'working', rir: 2 }])
})
