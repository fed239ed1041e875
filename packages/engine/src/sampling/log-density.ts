/** A density over unbounded parameters, up to a constant, with its slope: all the sampler knows of a model. */
export interface LogDensity {
  readonly dimension: number
  /** ln p(position) + constant; writes its gradient into `gradient`. −Infinity or NaN where the position is impossible. */
  readonly evaluate: (position: Float64Array, gradient: Float64Array) => number
}
