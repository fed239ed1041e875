import type { LogDensity } from './log-density.ts'

/** A point of a Hamiltonian trajectory. Never changed once made: trees share them. */
export interface PhasePoint {
  readonly position: Float64Array
  readonly momentum: Float64Array
  readonly gradient: Float64Array
  readonly logDensity: number
  /** −ln p(position) + ½ Σ vᵢ pᵢ². */
  readonly energy: number
}

/** Variances along each axis, as estimated: the inverse of the diagonal mass matrix. */
export type InverseMass = Float64Array

export function phasePoint(density: LogDensity, inverseMass: InverseMass, position: Float64Array, momentum: Float64Array): PhasePoint {
  const gradient = new Float64Array(density.dimension)
  const logDensity = density.evaluate(position, gradient)
  return { position, momentum, gradient, logDensity, energy: kinetic(inverseMass, momentum) - logDensity }
}

/**
 * One leapfrog step, forwards in time for `stepSize` > 0 and backwards below.
 *
 *     p½ = p + ½ε ∇ln π(q)      q' = q + ε v∘p½      p' = p½ + ½ε ∇ln π(q')
 *
 * Units    those of the density's own parameters; v is the inverse mass.
 * Valid    any ε; energy is kept to O(ε²) while ε is below twice the smallest scale of the density.
 * Source   Neal (2011), MCMC using Hamiltonian dynamics, §2.3, in Handbook of Markov Chain Monte Carlo.
 */
export function leapfrog(density: LogDensity, inverseMass: InverseMass, from: PhasePoint, stepSize: number): PhasePoint {
  const position = new Float64Array(density.dimension)
  const momentum = new Float64Array(density.dimension)
  for (let i = 0; i < momentum.length; i++) {
    momentum[i] = from.momentum[i]! + 0.5 * stepSize * from.gradient[i]!
    position[i] = from.position[i]! + stepSize * inverseMass[i]! * momentum[i]!
  }
  const gradient = new Float64Array(density.dimension)
  const logDensity = density.evaluate(position, gradient)
  for (let i = 0; i < momentum.length; i++) momentum[i]! += 0.5 * stepSize * gradient[i]!
  return { position, momentum, gradient, logDensity, energy: kinetic(inverseMass, momentum) - logDensity }
}

/** A fresh momentum at the same place: each axis normal with the mass as its variance. */
export function withFreshMomentum(point: PhasePoint, inverseMass: InverseMass, normal: () => number): PhasePoint {
  const momentum = inverseMass.map((variance) => normal() / Math.sqrt(variance))
  return { ...point, momentum, energy: kinetic(inverseMass, momentum) - point.logDensity }
}

function kinetic(inverseMass: InverseMass, momentum: Float64Array): number {
  let sum = 0
  for (let i = 0; i < momentum.length; i++) sum += inverseMass[i]! * momentum[i]! * momentum[i]!
  return 0.5 * sum
}
