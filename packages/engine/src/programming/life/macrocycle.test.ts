import { localDayOf, type LocalDay, trainingGoals } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { macrocycleOf, type YearGoal } from './index.ts'

const from = localDayOf('2026-03-02')
const later = (days: number) => (from + days) as LocalDay

test('without a date the year is base, size and strength in turn, in blocks of eight to twelve weeks', () => {
  const blocks = macrocycleOf(from, 'intermediate', [])
  expect(blocks.map(({ emphasis }) => emphasis)).toEqual(['base', 'size', 'strength', 'base', 'size'])
  expect(blocks.reduce((sum, { weeks }) => sum + weeks, 0)).toBe(52)
  for (const { weeks } of blocks) expect(weeks >= 8 && weeks <= 12).toBe(true)
})

test('towards a contest the year turns from more to heavier, peaks on its day, and eases off after it', () => {
  const contest: YearGoal = { kind: 'event', title: 'County meet', by: later(40 * 7 - 1) }
  const blocks = macrocycleOf(from, 'advanced', [contest])
  expect(blocks.map(({ emphasis }) => emphasis).slice(0, 5)).toEqual(['base', 'size', 'strength', 'peak', 'recovery'])
  const peak = blocks[3]!
  expect(peak.startsOn + peak.weeks * 7 - 1).toBe(contest.by)
  expect(peak).toMatchObject({
    peaks: true,
    reasons: [{ code: 'emphasis_peak' }, { code: 'towards_test', facts: { goal: 'County meet' } }],
  })
})

test('whatever the goals, blocks follow each other without overlap, each with ten dollars on at most three goals', () => {
  const goal = fc.record({
    title: fc.constant('g'),
    kind: fc.constantFrom('event' as const, 'performance' as const, 'skill' as const),
    by: fc.option(fc.integer({ min: -30, max: 500 }).map(later), { nil: undefined }),
    goals: fc.option(
      fc
        .uniqueArray(fc.constantFrom(...trainingGoals), { minLength: 1, maxLength: 3 })
        .map((names) => names.map((name) => ({ goal: name, weight: 10 / names.length }))),
      { nil: undefined },
    ),
  })
  fc.assert(
    fc.property(fc.array(goal, { maxLength: 6 }), (goals) => {
      const blocks = macrocycleOf(from, 'intermediate', goals)
      let end: number = from
      for (const { startsOn, weeks, goals: dollars } of blocks) {
        expect(startsOn).toBeGreaterThanOrEqual(end)
        expect(weeks).toBeGreaterThan(0)
        expect(weeks).toBeLessThanOrEqual(16)
        expect(dollars.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(10, 9)
        expect(dollars.length).toBeLessThanOrEqual(3)
        end = startsOn + 7 * weeks
      }
      expect(end).toBeLessThanOrEqual(from + 52 * 7)
    }),
  )
})
