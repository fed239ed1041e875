import { expect, test } from 'vitest'
import { settleGoals } from './goals.ts'

const goals = [
  { goal: 'strength', weight: 6 },
  { goal: 'endurance', weight: 4 },
] as const

test('goals that stand in each other’s way lose weight, the smaller the more, and still come to ten dollars', () => {
  const { weights, notices, slider } = settleGoals(goals)
  expect(weights.endurance).toBeLessThan(4)
  expect(weights.strength + weights.endurance).toBeCloseTo(10, 2)
  expect(notices).toEqual([{ code: 'goals_conflict', facts: { goal: 'strength', other: 'endurance', percent: 12 } }])
  expect(slider).toBeGreaterThan(0.6)
})
