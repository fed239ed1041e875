import { log } from '../numerics/elementary.ts'
import { normalQuantile } from '../numerics/normal-quantile.ts'

/** What is known of one quantity after sampling. */
export interface Diagnosis {
  readonly mean: number
  readonly sd: number
  /** Rank-normalised split R̂: 1 when the chains agree in place and in spread. Above 1.01 they must not be used. */
  readonly rHat: number
  /** Independent draws that would tell as much about the middle, and about the 5 % and 95 % quantiles. */
  readonly bulkEss: number
  readonly tailEss: number
  /** Monte Carlo standard error of the mean. */
  readonly mcse: number
}

/** Chains of one quantity, each as long as the others. */
type Chains = readonly Float64Array[]

/**
 * R̂, effective sample sizes and Monte Carlo error of one quantity.
 *
 *     bulk: of z = Φ⁻¹((rank − 3/8)/(S + 1/4));  R̂ = max over z of the draws and z of |draw − median|
 *     tail: the smaller ESS of the indicators draw ≤ 5 % and ≤ 95 % quantile;  MCSE = sd / √ESS(draws)
 *
 * Units    mean, sd and MCSE those of the quantity; the rest dimensionless.
 * Valid    two or more halves of four or more draws. NaN R̂ and one effective draw a half-chain when nothing varies.
 * Source   Vehtari, Gelman, Simpson, Carpenter & Bürkner (2021), Bayesian Analysis 16(2), 667–718.
 */
export function diagnose(chains: Chains): Diagnosis {
  const halves = chains.flatMap(splitInHalves)
  const all = joined(halves)
  const mean = meanOf(all)
  const sd = Math.sqrt(varianceOf(all))
  const sorted = all.toSorted()
  const middle = quantileOfSorted(sorted, 0.5)
  const ranked = rankNormalised(halves)
  const folded = rankNormalised(halves.map((half) => half.map((draw) => Math.abs(draw - middle))))
  const below = (share: number) => {
    const limit = quantileOfSorted(sorted, share)
    return effectiveSampleSize(halves.map((half) => half.map((draw) => (draw <= limit ? 1 : 0))))
  }
  return {
    mean,
    sd,
    rHat: Math.max(splitRHat(ranked), splitRHat(folded)),
    bulkEss: effectiveSampleSize(ranked),
    tailEss: Math.min(below(0.05), below(0.95)),
    mcse: sd / Math.sqrt(effectiveSampleSize(halves)),
  }
}

/** Linear between order statistics, as `quantile` type 7 of Hyndman & Fan (1996). */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1)
  const low = Math.floor(at)
  const high = Math.min(low + 1, sorted.length - 1)
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!)
}

/** √((W (n − 1)/n + B/n) / W), W within and B between half-chains. Source: Gelman & Rubin (1992), as split in Gelman et al. (2013). */
function splitRHat(halves: Chains): number {
  const { within, pooled } = variances(halves)
  return Math.sqrt(pooled / within)
}

/**
 * Effective sample size from all half-chains at once.
 *
 *     ρₜ = 1 − (W − mean autocovarianceₜ)/V̂;   ESS = S / (−1 + 2 Σ Pₖ), Pₖ = ρ₂ₖ + ρ₂ₖ₊₁ while positive, made never to rise,
 *     and half of the next even ρ if that alone is positive
 *
 * Units    draws.
 * Valid    at most S log₁₀ S, which antithetic chains could pass.
 * Source   Geyer (1992), Statistical Science 7(4), 473–483 (initial monotone sequence); Vehtari et al. (2021), §3.2.
 */
function effectiveSampleSize(halves: Chains): number {
  const count = halves.length * halves[0]!.length
  const { within, pooled } = variances(halves)
  if (!(pooled > 0)) return halves.length
  const centred = halves.map(centredOf)
  const correlation = (lag: number) => 1 - (within - meanOf(Float64Array.from(centred, (half) => autocovariance(half, lag)))) / pooled
  const longest = halves[0]!.length - 1
  let pair = 1 + correlation(1)
  let sum = pair
  for (let lag = 2; lag + 1 < longest; lag += 2) {
    const even = correlation(lag)
    const next = even + correlation(lag + 1)
    if (next <= 0) {
      sum += Math.max(0, even) / 2
      break
    }
    pair = Math.min(pair, next)
    sum += pair
  }
  return Math.min(count / Math.max(2 * sum - 1, 1 / log10(count)), count * log10(count))
}

const log10 = (x: number) => log(x) / Math.LN10

/** Mean variance inside half-chains, and the variance of all of them estimated from both inside and between. */
function variances(halves: Chains) {
  const n = halves[0]!.length
  const within = meanOf(Float64Array.from(halves, varianceOf))
  const between = varianceOf(Float64Array.from(halves, meanOf))
  return { within, pooled: (within * (n - 1)) / n + between }
}

function centredOf(half: Float64Array): Float64Array {
  const mean = meanOf(half)
  return half.map((draw) => draw - mean)
}

/** With n below at every lag: biased towards nought, and steady far out. */
function autocovariance(centred: Float64Array, lag: number): number {
  let sum = 0
  for (let i = lag; i < centred.length; i++) sum += centred[i]! * centred[i - lag]!
  return sum / centred.length
}

function rankNormalised(halves: Chains): Chains {
  const all = joined(halves)
  const n = halves[0]!.length
  const scores = averageRanks(all).map((rank) => normalQuantile((rank - 3 / 8) / (all.length + 1 / 4)))
  return halves.map((_, half) => scores.subarray(half * n, (half + 1) * n))
}

/** Ranks from 1; draws that are equal share the mean of theirs. */
function averageRanks(draws: Float64Array): Float64Array {
  const order = Uint32Array.from(draws, (_, i) => i).sort((a, b) => draws[a]! - draws[b]!)
  const ranks = new Float64Array(draws.length)
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && draws[order[to]!] === draws[order[from]!]) to++
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + 1 + to) / 2
  }
  return ranks
}

function splitInHalves(chain: Float64Array): Chains {
  const half = Math.floor(chain.length / 2)
  return [chain.subarray(0, half), chain.subarray(chain.length - half)]
}

function joined(halves: Chains): Float64Array {
  const all = new Float64Array(halves.length * halves[0]!.length)
  halves.forEach((half, i) => all.set(half, i * half.length))
  return all
}

function meanOf(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum / values.length
}

function varianceOf(values: Float64Array): number {
  const mean = meanOf(values)
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i]! - mean) * (values[i]! - mean)
  return sum / (values.length - 1)
}
