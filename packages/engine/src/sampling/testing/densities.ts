import { exp, log1p } from '../../numerics/elementary.ts'
import type { LogDensity } from '../log-density.ts'

/** Densities whose answers are known without sampling. */

/** Normal with the given mean and precision matrix (the inverse covariance, row by row). */
export function gaussian(mean: readonly number[], precision: readonly (readonly number[])[]): LogDensity {
  return {
    dimension: mean.length,
    evaluate(position, gradient) {
      let logDensity = 0
      precision.forEach((row, i) => {
        gradient[i] = -row.reduce((sum, value, j) => sum + value * (position[j]! - mean[j]!), 0)
        logDensity += 0.5 * gradient[i]! * (position[i]! - mean[i]!)
      })
      return logDensity
    },
  }
}

/** Neal's funnel: v ~ N(0, 3²) and `width` x ~ N(0, eᵛ). Its neck is narrower than any step. Source: Neal (2003), Ann. Stat. 31(3), §8. */
export function funnel(width: number): LogDensity {
  return {
    dimension: width + 1,
    evaluate(position, gradient) {
      const v = position[0]!
      const precision = exp(-v)
      let squares = 0
      for (let i = 1; i <= width; i++) {
        squares += position[i]! ** 2
        gradient[i] = -position[i]! * precision
      }
      gradient[0] = -v / 9 - width / 2 + (squares * precision) / 2
      return -(v * v) / 18 - (width * v) / 2 - (squares * precision) / 2
    },
  }
}

const EFFECT = [28, 8, -3, 7, -1, 1, 18, 12]
const ERROR = [15, 10, 16, 11, 9, 11, 10, 18]

/**
 * Eight schools, non-centred: θⱼ = μ + τ zⱼ, z ~ N(0, 1), μ ~ N(0, 5²), τ ~ Cauchy⁺(0, 5). Positions are (μ, ln τ, z).
 * Source: Rubin (1981), J Educ Stat 6(4), 377–401; priors as in posteriordb, eight_schools_noncentered.
 */
export const eightSchools: LogDensity = {
  dimension: 10,
  evaluate(position, gradient) {
    const mu = position[0]!
    const tau = exp(position[1]!)
    gradient[0] = -mu / 25
    let byTau = 0
    let logDensity = -(mu * mu) / 50
    EFFECT.forEach((effect, school) => {
      const z = position[school + 2]!
      const weight = ERROR[school]! ** -2
      const missed = effect - mu - tau * z
      logDensity -= 0.5 * (missed * missed * weight + z * z)
      gradient[0]! += missed * weight
      gradient[school + 2] = missed * weight * tau - z
      byTau += missed * weight * z
    })
    const square = (tau * tau) / 25
    gradient[1] = byTau * tau + 1 - (2 * square) / (1 + square)
    return logDensity - log1p(square) + position[1]!
  },
}
