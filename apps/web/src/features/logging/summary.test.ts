import { expect, test } from 'vitest'
import { aSet, aWorkout, evening, minutesLater } from '../../testing/training.ts'
import { silentEnd, SILENCE_MS } from './silent-end.ts'
import { lengthOf, summaryOf } from './summary.ts'

const before = [aSet({ minute: -9999, loadKg: 80 as never, reps: 8 as never })]

test('warm-ups count for nothing', () => {
  const sets = [aSet({ kind: 'warm_up', loadKg: 200 as never }), aSet({ loadKg: 80 as never, reps: 8 as never })]
  expect(summaryOf(sets, before)).toMatchObject({ sets: 1, movements: 1, tonnage: 640, records: [] })
})

test('a heavier load than ever is a record, and so are more repetitions at a load', () => {
  expect(summaryOf([aSet({ loadKg: 82.5 as never, reps: 3 as never })], before).records).toMatchObject([{ kind: 'heaviest', load: 82.5 }])
  expect(summaryOf([aSet({ loadKg: 80 as never, reps: 9 as never })], before).records).toMatchObject([{ kind: 'most_reps', reps: 9 }])
  expect(summaryOf([aSet({ loadKg: 80 as never, reps: 8 as never })], before).records).toEqual([])
})

test('a first workout breaks no records', () => {
  expect(summaryOf([aSet({})], []).records).toEqual([])
})

test('who stays long after the last set reads the same time before finishing, on the finished workout and in history', () => {
  const { endedAt: _, ...open } = aWorkout()
  const finishing = evening + 27 * 60_000
  expect(lengthOf(open, finishing)).toBe(27 * 60_000)
  expect(lengthOf({ ...open, endedAt: minutesLater(27) }, finishing + 60_000)).toBe(27 * 60_000)
})

test('a workout forgotten for thirty minutes ended at its last set', () => {
  const { endedAt: _, ...open } = aWorkout()
  const sets = [aSet({ minute: 5 }), aSet({ minute: 20 })]
  const lastSet = evening + 20 * 60_000
  expect(silentEnd(open, sets, lastSet + SILENCE_MS)).toBeUndefined()
  expect(silentEnd(open, sets, lastSet + SILENCE_MS + 1)).toBe(minutesLater(20))
  expect(silentEnd(open, [], evening + SILENCE_MS + 1)).toBe(minutesLater(0))
})

test('a workout that was reopened is not closed again at once', () => {
  const { endedAt: _, ...open } = aWorkout()
  expect(silentEnd(open, [aSet({ minute: 5 })], evening + 3 * SILENCE_MS, minutesLater(80))).toBeUndefined()
})
