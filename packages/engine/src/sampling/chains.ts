import { type Rng, seededRng } from '@gymgenius/domain'
import type { LogDensity } from './log-density.ts'
import { DEEPEST_TREE, noUTurn } from './no-u-turn.ts'
import { standardNormals } from './standard-normal.ts'
import { firstStepSize, stepSizeTuner } from './step-size.ts'
import { type InverseMass, type PhasePoint, phasePoint, withFreshMomentum } from './trajectory.ts'
import { openingEnds, scaleLearner, windowEnds } from './warm-up.ts'

export interface ChainPlan {
  readonly warmUp: number
  readonly draws: number
  readonly targetAcceptance?: number
  readonly deepestTree?: number
}

/** Where a chain begins. Scales and a step size that are given are kept: those of yesterday still hold, and a short warm-up would only blur them. */
export interface ChainStart {
  readonly position: readonly number[]
  readonly inverseMass?: readonly number[]
  readonly stepSize?: number
}

export interface Chain {
  /** draws[i] is one position after warm-up. */
  readonly draws: readonly Float64Array[]
  readonly stepSize: number
  readonly inverseMass: InverseMass
  /** After warm-up: transitions that diverged, that met the deepest tree, and gradients taken. */
  readonly divergences: number
  readonly deepest: number
  readonly gradients: number
  readonly meanAcceptance: number
}

const TARGET_ACCEPTANCE = 0.8

/** One chain from each start, each with a stream of its own seeded from `rng`. */
export function runChains(density: LogDensity, starts: readonly ChainStart[], plan: ChainPlan, rng: Rng): readonly Chain[] {
  const seeds = starts.map(() => Math.floor(rng() * 2 ** 32))
  return starts.map((start, chain) => runChain(density, start, plan, seededRng(seeds[chain]!)))
}

export function runChain(density: LogDensity, start: ChainStart, plan: ChainPlan, rng: Rng): Chain {
  const { draws: count, deepestTree = DEEPEST_TREE } = plan
  const normal = standardNormals(rng)
  const warm = warmedUp(density, start, plan, rng, normal)
  const mover = { density, inverseMass: warm.inverseMass, stepSize: warm.stepSize, rng }
  const draws: Float64Array[] = []
  let point = warm.point
  let divergences = 0
  let deepest = 0
  let gradients = 0
  let acceptance = 0
  for (let i = 0; i < count; i++) {
    const moved = noUTurn(mover, withFreshMomentum(point, mover.inverseMass, normal), deepestTree)
    point = moved.point
    draws.push(point.position)
    divergences += moved.diverged ? 1 : 0
    deepest += moved.depth === deepestTree ? 1 : 0
    gradients += moved.steps
    acceptance += moved.acceptance
  }
  const { inverseMass, stepSize } = mover
  return { draws, stepSize, inverseMass, divergences, deepest, gradients, meanAcceptance: acceptance / count }
}

interface WarmChain {
  readonly point: PhasePoint
  readonly inverseMass: InverseMass
  readonly stepSize: number
}

function warmedUp(density: LogDensity, start: ChainStart, plan: ChainPlan, rng: Rng, normal: () => number): WarmChain {
  const { targetAcceptance = TARGET_ACCEPTANCE, deepestTree = DEEPEST_TREE } = plan
  const learnsScales = start.inverseMass === undefined
  const learnsStep = start.stepSize === undefined
  const ends = learnsScales ? windowEnds(plan.warmUp) : []
  const opens = openingEnds(plan.warmUp)
  let inverseMass: InverseMass = Float64Array.from(start.inverseMass ?? start.position.map(() => 1))
  let point = phasePoint(density, inverseMass, Float64Array.from(start.position), new Float64Array(density.dimension))
  const fitting = (guess: number) => firstStepSize(density, inverseMass, point, normal, guess, targetAcceptance)
  let tuner = stepSizeTuner(start.stepSize ?? fitting(1), targetAcceptance)
  let scales = scaleLearner(density.dimension)
  for (let i = 0; i < plan.warmUp; i++) {
    const moved = noUTurn(
      { density, inverseMass, stepSize: tuner.current(), rng },
      withFreshMomentum(point, inverseMass, normal),
      deepestTree,
    )
    point = moved.point
    if (learnsStep) tuner.learn(moved.acceptance)
    if (i >= opens) scales.add(point.position)
    if (!ends.includes(i + 1)) continue
    inverseMass = scales.inverseMass()
    scales = scaleLearner(density.dimension)
    tuner = stepSizeTuner(fitting(tuner.current()), targetAcceptance)
  }
  return { point, inverseMass, stepSize: tuner.settled() }
}
