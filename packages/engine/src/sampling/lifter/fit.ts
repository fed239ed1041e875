import type { Rng } from '@gymgenius/domain'
import { cholesky, type Matrix } from '../../numerics/symmetric-matrix.ts'
import { type ChainPlan, type ChainStart, runChains } from '../chains.ts'
import { diagnose, type Diagnosis } from '../diagnostics.ts'
import { standardNormals } from '../standard-normal.ts'
import { fromWhite, toWhite, whitened, type Whitening, whiteningAtPeak } from '../whitening.ts'
import { type CompiledHistory, compileHistory, type TrainedSet } from './history.ts'
import { lifterDensity } from './likelihood.ts'
import { bounded, fitForAdvice, type LifterParameters, type LifterPriors, type ParameterName, parameterNames } from './parameters.ts'

/** What tomorrow's fit begins with: round coordinates, and in them where each chain stood. The same before and after JSON. */
export interface WarmStart {
  readonly whitening: Whitening
  readonly chains: readonly Required<ChainStart>[]
}

/** What is believed of one lifter after their sets, on the scale of `unbounded`. */
export interface LifterFit {
  readonly mean: readonly number[]
  readonly covariance: Matrix
  /** The mean again, in natural units, the curve held to what experiments allow. */
  readonly parameters: LifterParameters
  readonly informativeSets: number
  readonly diagnoses: Readonly<Record<ParameterName, Diagnosis>>
  readonly divergences: number
  readonly gradients: number
  /** False: keep yesterday's, whatever this one says. */
  readonly isTrusted: boolean
  readonly warmStart: WarmStart
}

export const CHAINS = 4
const COLD: ChainPlan = { warmUp: 250, draws: 500 }
const WARM: ChainPlan = { warmUp: 20, draws: 500 }
/** The step that is accepted about four times in five where a density of seven parameters is round, as yesterday's coordinates make it. */
const ROUND_STEP = 0.9
/** Cold chains start this many standard deviations about the peak, so that chains that agree have found the same place. */
const START_SPREAD = 2

/** Source of both: Vehtari et al. (2021), §4. */
export const LARGEST_R_HAT = 1.01
export const FEWEST_DRAWS = 400

/**
 * One lifter's parameters from their sets. From yesterday's fit it takes a fraction of the time; where that is not to be
 * trusted, it begins again.
 */
export function fit(sets: readonly TrainedSet[], priors: LifterPriors, rng: Rng, yesterday?: WarmStart): LifterFit {
  const history = compileHistory(sets)
  if (yesterday !== undefined) {
    const warm = sampleLifter(history, priors, yesterday, WARM, rng)
    if (warm.isTrusted) return warm
  }
  return sampleLifter(history, priors, coldStart(history, priors, rng), COLD, rng)
}

/** Where chains begin that know nothing yet, and the coordinates they move in. */
export interface Beginning {
  readonly whitening: Whitening
  readonly chains: readonly ChainStart[]
}

export function coldStart(history: CompiledHistory, priors: LifterPriors, rng: Rng, chains = CHAINS): Beginning {
  const normal = standardNormals(rng)
  const whitening = whiteningAtPeak(lifterDensity(history, priors), priors.mean)
  return { whitening, chains: Array.from({ length: chains }, () => ({ position: priors.mean.map(() => START_SPREAD * normal()) })) }
}

export function sampleLifter(history: CompiledHistory, priors: LifterPriors, from: Beginning, plan: ChainPlan, rng: Rng): LifterFit {
  const { whitening } = from
  const chains = runChains(whitened(lifterDensity(history, priors), whitening), from.chains, plan, rng)
  const positions = chains.map(({ draws }) => draws.map((z) => fromWhite(whitening, z)))
  const all = positions.flat()
  const mean = parameterNames.map((_, i) => meanOf(all, (draw) => draw[i]!))
  const covariance = mean.map((a, i) => mean.map((b, j) => meanOf(all, (draw) => (draw[i]! - a) * (draw[j]! - b))))
  const perParameter = parameterNames.map((_, i) => diagnose(positions.map((draws) => Float64Array.from(draws, (draw) => draw[i]!))))
  const divergences = chains.reduce((sum, chain) => sum + chain.divergences, 0)
  return {
    mean,
    covariance,
    parameters: fitForAdvice(bounded(mean)),
    informativeSets: history.informativeSets,
    diagnoses: Object.fromEntries(parameterNames.map((name, i) => [name, perParameter[i]])) as LifterFit['diagnoses'],
    divergences,
    gradients: chains.reduce((sum, chain) => sum + chain.gradients, 0),
    isTrusted: divergences === 0 && perParameter.every(isTrusted),
    warmStart: warmStartOf(whitening, mean, covariance, positions),
  }
}

const isTrusted = ({ rHat, bulkEss, tailEss }: Diagnosis) => rHat < LARGEST_R_HAT && bulkEss > FEWEST_DRAWS && tailEss > FEWEST_DRAWS

/**
 * Yesterday's covariance is better known than the curvature at a peak: in its coordinates all scales are one. Chains that stood
 * still have none to speak of; then the coordinates stay as they were.
 */
function warmStartOf(
  before: Whitening,
  mean: readonly number[],
  covariance: Matrix,
  positions: readonly (readonly Float64Array[])[],
): WarmStart {
  const lower = cholesky(covariance)
  const whitening = lower === undefined ? before : { centre: mean, lower }
  const inverseMass = mean.map(() => 1)
  const chains = positions.map((draws) => ({ position: toWhite(whitening, [...draws.at(-1)!]), inverseMass, stepSize: ROUND_STEP }))
  return { whitening, chains }
}

function meanOf(draws: readonly Float64Array[], of: (draw: Float64Array) => number): number {
  return draws.reduce((sum, draw) => sum + of(draw), 0) / draws.length
}
