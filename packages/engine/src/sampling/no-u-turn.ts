import type { Rng } from '@gymgenius/domain'
import { exp, log1p } from '../numerics/elementary.ts'
import type { LogDensity } from './log-density.ts'
import { type InverseMass, leapfrog, type PhasePoint } from './trajectory.ts'

/** An error in energy past which a trajectory has left the density behind: it never returns from there. */
const DIVERGED = 1000
export const DEEPEST_TREE = 10

/** What every transition needs, the same for a whole phase of a chain. */
export interface Mover {
  readonly density: LogDensity
  readonly inverseMass: InverseMass
  readonly stepSize: number
  readonly rng: Rng
}

export interface Transition {
  readonly point: PhasePoint
  /** Mean acceptance a plain Metropolis step would have had along the trajectory: what the step size is tuned by. */
  readonly acceptance: number
  readonly steps: number
  readonly depth: number
  readonly diverged: boolean
}

/** A stretch of trajectory: its two ends, one point drawn from it, and the sums its parents need. */
interface Tree {
  readonly back: PhasePoint
  readonly front: PhasePoint
  readonly drawn: PhasePoint
  /** ln Σ e^(H₀ − H) over its points. */
  readonly logWeight: number
  readonly momentumSum: Float64Array
  /** It turned back on itself or diverged: nothing may be drawn from it. */
  readonly stopped: boolean
}

interface Tally {
  steps: number
  acceptance: number
  diverged: boolean
}

/**
 * One transition of the no-U-turn sampler with multinomial draws from the trajectory.
 *
 *     A trajectory doubles, forwards or backwards by a fair coin, until an end points back along the way travelled:
 *     p♯ · ρ ≤ 0 with p♯ = v∘p at either end and ρ the sum of all momenta, for the whole and across each joint.
 *     Inside a half a point is drawn in proportion to e^−H; between the old whole and the new half, the new is taken with
 *     probability min(1, w_new / w_old), which travels further and leaves the density invariant.
 *
 * Units    those of the density's own parameters.
 * Valid    densities smooth almost everywhere; at most 2^DEEPEST_TREE − 1 steps.
 * Source   Hoffman & Gelman (2014), J Mach Learn Res 15, 1593–1623; multinomial draws and the criterion with ρ: Betancourt
 *          (2017), arXiv:1701.02434, appendix A. Criterion across the joint: Stan reference manual, MCMC sampling.
 */
export function noUTurn(mover: Mover, start: PhasePoint, deepest = DEEPEST_TREE): Transition {
  const tally: Tally = { steps: 0, acceptance: 0, diverged: false }
  let tree: Tree = { back: start, front: start, drawn: start, logWeight: 0, momentumSum: start.momentum, stopped: false }
  let depth = 0
  while (depth < deepest) {
    const forwards = mover.rng() < 0.5
    const added = grow(mover, forwards ? tree.front : tree.back, forwards, depth, start.energy, tally)
    depth++
    if (added.stopped) break
    const takesNew = mover.rng() < exp(added.logWeight - tree.logWeight)
    tree = joined(mover.inverseMass, tree, added, forwards, takesNew)
    if (tree.stopped) break
  }
  return { point: tree.drawn, acceptance: tally.acceptance / tally.steps, steps: tally.steps, depth, diverged: tally.diverged }
}

/** 2^depth further points beyond `end`. Stops early at a turn or a divergence. */
function grow(mover: Mover, end: PhasePoint, forwards: boolean, depth: number, startEnergy: number, tally: Tally): Tree {
  if (depth === 0) return leaf(mover, end, forwards, startEnergy, tally)
  const near = grow(mover, end, forwards, depth - 1, startEnergy, tally)
  if (near.stopped) return near
  const far = grow(mover, forwards ? near.front : near.back, forwards, depth - 1, startEnergy, tally)
  if (far.stopped) return far
  const takesFar = mover.rng() < exp(far.logWeight - logOfSum(near.logWeight, far.logWeight))
  return joined(mover.inverseMass, near, far, forwards, takesFar)
}

function leaf(mover: Mover, end: PhasePoint, forwards: boolean, startEnergy: number, tally: Tally): Tree {
  const point = leapfrog(mover.density, mover.inverseMass, end, forwards ? mover.stepSize : -mover.stepSize)
  const logWeight = Number.isNaN(point.energy) ? Number.NEGATIVE_INFINITY : startEnergy - point.energy
  const diverged = -logWeight > DIVERGED
  tally.steps++
  tally.acceptance += Math.min(1, exp(logWeight))
  tally.diverged ||= diverged
  return { back: point, front: point, drawn: point, logWeight, momentumSum: point.momentum, stopped: diverged }
}

/** Two neighbouring stretches as one; `added` lies beyond `tree` in the direction of travel. */
function joined(inverseMass: InverseMass, tree: Tree, added: Tree, forwards: boolean, takesAdded: boolean): Tree {
  const [earlier, later] = forwards ? [tree, added] : [added, tree]
  const momentumSum = plus(earlier.momentumSum, later.momentumSum)
  const turned =
    turnsBack(inverseMass, earlier.back, later.front, momentumSum) ||
    turnsBack(inverseMass, earlier.back, later.back, plus(earlier.momentumSum, later.back.momentum)) ||
    turnsBack(inverseMass, earlier.front, later.front, plus(later.momentumSum, earlier.front.momentum))
  return {
    back: earlier.back,
    front: later.front,
    drawn: takesAdded ? added.drawn : tree.drawn,
    logWeight: logOfSum(tree.logWeight, added.logWeight),
    momentumSum,
    stopped: turned,
  }
}

function turnsBack(inverseMass: InverseMass, back: PhasePoint, front: PhasePoint, momentumSum: Float64Array): boolean {
  let atBack = 0
  let atFront = 0
  for (let i = 0; i < momentumSum.length; i++) {
    const travelled = inverseMass[i]! * momentumSum[i]!
    atBack += back.momentum[i]! * travelled
    atFront += front.momentum[i]! * travelled
  }
  return atBack <= 0 || atFront <= 0
}

function plus(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length)
  for (let i = 0; i < sum.length; i++) sum[i] = a[i]! + b[i]!
  return sum
}

const logOfSum = (a: number, b: number) => (a > b ? a + log1p(exp(b - a)) : b === Number.NEGATIVE_INFINITY ? b : b + log1p(exp(a - b)))
