import { seededRng } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exp } from '../numerics/elementary.ts'
import { runChains } from './chains.ts'
import { diagnose } from './diagnostics.ts'
import type { LogDensity } from './log-density.ts'
import { eightSchools, funnel, gaussian } from './testing/densities.ts'
import { slopeError } from './testing/slope.ts'

const PLAN = { warmUp: 500, draws: 1000 }

function sampled(density: LogDensity, { plan = PLAN, seed = 1, position = 0.1 } = {}) {
  const starts = [1, -1, 2, -2].map((sign) => ({ position: Array.from({ length: density.dimension }, () => sign * position) }))
  const chains = runChains(density, starts, plan, seededRng(seed))
  const of = (quantity: (draw: Float64Array) => number) => diagnose(chains.map(({ draws }) => Float64Array.from(draws, quantity)))
  return { chains, of }
}

/** Four Monte Carlo errors: a right sampler fails one check in sixteen thousand, and the seeds are fixed. */
const FAR = 4

test.each([
  [
    'Gaussian',
    gaussian(
      [1, -2],
      [
        [2, 0.5],
        [0.5, 1],
      ],
    ),
  ],
  ['funnel', funnel(3)],
  ['eight schools', eightSchools],
])('the gradient of the %s is the slope of its density', (_, density) => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: density.dimension, maxLength: density.dimension }),
      (position) => {
        expect(slopeError(density, position)).toBeLessThan(1e-6)
      },
    ),
  )
})

// Normal mean with known noise: prior N(0, 2²), five measurements of mean 3 with sd 1. Posterior precision 1/4 + 5.
test('a normal mean is found where the conjugate formula puts it', () => {
  const precision = 1 / 4 + 5
  const mean = (5 * 3) / precision
  const { of } = sampled(gaussian([mean], [[precision]]))
  const found = of((draw) => draw[0]!)
  const square = of((draw) => (draw[0]! - mean) ** 2)
  expect(Math.abs(found.mean - mean)).toBeLessThan(FAR * found.mcse)
  expect(Math.abs(square.mean - 1 / precision)).toBeLessThan(FAR * square.mcse)
})

// Gamma(a, b) variance of a known mean, on the log scale: the posterior of a precision given sums of squares.
test('a precision is found where the conjugate formula puts it', () => {
  const [shape, rate] = [6, 4]
  const logGamma: LogDensity = {
    dimension: 1,
    evaluate(position, gradient) {
      const precision = exp(position[0]!)
      gradient[0] = shape - rate * precision
      return shape * position[0]! - rate * precision
    },
  }
  const { of } = sampled(logGamma)
  const found = of((draw) => exp(draw[0]!))
  const square = of((draw) => (exp(draw[0]!) - shape / rate) ** 2)
  expect(Math.abs(found.mean - shape / rate)).toBeLessThan(FAR * found.mcse)
  expect(Math.abs(square.mean - shape / rate ** 2)).toBeLessThan(FAR * square.mcse)
})

// Scales a hundredfold apart and a correlation of 0.9: precision of [[1, 0.9·100], [0.9·100, 100²]], then an axis of its own.
test('correlation and unlike scales are both recovered', () => {
  const inverse = 1 / (1 - 0.81)
  const density = gaussian(
    [0, 50, 3],
    [
      [inverse, (-0.9 * inverse) / 100, 0],
      [(-0.9 * inverse) / 100, inverse / 1e4, 0],
      [0, 0, 1e4],
    ],
  )
  const { of, chains } = sampled(density)
  const product = of((draw) => (draw[0]! * (draw[1]! - 50)) / 100)
  const wide = of((draw) => draw[1]!)
  const narrow = of((draw) => (draw[2]! - 3) ** 2)
  expect(Math.abs(product.mean - 0.9)).toBeLessThan(FAR * product.mcse)
  expect(Math.abs(wide.mean - 50)).toBeLessThan(FAR * wide.mcse)
  expect(Math.abs(narrow.mean - 1e-4)).toBeLessThan(FAR * narrow.mcse)
  expect(Math.max(product.rHat, wide.rHat, narrow.rHat)).toBeLessThan(1.01)
  expect(chains.reduce((sum, { divergences }) => sum + divergences, 0)).toBe(0)
})

// Schools integrated out and (μ, ln τ) summed over a grid of 1,401 × 4,001: μ 4.397 ± 3.318, τ 3.598 ± 3.220, first school 6.212.
// posteriordb's reference (eight_schools-eight_schools_noncentered, Monte Carlo): 4.411 ± 0.033, 3.602 ± 0.032, 6.151 ± 0.056.
test('eight schools have the published posterior', () => {
  const { of, chains } = sampled(eightSchools)
  const mu = of((draw) => draw[0]!)
  const tau = of((draw) => exp(draw[1]!))
  const firstSchool = of((draw) => draw[0]! + exp(draw[1]!) * draw[2]!)
  expect(Math.abs(mu.mean - 4.397)).toBeLessThan(FAR * mu.mcse)
  expect(Math.abs(tau.mean - 3.598)).toBeLessThan(FAR * tau.mcse)
  expect(Math.abs(firstSchool.mean - 6.212)).toBeLessThan(FAR * firstSchool.mcse)
  expect([mu.sd / 3.318, tau.sd / 3.22].every((ratio) => Math.abs(ratio - 1) < 0.15)).toBe(true)
  expect(Math.max(mu.rHat, tau.rHat)).toBeLessThan(1.01)
  expect(Math.min(mu.bulkEss, tau.bulkEss)).toBeGreaterThan(1000)
  expect(chains.every(({ deepest }) => deepest === 0)).toBe(true)
})

test('the neck of a funnel is reported, not passed over', () => {
  const { chains, of } = sampled(funnel(9))
  expect(chains.reduce((sum, { divergences }) => sum + divergences, 0)).toBeGreaterThan(0)
  expect(of((draw) => draw[0]!).rHat).toBeGreaterThan(1.01)
})

const lastDraw = (seed: number) => sampled(eightSchools, { plan: { warmUp: 50, draws: 20 }, seed }).chains[3]!.draws[19]

test('the same seed gives the same draws, another seed others', () => {
  expect(lastDraw(7)).toEqual(lastDraw(7))
  expect(lastDraw(8)).not.toEqual(lastDraw(7))
})

test('a chain that begins with known scales keeps them', () => {
  const density = gaussian(
    [0, 0],
    [
      [1, 0],
      [0, 1e4],
    ],
  )
  const start = { position: [0, 0], inverseMass: [1, 1e-4], stepSize: 0.9 }
  const [chain] = runChains(density, [start], { warmUp: 30, draws: 200 }, seededRng(2))
  expect([...chain!.inverseMass]).toEqual([1, 1e-4])
  expect(chain!.stepSize).toBeCloseTo(0.9, 12)
  expect(chain!.gradients / 200).toBeLessThan(8)
})

test('a step as coarse as the density bears costs acceptance, and never the answer', () => {
  const start = { position: [0, 0], inverseMass: [1, 1], stepSize: 1.1 }
  const chains = runChains(
    gaussian(
      [0, 0],
      [
        [1, 0],
        [0, 3],
      ],
    ),
    [start, start],
    { warmUp: 0, draws: 20_000 },
    seededRng(4),
  )
  const square = diagnose(chains.map(({ draws }) => Float64Array.from(draws, (draw) => draw[1]! ** 2)))
  expect(chains[0]!.stepSize).toBe(1.1)
  expect(Math.abs(square.mean - 1 / 3)).toBeLessThan(FAR * square.mcse)
  expect(square.mcse).toBeLessThan(0.01)
})
