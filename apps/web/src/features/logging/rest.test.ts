import type { Instant, Seconds } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { clockText } from '../../ui/clock-text.ts'
import { adjusted, readingOf, restFrom } from './rest.ts'

const start = Date.UTC(2026, 2, 2, 18) as Instant
const after = (seconds: number) => (start + seconds * 1000) as Instant
const twoMinutes = restFrom('w', start, 120 as Seconds)

test('a rest counts down to its end, and then up', () => {
  expect(readingOf(twoMinutes, after(30))).toEqual({ state: 'remaining', seconds: 90, share: 0.75 })
  expect(readingOf(twoMinutes, after(119.5))).toMatchObject({ state: 'remaining', seconds: 1 })
  expect(readingOf(twoMinutes, after(120))).toEqual({ state: 'overdue', seconds: 0 })
  expect(readingOf(twoMinutes, after(135))).toEqual({ state: 'overdue', seconds: 15 })
})

test('a phone that slept through the rest shows how long past it is', () => {
  expect(readingOf(twoMinutes, after(600))).toEqual({ state: 'overdue', seconds: 480 })
})

test('fifteen seconds more or less move the end; it cannot end before it began', () => {
  expect(readingOf(adjusted(twoMinutes, 15, after(30)), after(30))).toMatchObject({ seconds: 105 })
  expect(readingOf(adjusted(twoMinutes, -15, after(30)), after(30))).toMatchObject({ seconds: 75 })
  expect(adjusted(twoMinutes, -500, after(30)).endsAt).toBe(start)
  expect(readingOf(adjusted(twoMinutes, 15, after(160)), after(160))).toMatchObject({ state: 'remaining', seconds: 15 })
})

test('where no rest is prescribed it is a stopwatch', () => {
  expect(readingOf(restFrom('w', start, undefined), after(75))).toEqual({ state: 'stopwatch', seconds: 75 })
})

test('the rest of a forgotten workout goes away', () => {
  expect(readingOf(twoMinutes, after(120 + 31 * 60))).toBeUndefined()
})

test('time is read as minutes and seconds', () => {
  expect([5, 65, 600, 3729].map(clockText)).toEqual(['0:05', '1:05', '10:00', '1:02:09'])
})
