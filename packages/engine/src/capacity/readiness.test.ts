import { expect, test } from 'vitest'
import { LARGEST_READINESS, readinessShift } from './readiness.ts'

const usual = { heartRateVariability: 0, sleep: 0, questionnaire: 0 }

test('an ordinary morning, or an unmeasured one, changes nothing', () => {
  expect(readinessShift(usual)).toBe(0)
  expect(readinessShift(undefined)).toBe(0)
  expect(readinessShift({ heartRateVariability: null, sleep: null, questionnaire: null })).toBe(0)
})

test('a bad night takes a little, and no morning more than 7 %', () => {
  expect(readinessShift({ ...usual, sleep: -2 })).toBeCloseTo(-0.02, 12)
  expect(readinessShift({ heartRateVariability: -9, sleep: -9, questionnaire: -9 })).toBe(-LARGEST_READINESS)
  expect(readinessShift({ heartRateVariability: 9, sleep: 9, questionnaire: Number.NaN })).toBeLessThanOrEqual(LARGEST_READINESS)
})
