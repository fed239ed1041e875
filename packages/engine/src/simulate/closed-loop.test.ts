import { expect, test } from 'vitest'
import { type Tally, twelveWeeks } from './closed-loop.ts'
import type { CoachName } from './coaches.ts'

const LIFTERS = 30
const sum = (tallies: readonly Tally[], key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0)
const trainedBy = (coach: CoachName) => Array.from({ length: LIFTERS }, (_, i) => twelveWeeks(coach, 5000 + i))

test('lifters who follow the advice land inside range and reserve nearly as often as if their strength were known', () => {
  const [advised, known, epley] = [trainedBy('engine'), trainedBy('oracle'), trainedBy('epley')]
  expect(sum(advised, 'sets')).toBe(LIFTERS * 3 * 20 * 3)
  expect(sum(advised, 'inside') / sum(known, 'inside')).toBeGreaterThan(0.88)
  expect(sum(advised, 'inside')).toBeGreaterThan(sum(epley, 'inside'))
  expect((sum(advised, 'failedBelow') - sum(known, 'failedBelow')) / sum(advised, 'sets')).toBeLessThan(0.01)
  expect(sum(advised, 'movedUntold')).toBe(0)
  expect(sum(advised, 'gained') / sum(epley, 'gained')).toBeGreaterThan(0.98)
})

test('the same lifter meets the same days with every coach', () => {
  expect(twelveWeeks('oracle', 3)).toEqual(twelveWeeks('oracle', 3))
  expect(twelveWeeks('engine', 3)).toEqual(twelveWeeks('engine', 3))
})
