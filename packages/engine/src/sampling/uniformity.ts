import type { Rng } from '@gymgenius/domain'
import { exp, pow } from '../numerics/elementary.ts'
import { normalCdf } from '../numerics/normal.ts'

/** How likely ranks as uneven as these would be if every rank were equally likely. */
export interface Uniformity {
  /** Sees too narrow and too wide posteriors best. */
  readonly chiSquareP: number
  /** Sees shifted posteriors best. */
  readonly ecdfP: number
  /** The largest distance between the ranks' distribution function and the diagonal. */
  readonly ecdfDeviation: number
  readonly histogram: readonly number[]
}

/**
 * Are simulation-based calibration ranks uniform on 0 … `draws`?
 *
 *     X² = Σ (countₖ − expected)²/expected, p by Wilson–Hilferty;   D = max |F(u) − u|, p = 2 Σ (−1)^(k−1) e^(−2k²λ²),
 *     λ = (√n + 0.12 + 0.11/√n) D,  u = (rank + uniform)/(draws + 1), which takes the steps out of the ranks
 *
 * Units    ranks are counts of draws below the truth.
 * Valid    five or more expected in a bin; draws + 1 a multiple of `bins`.
 * Source   Talts, Betancourt, Simpson, Vehtari & Gelman (2018), arXiv:1804.06788; ECDF: Säilynoja, Bürkner & Vehtari (2022),
 *          Stat Comput 32, 32; Stephens (1970), J R Stat Soc B 32, 115–122; Wilson & Hilferty (1931), PNAS 17, 684–688.
 */
export function uniformity(ranks: readonly number[], draws: number, bins: number, rng: Rng): Uniformity {
  const histogram = Array.from({ length: bins }, () => 0)
  for (const rank of ranks) histogram[Math.floor((rank * bins) / (draws + 1))]!++
  const expected = ranks.length / bins
  const chiSquare = histogram.reduce((sum, count) => sum + ((count - expected) * (count - expected)) / expected, 0)
  const smoothed = ranks.map((rank) => (rank + rng()) / (draws + 1)).sort((a, b) => a - b)
  const ecdfDeviation = smoothed.reduce((most, u, i) => Math.max(most, u - i / ranks.length, (i + 1) / ranks.length - u), 0)
  return { chiSquareP: chiSquareTail(chiSquare, bins - 1), ecdfP: kolmogorovTail(ecdfDeviation, ranks.length), ecdfDeviation, histogram }
}

function chiSquareTail(x: number, degrees: number): number {
  const spread = 2 / (9 * degrees)
  return 1 - normalCdf((pow(x / degrees, 1 / 3) - (1 - spread)) / Math.sqrt(spread))
}

function kolmogorovTail(deviation: number, count: number): number {
  const root = Math.sqrt(count)
  const lambda = (root + 0.12 + 0.11 / root) * deviation
  let sum = 0
  for (let k = 1; k <= 100; k++) sum += (k % 2 === 1 ? 2 : -2) * exp(-2 * k * k * lambda * lambda)
  return Math.min(1, Math.max(0, sum))
}
