import { exp, log, pow } from '../numerics/elementary.ts'
import type { LogDensity } from './log-density.ts'
import { type InverseMass, leapfrog, type PhasePoint, withFreshMomentum } from './trajectory.ts'

/** Shrinkage, early damping and forgetting of the averaging, as published. */
const GAMMA = 0.05
const EARLY = 10
const FORGETTING = 0.75

export interface StepSizeTuner {
  /** To be used while tuning: jumps about, on purpose. */
  readonly current: () => number
  /** To be kept when tuning ends. */
  readonly settled: () => number
  readonly learn: (acceptance: number) => void
}

/**
 * Finds the step size at which the mean acceptance is `target`.
 *
 *     H̄ ← (1 − w) H̄ + w (target − acceptance), w = 1/(t + t₀);   ln ε = ln(10 ε₀) − H̄ √t / γ
 *     ln ε̄ ← t^−κ ln ε + (1 − t^−κ) ln ε̄
 *
 * Units    step in units of the scaled parameters; acceptance 0–1.
 * Valid    0 < target < 1; 0.8 for most densities, nearer 1 for strongly curved ones.
 * Source   Nesterov's dual averaging as in Hoffman & Gelman (2014), §3.2.1; γ = 0.05, t₀ = 10, κ = 0.75.
 */
export function stepSizeTuner(first: number, target: number): StepSizeTuner {
  const centre = log(10 * first)
  let round = 0
  let shortfall = 0
  let logStep = log(first)
  let logSettled = logStep
  return {
    current: () => exp(logStep),
    settled: () => exp(logSettled),
    learn(acceptance) {
      round++
      const weight = 1 / (round + EARLY)
      shortfall = (1 - weight) * shortfall + weight * (target - acceptance)
      logStep = centre - (shortfall * Math.sqrt(round)) / GAMMA
      const newest = pow(round, -FORGETTING)
      logSettled = newest * logStep + (1 - newest) * logSettled
    },
  }
}

/** Below this a density cannot be followed at all; above, nothing was learned from it. */
const SMALLEST_STEP = 1e-10
const LARGEST_STEP = 1e7

/**
 * A step size of the right order: halved or doubled until one step is accepted with about `target` probability.
 * Source: Hoffman & Gelman (2014), algorithm 4.
 */
export function firstStepSize(
  density: LogDensity,
  inverseMass: InverseMass,
  from: PhasePoint,
  normal: () => number,
  guess: number,
  target: number,
): number {
  const isAccepted = (step: number) => {
    const start = withFreshMomentum(from, inverseMass, normal)
    return start.energy - leapfrog(density, inverseMass, start, step).energy > log(target)
  }
  let step = guess
  const grows = isAccepted(step)
  while (step > SMALLEST_STEP && step < LARGEST_STEP && isAccepted(step) === grows) step *= grows ? 2 : 0.5
  return step
}
