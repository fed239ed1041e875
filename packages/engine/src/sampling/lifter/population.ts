import { between, cholesky, eigen, inverse, type Matrix, solveLower, solveUpper, times } from '../../numerics/symmetric-matrix.ts'
import { FIRST_PRIORS, type LifterPriors, type ParameterName, parameterNames, STEEPNESS } from './parameters.ts'

/** One lifter's fit, and the priors it was made under: all the population asks of a lifter. */
export interface LifterSummary {
  readonly mean: readonly number[]
  readonly covariance: Matrix
  readonly madeUnder: LifterPriors
}

/** What one lifter's sets alone say, the priors taken out again: a normal likelihood in natural form, about `FIRST_PRIORS.mean`. */
export interface LifterEvidence {
  readonly precision: Matrix
  readonly information: readonly number[]
}

/** Sums over lifters, about `FIRST_PRIORS.mean`: of their means, and of their covariances and squared means. */
export interface PopulationMoments {
  readonly lifters: number
  readonly sum: readonly number[]
  readonly squares: Matrix
}

/**
 * How many lifters the first priors count as, for the mean of each parameter and for their covariance. The curve comes from
 * experiments: in logbooks loads are chosen to fit the plan, so they may narrow its spread, never widen it or move its middle.
 */
const PRIOR_LIFTERS: Readonly<Record<ParameterName, number>> = {
  drift: 2,
  form: 2,
  noise: 2,
  steepness: Number.POSITIVE_INFINITY,
  fatigue: 2,
  recovery: 2,
  rirBias: 2,
  strain: 2,
  strainPower: 2,
  strainDecay: 2,
}
const PRIOR_LIFTERS_OF_SPREAD = 10

const MOST_ROUNDS = 500
const SETTLED = 1e-5

/**
 * Priors for the next lifter, from everybody's fits (empirical Bayes).
 *
 *     θᵢ ~ N(μ, Ω), sets of lifter i ~ exp(hᵢᵀθ − ½ θᵀΛᵢθ), Λᵢ = Sᵢ⁻¹ − S₀⁻¹;  E: Vᵢ = (Λᵢ + Ω⁻¹)⁻¹, mᵢ = Vᵢ(hᵢ + Ω⁻¹μ)
 *     M: μ = (n₀ μ₀ + Σ mᵢ)/(n₀ + N),   Ω = (ν Ω₀ + Σ Vᵢ + (mᵢ − μ)(mᵢ − μ)ᵀ)/(ν + N),   in turn until nothing moves
 *
 * Each round is a sum over lifters (`momentsOf`, `mergeMoments`, `priorsFrom`), so workers may each take a share of them.
 *
 * Units    those of `unbounded`.
 * Valid    any number of lifters, none included; posteriors about normal on that scale.
 * Source   Dempster, Laird & Rubin (1977), J R Stat Soc B 39, 1–38; normal-normal model: Gelman et al. (2013), Bayesian Data
 *          Analysis, 3rd ed., §5.4. The weight of the first priors is judgement.
 */
export function fitPopulation(summaries: readonly LifterSummary[]): LifterPriors {
  const evidence = summaries.map(evidenceOf)
  let priors = FIRST_PRIORS
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = priorsFrom(momentsOf(evidence, priors))
    const moved = change(priors, next)
    priors = next
    if (moved < SETTLED) break
  }
  return priors
}

/**
 * In coordinates in which the old priors are a standard normal, directions in which the fit is no narrower than they were carry
 * no information: Monte Carlo noise must not make it negative.
 */
