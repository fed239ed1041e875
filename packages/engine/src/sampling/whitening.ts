import { cholesky, inverse, type Matrix, solveLower, solveUpper } from '../numerics/symmetric-matrix.ts'
import type { LogDensity } from './log-density.ts'

/** θ = centre + L z: coordinates in which a density near a normal one is round, and short of twists. */
export interface Whitening {
  readonly centre: readonly number[]
  readonly lower: Matrix
}

export function fromWhite({ centre, lower }: Whitening, z: ArrayLike<number>): Float64Array {
  return Float64Array.from(centre, (value, i) => {
    let sum = value
    for (let k = 0; k <= i; k++) sum += lower[i]![k]! * z[k]!
    return sum
  })
}

export const toWhite = ({ centre, lower }: Whitening, position: readonly number[]): number[] =>
  solveLower(
    lower,
    position.map((value, i) => value - centre[i]!),
  )

/** The same density over z. A linear change of coordinates: its Jacobian is constant. */
export function whitened(density: LogDensity, whitening: Whitening): LogDensity {
  const { dimension } = density
  const slope = new Float64Array(dimension)
  return {
    dimension,
    evaluate(z, gradient) {
      const value = density.evaluate(fromWhite(whitening, z), slope)
      for (let k = 0; k < dimension; k++) {
        let sum = 0
        for (let i = k; i < dimension; i++) sum += whitening.lower[i]![k]! * slope[i]!
        gradient[k] = sum
      }
      return value
    },
  }
}

const MOST_ROUNDS = 30
const NEAR_ENOUGH = 1e-6
const SMALLEST_SHARE = 1 / 1024

/**
 * The coordinates in which the normal approximation at the density's peak is a standard normal.
 *
 *     θ ← θ + s H⁻¹∇ until ∇ᵀH⁻¹∇ < 10⁻⁶, s = 1, ½, ¼, … while the density would fall;   L Lᵀ = H⁻¹, H = −∇² by differences
 *
 * Units    those of the density's parameters.
 * Valid    smooth densities with one peak. They only guide the sampler: a poor fit costs time and changes no answer.
 * Source   Tierney & Kadane (1986), J Am Stat Assoc 81, 82–86, for the approximation; Nocedal & Wright (2006), Numerical
 *          Optimization, 2nd ed., §3.3–3.4, for damped Newton steps with a raised diagonal.
 */
export function whiteningAtPeak(density: LogDensity, start: readonly number[]): Whitening {
  let centre = [...start]
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { value, gradient } = at(density, centre)
    const lower = curvature(density, centre)
    const step = solveUpper(lower, solveLower(lower, gradient))
    if (gradient.reduce((sum, slope, i) => sum + slope * step[i]!, 0) < NEAR_ENOUGH) break
    let share = 1
    const moved = () => centre.map((from, i) => from + share * step[i]!)
    while (share > SMALLEST_SHARE && !(at(density, moved()).value > value)) share /= 2
    centre = moved()
  }
  const lower = curvature(density, centre)
  const precision = lower.map((a, i) => lower.map((b, j) => a.reduce((sum, _, k) => sum + (k <= Math.min(i, j) ? a[k]! * b[k]! : 0), 0)))
  return { centre, lower: cholesky(inverse(precision))! }
}

const STEP = 1e-4

/** The triangle of −∇², its diagonal raised until there is one. */
function curvature(density: LogDensity, position: readonly number[]): Matrix {
  const slopesAt = (axis: number, by: number) =>
    at(
      density,
      position.map((value, i) => (i === axis ? value + by : value)),
    ).gradient
  const rows = position.map((_, axis) => {
    const above = slopesAt(axis, STEP)
    return slopesAt(axis, -STEP).map((below, i) => (below - above[i]!) / (2 * STEP))
  })
  for (let raised = 0; ; raised = Math.max(1, 4 * raised)) {
    const lower = cholesky(rows.map((row, i) => row.map((value, j) => (value + rows[j]![i]!) / 2 + (i === j ? raised : 0))))
    if (lower !== undefined) return lower
  }
}

function at(density: LogDensity, position: readonly number[]) {
  const gradient = new Float64Array(density.dimension)
  const value = density.evaluate(Float64Array.from(position), gradient)
  return { value, gradient: [...gradient] }
}
