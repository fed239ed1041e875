import { type Rng, seededRng } from '@gymgenius/domain'
import { cholesky } from '../../numerics/symmetric-matrix.ts'
import { runChain } from '../chains.ts'
import { standardNormals } from '../standard-normal.ts'
import { fromWhite, whitened } from '../whitening.ts'
import { coldStart } from './fit.ts'
import { compileHistory } from './history.ts'
import { lifterDensity } from './likelihood.ts'
import { bounded, type LifterPriors, parameterNames } from './parameters.ts'
import { type SimulatedTraining, simulateHistory } from './simulate.ts'

/** Draws a rank is counted among: every third of those sampled, so that they hardly remember each other. */
export const RANKED_DRAWS = 99
const THINNING = 3
const WARM_UP = 150

/**
 * Simulation-based calibration: lifters are drawn from the priors, train, and are fitted; a right fit puts each true parameter at
 * every rank among its posterior draws equally often. ranks[i][j] is lifter j's rank of parameter i.
 *
 * Source   Talts et al. (2018), arXiv:1804.06788.
 */
export function calibrationRanks(
  lifters: number,
  training: SimulatedTraining,
  priors: LifterPriors,
  rng: Rng,
): readonly (readonly number[])[] {
  const perLifter = Array.from({ length: lifters }, () => ranksOfOne(training, priors, seededRng(Math.floor(rng() * 2 ** 32))))
  return parameterNames.map((_, i) => perLifter.map((ranks) => ranks[i]!))
}

function ranksOfOne(training: SimulatedTraining, priors: LifterPriors, rng: Rng): readonly number[] {
  const truth = drawFrom(priors, rng)
  const history = compileHistory(simulateHistory(bounded(truth), training, rng))
  const { whitening, chains } = coldStart(history, priors, rng, 1)
  const density = whitened(lifterDensity(history, priors), whitening)
  const { draws } = runChain(density, chains[0]!, { warmUp: WARM_UP, draws: THINNING * RANKED_DRAWS }, rng)
  const kept = draws.filter((_, i) => i % THINNING === 0).map((z) => fromWhite(whitening, z))
  return parameterNames.map((_, i) => kept.reduce((below, draw) => below + (draw[i]! < truth[i]! ? 1 : 0), 0))
}

export function drawFrom({ mean, covariance }: LifterPriors, rng: Rng): number[] {
  const normal = standardNormals(rng)
  const z = mean.map(normal)
  return [...fromWhite({ centre: mean, lower: cholesky(covariance)! }, z)]
}