export function evidenceOf({ mean, covariance, madeUnder }: LifterSummary): LifterEvidence {
  const lower = cholesky(madeUnder.covariance)!
  const precision = inverse(covariance)
  const white = columnsOf(lower).map((a) => columnsOf(lower).map((b) => between(a, precision, b)))
  const { values, vectors } = eigen(white)
  const away = solveLower(lower, minus(mean, madeUnder.mean))
  const directions = vectors.map((vector) => solveUpper(lower, vector))
  const centred = minus(madeUnder.mean, FIRST_PRIORS.mean)
  const found = sumOf(
    values.map((value, k) => scaled(outer(directions[k]!), Math.max(0, value - 1))),
    zeros(),
  )
  const pulls = values.map((value, k) => (value > 1 ? value * dot(vectors[k]!, away) : 0))
  const information = times(found, centred).map((start, i) => pulls.reduce((sum, pull, k) => sum + pull * directions[k]![i]!, start))
  return { precision: found, information }
}

/** The sums of one share of the lifters, under the priors of this round. */
export function momentsOf(evidence: readonly LifterEvidence[], priors: LifterPriors): PopulationMoments {
  const priorPrecision = inverse(priors.covariance)
  const priorInformation = times(priorPrecision, minus(priors.mean, FIRST_PRIORS.mean))
  return evidence.reduce<PopulationMoments>((moments, { precision, information }) => {
    const covariance = inverse(plus(precision, priorPrecision))
    const mean = times(
      covariance,
      information.map((value, i) => value + priorInformation[i]!),
    )
    return mergeMoments(moments, { lifters: 1, sum: mean, squares: plus(covariance, outer(mean)) })
  }, NOBODY)
}

export const mergeMoments = (a: PopulationMoments, b: PopulationMoments): PopulationMoments => ({
  lifters: a.lifters + b.lifters,
  sum: a.sum.map((value, i) => value + b.sum[i]!),
  squares: plus(a.squares, b.squares),
})

export function priorsFrom({ lifters, sum, squares }: PopulationMoments): LifterPriors {
  const mean = sum.map((value, i) => value / (lifters + PRIOR_LIFTERS[parameterNames[i]!]))
  const about = squares.map((row, i) =>
    row.map((value, j) => value - sum[i]! * mean[j]! - mean[i]! * sum[j]! + lifters * mean[i]! * mean[j]!),
  )
  return {
    mean: mean.map((value, i) => value + FIRST_PRIORS.mean[i]!),
    covariance: withCurveHeld(
      about.map((row, i) =>
        row.map((value, j) => (value + PRIOR_LIFTERS_OF_SPREAD * FIRST_PRIORS.covariance[i]![j]!) / (lifters + PRIOR_LIFTERS_OF_SPREAD)),
      ),
    ),
  }
}

function withCurveHeld(covariance: Matrix): Matrix {
  const shrunk = Math.min(1, Math.sqrt(FIRST_PRIORS.covariance[STEEPNESS]![STEEPNESS]! / covariance[STEEPNESS]![STEEPNESS]!))
  const share = (i: number) => (i === STEEPNESS ? shrunk : 1)
  return covariance.map((row, i) => row.map((value, j) => value * share(i) * share(j)))
}

const zeros = (): Matrix => parameterNames.map(() => parameterNames.map(() => 0))
export const NOBODY: PopulationMoments = { lifters: 0, sum: parameterNames.map(() => 0), squares: zeros() }

/** The largest move of a mean, in its standard deviations, or of a variance, as a share. */
function change(before: LifterPriors, after: LifterPriors): number {
  const moves = after.mean.map((mean, i) => {
    const [old, now] = [before.covariance[i]![i]!, after.covariance[i]![i]!]
    return Math.max(Math.abs(mean - before.mean[i]!) / Math.sqrt(now), Math.abs(now / old - 1))
  })
  return Math.max(...moves)
}

const columnsOf = (m: Matrix): Matrix => m.map((_, j) => m.map((row) => row[j]!))
const minus = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value - b[i]!)
const plus = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((value, j) => value + b[i]![j]!))
const scaled = (m: Matrix, by: number): Matrix => m.map((row) => row.map((value) => value * by))
const outer = (x: readonly number[]): Matrix => x.map((a) => x.map((b) => a * b))
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
const sumOf = (all: readonly Matrix[], first: Matrix): Matrix => all.reduce(plus, first)
