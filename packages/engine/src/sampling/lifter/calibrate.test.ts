import { seededRng } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { uniformity } from '../uniformity.ts'
import { calibrationRanks, RANKED_DRAWS } from './calibrate.ts'
import { FIRST_PRIORS, type LifterPriors, NOISE, parameterNames } from './parameters.ts'

/** One in a hundred over all parameters and both statistics. */
const LEAST_P = 0.01 / (2 * parameterNames.length)

test('the posterior of a lifter’s parameters is as wide as it says, for lifters drawn from the priors', { timeout: 120_000 }, () => {
  const ranks = calibrationRanks(120, { movements: 2, workouts: 14, setsPerWorkout: 4, unevenBy: 2 }, FIRST_PRIORS, seededRng(11))
  const even = ranks.map((ofOne) => uniformity(ofOne, RANKED_DRAWS, 10, seededRng(12)))
  for (const { chiSquareP, ecdfP } of even) expect(Math.min(chiSquareP, ecdfP)).toBeGreaterThan(LEAST_P)
})

/** Drift, form and noise as free as ever, the rest as good as known: a local level with normal noise, nothing else. */
const linear: LifterPriors = {
  mean: FIRST_PRIORS.mean,
  covariance: FIRST_PRIORS.covariance.map((row, i) => row.map((value) => (i <= NOISE ? value : value * 1e-6))),
}

test(
  'of the linear model with normal noise that the filter solves exactly the posterior is as wide as it says',
  { timeout: 120_000 },
  () => {
    const ranks = calibrationRanks(120, { movements: 2, workouts: 10, setsPerWorkout: 4 }, linear, seededRng(21)).slice(0, NOISE + 1)
    const even = ranks.map((ofOne) => uniformity(ofOne, RANKED_DRAWS, 10, seededRng(22)))
    for (const { chiSquareP, ecdfP } of even) expect(Math.min(chiSquareP, ecdfP)).toBeGreaterThan(0.01 / (2 * even.length))
  },
)
