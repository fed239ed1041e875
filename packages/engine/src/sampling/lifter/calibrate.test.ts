import { seededRng } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { uniformity } from '../uniformity.ts'
import { calibrationRanks, RANKED_DRAWS } from './calibrate.ts'
import { FIRST_PRIORS, parameterNames } from './parameters.ts'

/** One in a hundred over all parameters and both statistics. */
const LEAST_P = 0.01 / (2 * parameterNames.length)

test('the posterior of a lifter’s parameters is as wide as it says, for lifters drawn from the priors', { timeout: 120_000 }, () => {
  const ranks = calibrationRanks(120, { movements: 2, workouts: 10, setsPerWorkout: 4 }, FIRST_PRIORS, seededRng(11))
  const even = ranks.map((ofOne) => uniformity(ofOne, RANKED_DRAWS, 10, seededRng(12)))
  for (const { chiSquareP, ecdfP } of even) expect(Math.min(chiSquareP, ecdfP)).toBeGreaterThan(LEAST_P)
})
