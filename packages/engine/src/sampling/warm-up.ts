import type { InverseMass } from './trajectory.ts'

/** Shares of the warm-up that only tune the step, before and after the windows in which scales are learned; and their limits. */
const OPENING = { share: 0.15, most: 75 }
const CLOSING = { share: 0.1, most: 50 }
const FIRST_WINDOW = 25

/**
 * The iterations after which the scales learned so far are taken over: windows that double, so that each forgets the
 * journey before it, and the last as long as what is left.
 *
 * Source   Stan reference manual, adaptation in three phases (75 + windows from 25 doubling + 50 for 1,000 iterations;
 *          15 %, 75 % and 10 % when there are fewer).
 */
export function windowEnds(iterations: number): readonly number[] {
  const closes = iterations - Math.min(CLOSING.most, Math.floor(CLOSING.share * iterations))
  const ends: number[] = []
  let start = Math.min(OPENING.most, Math.floor(OPENING.share * iterations))
  for (let length = FIRST_WINDOW; start < closes; length *= 2) {
    const isLast = start + length + 2 * length > closes
    start = isLast ? closes : start + length
    ends.push(start)
  }
  return ends
}

/** The opening phase gathers no scales: the chain may still be travelling. */
export const openingEnds = (iterations: number) => Math.min(OPENING.most, Math.floor(OPENING.share * iterations))

export interface ScaleLearner {
  readonly add: (position: Float64Array) => void
  readonly inverseMass: () => InverseMass
}

/** Few draws are pulled towards a small common variance by this many imagined ones. */
const IMAGINED_DRAWS = 5
const IMAGINED_VARIANCE = 1e-3

/**
 * Variances along the axes from the draws of one window.
 *
 *     v = n/(n + 5) · s² + 5/(n + 5) · 10⁻³
 *
 * Units    squared units of each parameter.
 * Valid    n ≥ 2; parameters scaled to about one, as those of the models here are.
 * Source   Welford (1962), Technometrics 4(3), 419–420, for s²; regularisation as in the Stan reference manual.
 */
export function scaleLearner(dimension: number): ScaleLearner {
  let count = 0
  const mean = new Float64Array(dimension)
  const squares = new Float64Array(dimension)
  return {
    add(position) {
      count++
      for (let i = 0; i < dimension; i++) {
        const before = position[i]! - mean[i]!
        mean[i]! += before / count
        squares[i]! += before * (position[i]! - mean[i]!)
      }
    },
    inverseMass() {
      const share = count / (count + IMAGINED_DRAWS)
      return squares.map((sum) => (share * sum) / Math.max(1, count - 1) + (1 - share) * IMAGINED_VARIANCE)
    },
  }
}
