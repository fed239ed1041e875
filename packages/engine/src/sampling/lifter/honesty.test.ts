import { seededRng } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { fit } from './fit.ts'
import { reserveLeft, tellsBias } from './honesty.ts'
import { bounded, FIRST_PRIORS, unbounded } from './parameters.ts'
import { simulateHistory } from './simulate.ts'

const lifter = (rirBias: number, biasSd: number, noise = 0.033) => ({
  mean: unbounded({ ...bounded(FIRST_PRIORS.mean), rirBias, noise }),
  covariance: FIRST_PRIORS.covariance.map((row, i) => row.map((_, j) => (i === j ? biasSd ** 2 : 0))),
})

// 2 + 1.05 · 2/3 = 2.7; √(1² + (0.3 · 2/3)²) = 1.0198, × 1.28155 = 1.307
test('two said, of a lifter who leaves a repetition unsaid, are about 2.7', () => {
  const { left, low80, high80 } = reserveLeft(2, lifter(1.05, 0.3))
  expect([left, low80, high80].map((value) => Number(value.toFixed(2)))).toEqual([2.7, 1.39, 4.01])
})

test('failure left nothing, and nobody leaves less than nothing', () => {
  expect(reserveLeft(0, lifter(1, 0.5))).toEqual({ said: 0, left: 0, low80: 0, high80: 0 })
  expect(reserveLeft(1, lifter(-3, 0.1))).toMatchObject({ left: 0, low80: 0 })
})

test('the range is wider for a lifter whose sets are noisier, or of whose bias less is known', () => {
  const width = (posterior: ReturnType<typeof lifter>) => reserveLeft(3, posterior).high80
  expect(width(lifter(0.5, 0.3, 0.05))).toBeGreaterThan(width(lifter(0.5, 0.3)))
  expect(width(lifter(0.5, 0.6))).toBeGreaterThan(width(lifter(0.5, 0.3)))
})

test('a lifter who takes sets to failure shows the bias, one who never does shows only the prior', { timeout: 60_000 }, () => {
  const sets = simulateHistory(bounded(FIRST_PRIORS.mean), { movements: 2, workouts: 12, setsPerWorkout: 4 }, seededRng(3))
  const shy = sets.map((set) => (set.rir === 0 ? { ...set, rir: null } : set))
  expect(tellsBias(fit(sets, FIRST_PRIORS, seededRng(7)), FIRST_PRIORS)).toBe(true)
  expect(tellsBias(fit(shy, FIRST_PRIORS, seededRng(7)), FIRST_PRIORS)).toBe(false)
})
