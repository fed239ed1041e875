import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WallTime } from './dates.ts'
import { wallClockOf } from './zone.ts'

const wall = (year: number, month: number, day: number, hour: number, minute = 0): WallTime => ({
  year,
  month,
  day,
  hour,
  minute,
  second: 0,
})
const iso = (zone: string, time: WallTime) => new Date(wallClockOf(zone)(time)).toISOString()

test('winter and summer in Berlin are an hour and two ahead', () => {
  expect(iso('Europe/Berlin', wall(2025, 1, 15, 12))).toBe('2025-01-15T11:00:00.000Z')
  expect(iso('Europe/Berlin', wall(2025, 7, 15, 12))).toBe('2025-07-15T10:00:00.000Z')
})

test('an hour shown twice is the first of the two; an hour left out is as many minutes later', () => {
  expect(iso('Europe/Berlin', wall(2025, 10, 26, 2, 30))).toBe('2025-10-26T00:30:00.000Z')
  expect(iso('Europe/Berlin', wall(2025, 3, 30, 2, 30))).toBe('2025-03-30T01:30:00.000Z')
  expect(iso('America/New_York', wall(2025, 11, 2, 1, 30))).toBe('2025-11-02T05:30:00.000Z')
  expect(iso('Australia/Lord_Howe', wall(2025, 10, 5, 2, 15))).toBe('2025-10-04T15:45:00.000Z') // half an hour is left out
})

const shownIn = (zone: string, at: number) =>
  new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at)

test('a clock that shows what was read is a clock that was read rightly', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Africa/Casablanca',
    'Pacific/Apia',
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      (zone, date) => {
        const time = {
          ...wall(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()),
          second: date.getUTCSeconds(),
        }
        const at = wallClockOf(zone)(time)
        const written = `${date.toISOString().slice(0, 10)} ${date.toISOString().slice(11, 19)}`
        const isShown = [
          at - 7_200_000,
          at - 3_600_000,
          at - 1_800_000,
          at + 1_800_000,
          at + 3_600_000,
          at + 7_200_000,
          at + 86_400_000,
        ].some((near) => shownIn(zone, near) === written)
        // Either the clock shows it then, or it never shows it at all.
        if (shownIn(zone, at) !== written) expect(isShown).toBe(false)
      },
    ),
    { numRuns: 300 },
  )
})
