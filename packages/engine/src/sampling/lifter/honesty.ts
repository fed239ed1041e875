import { reserveMeant } from '../../capacity/effort.ts'
import { exp } from '../../numerics/elementary.ts'
import type { Matrix } from '../../numerics/symmetric-matrix.ts'
import { spreadSaid } from './history.ts'
import { type LifterPriors, NOISE, RIR_BIAS, USUAL_NOISE } from './parameters.ts'

/** What is believed of a lifter, on the scale of `unbounded`. */
export interface Posterior {
  readonly mean: readonly number[]
  readonly covariance: Matrix
}

/** What is left behind a reserve that was said: the middle, and a range that should hold it four times in five. */
export interface ReserveLeft {
  readonly said: number
  readonly left: number
  readonly low80: number
  readonly high80: number
}

/** Φ⁻¹(0.9). */
const EIGHTY = 1.2815515655446004

/** The share of what was believed before that may remain: at a half, the sets say as much as the prior did. */
const LARGEST_SHARE_LEFT = 0.5

/**
 * The true reserve behind one that this lifter says.
 *
 *     left = q + b q/(1 + q) ± 1.28 √((spread(q) · noise/0.033)² + (sd(b) q/(1 + q))²), none of it below nought
 *
 * Units    repetitions.
 * Valid    0 ≤ q ≤ 4. The model has one noise for load and word together: what a lifter is noisier than usual widens both alike.
 * Source   the likelihood's own reading of a said reserve (`history.ts`, `capacity/effort.ts`), b integrated as a normal.
 */
export function reserveLeft(said: number, { mean, covariance }: Posterior): ReserveLeft {
  const left = reserveMeant(said, mean[RIR_BIAS]!)
  const biasShare = reserveMeant(said, 1) - said
  const spread = (spreadSaid(said) * exp(mean[NOISE]!)) / USUAL_NOISE
  const reach = EIGHTY * Math.sqrt(spread * spread + biasShare * biasShare * covariance[RIR_BIAS]![RIR_BIAS]!)
  return { said, left: Math.max(0, left), low80: Math.max(0, left - reach), high80: Math.max(0, left + reach) }
}

/** The reserve a lifter leaves unsaid, far from failure: its middle and standard deviation, in repetitions. */
export const biasOf = ({ mean, covariance }: Posterior) => ({ mean: mean[RIR_BIAS]!, sd: Math.sqrt(covariance[RIR_BIAS]![RIR_BIAS]!) })

/**
 * Whether the sets said anything of the bias. They cannot where none went to failure beside those that stopped short; then the
 * prior comes back, and must not be told as a finding.
 */
export const tellsBias = ({ covariance }: Posterior, priors: LifterPriors): boolean =>
  covariance[RIR_BIAS]![RIR_BIAS]! <= LARGEST_SHARE_LEFT * priors.covariance[RIR_BIAS]![RIR_BIAS]!
