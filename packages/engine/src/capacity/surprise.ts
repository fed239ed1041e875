/** How far sets fell from what was expected of them: squares ÷ their expectation, a decayed sum and its weight. */
export interface Surprise {
  readonly sum: number
  readonly weight: number
}

export const NO_SURPRISE: Surprise = { sum: 0, weight: 0 }

/** Weight of the ordinary noise, in sets, and how fast old surprises fade. */
const PRIOR_SETS = 12
const MEMORY = 0.97
/** A typing error should widen what is expected, not drown it. */
const LARGEST_SQUARE = 9

export const surprisedBy = ({ sum, weight }: Surprise, square: number): Surprise => ({
  sum: MEMORY * sum + Math.min(square, LARGEST_SQUARE),
  weight: MEMORY * weight + 1,
})

/** How much noisier than usual this lifter's sets are, as a factor of the variance. */
export const noisinessOf = ({ sum, weight }: Surprise) => (PRIOR_SETS + sum) / (PRIOR_SETS + weight)
