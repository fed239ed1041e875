import { expect, test } from 'vitest'
import { minutesOf, retimed } from './retimed.ts'

const workout = { startedAt: '2026-11-20T17:15:42.000Z', endedAt: '2026-11-20T20:45:10.500Z' }
const start = Date.parse(workout.startedAt)
const startTyped = start - 42_000 // a field of minutes has no seconds

test('a workout that nobody finished in time gets its real length, and its sets stay where they are', () => {
  expect(minutesOf(workout)).toBe(209)
  expect(retimed(workout, startTyped, 70)).toEqual({ shift: 0, fields: { endedAt: '2026-11-20T18:25:42.000Z' } })
})

test('what is untouched keeps its seconds, and one that goes on gets no end', () => {
  expect(retimed(workout, startTyped, 209)).toEqual({ shift: 0, fields: {} })
  expect(minutesOf({ startedAt: workout.startedAt })).toBeUndefined()
  expect(retimed({ startedAt: workout.startedAt }, startTyped, undefined)).toEqual({ shift: 0, fields: {} })
})

test('a re-dated workout keeps its length unless another is said', () => {
  const dayBefore = startTyped - 86_400_000
  const moved = retimed(workout, dayBefore, 209)
  expect(moved.shift).toBe(-86_400_000 - 42_000)
  expect(moved.fields).toEqual({ startedAt: '2026-11-19T17:15:00.000Z', endedAt: '2026-11-19T20:44:28.500Z' })
  expect(retimed(workout, dayBefore, 60).fields).toEqual({ startedAt: '2026-11-19T17:15:00.000Z', endedAt: '2026-11-19T18:15:00.000Z' })
})
