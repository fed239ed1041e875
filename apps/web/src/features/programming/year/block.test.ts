import { expect, test } from 'vitest'
import { type Block, draftOf, endOf, wholeDollars } from './block.ts'

const block = (more: Partial<Block>): Block => ({
  block: 1,
  startsOn: '2026-11-23',
  weeks: 8,
  emphasis: 'strength',
  reasons: [],
  request: {},
  ...more,
})

test('tenths of dollars become whole ones, and are ten still', () => {
  expect(
    wholeDollars([
      { goal: 'strength', weight: 4.3 },
      { goal: 'hypertrophy', weight: 3.8 },
      { goal: 'mobility', weight: 1.9 },
    ]),
  ).toEqual({
    mobility: 2,
    hypertrophy: 4,
    strength: 4,
  })
  expect(
    wholeDollars([
      { goal: 'strength', weight: 9.7 },
      { goal: 'speed', weight: 0.3 },
    ]),
  ).toEqual({ strength: 10 })
})

test('a block that peaks leads to its last day, and leaves room for all its weeks', () => {
  expect(endOf(block({}))).toBe('2027-01-17')
  expect(draftOf(block({ request: { peaks: true, weeks: 8 } }))).toEqual({ weeks: 8, peakOn: '2027-01-17' })
  expect(draftOf(block({ request: { weeks: 8 } }))).toEqual({ weeks: 8 })
})
