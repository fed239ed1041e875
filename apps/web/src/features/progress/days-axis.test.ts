import { DAY_MS } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { axisDay, shownTime } from './days-axis.ts'

const day = new Date(2026, 10, 22).getTime()

test('the first day of a lift stands in the middle of a week, and the axis names days of that week', () => {
  const [start, end] = shownTime([day])
  expect(end - start).toBe(7 * DAY_MS)
  expect((start + end) / 2).toBe(day)
  expect([-3, 0, 3].map((away) => axisDay(day + away * DAY_MS, end - start))).toEqual(['Nov 19', 'Nov 22', 'Nov 25'])
})

test('two days of one week do not fill the axis with hours of one day', () => {
  const [start, end] = shownTime([day, day + DAY_MS])
  expect([start, end]).toEqual([day - 3 * DAY_MS, day + 4 * DAY_MS])
})

test('days that are further apart are the ends of the axis, and over seasons it names months that nobody reads as days', () => {
  const ends = [day, day + 300 * DAY_MS]
  expect(shownTime(ends)).toEqual(ends)
  expect(axisDay(day, 300 * DAY_MS)).toBe('Nov 2026')
})
