import { expect, test } from 'vitest'
import { beginningOf } from './beginning.ts'

const weeks = [{ week: 1, block: 'accumulation', days: [{ date: '2027-01-04' }] }] as never

test('a program made for Mondays and Thursdays is begun on them', () => {
  expect(beginningOf({ request: { weekdays: [0, 3] }, weeks: undefined }, '2026-11-22')).toEqual({ weekdays: [0, 3] })
  expect(beginningOf({ request: undefined, weeks: undefined }, '2026-11-22')).toEqual({})
})

test('one that is counted back from a test waits for its first week, and is late without a word after it', () => {
  const request = { peakOn: '2027-03-01' }
  expect(beginningOf({ request, weeks }, '2026-11-22')).toEqual({ startsOn: '2027-01-04' })
  expect(beginningOf({ request, weeks }, '2027-01-05')).toEqual({})
  expect(beginningOf({ request: {}, weeks }, '2026-11-22')).toEqual({})
})
