import { expect, test } from 'vitest'
import { byAdvice, byTruth, closedLoop } from './closed-loop.ts'

test('lifters who follow the advice land inside range and reserve nearly as often as if their strength were known', () => {
  const [advised, known] = [closedLoop(byAdvice, 40), closedLoop(byTruth, 40)]
  expect(advised.sets).toBe(40 * 3 * 20 * 3)
  expect(advised.inside / known.inside).toBeGreaterThan(0.9)
  expect(advised.failedBelow).toBeLessThan(0.02)
  expect(advised.movedUntold / advised.sets).toBeLessThan(0.002)
  expect(advised.covered).toBeGreaterThan(0.8)
})
