import { FORECAST_REPS } from '../lifter/sets.ts'
import { ANCHORS } from './anchors.ts'
import type { Habit } from './habit.ts'
import { BINS, LIFTER_CONTEXTS, LIFTER_RESIDUALS, MOVEMENT_CONTEXTS, RESIDUAL_REACH } from './residual-cells.ts'
import { quickLog } from './quick.ts'
import type { Recall } from './recall.ts'

const LIFTER_MEMORY = 0.98
const MOVEMENT_MEMORY = 0.9
/** How many sets the wider circle's experience is worth. */
const LIFTER_PRIOR_SETS = 8
const POPULATION_PRIOR_SETS = 6
const SCORE_MEMORY = 0.95
const HIT_MEMORY = 0.95
/** Past the ends each further rep is this much less likely. */
const TAIL = 0.75
const LEAST = 1e-5

/** Nobody's habit: half of sets repeat, the rest fall off by distance. */
const POPULATION = populationResiduals()

/** Forecasts of the anchors: each one's answer, spread by how it has missed for this lifter and movement. */
export class ResidualForecasts {
  /** ln p: [anchor][reps − 1]. */
  readonly logs = new Float64Array(ANCHORS * FORECAST_REPS)
  readonly probabilities = new Float64Array(ANCHORS * FORECAST_REPS)
  private readonly bins = new Float64Array(BINS)

  fill(habit: Habit, recall: Recall): void {
    for (let a = 0; a < ANCHORS; a++) {
      this.mix(habit.residuals, recall.own.residuals, a, recall)
      this.spread(recall.anchors[a]!, a * FORECAST_REPS)
    }
  }

  private mix(lifter: readonly number[], movement: Float64Array, a: number, recall: Recall): void {
    const ofLifter = lifterCell(a, recall)
    const ofMovement = movementCell(a, recall)
    const lifterWeight = weightAt(lifter, ofLifter)
    const movementWeight = recall.own.isKnown ? weightAt(movement, ofMovement) : 0
    const fromLifter = LIFTER_PRIOR_SETS / (movementWeight + LIFTER_PRIOR_SETS)
    const scale = 1 / (lifterWeight + POPULATION_PRIOR_SETS)
    for (let b = 0; b < BINS; b++) {
      const wide = ((lifterWeight > 0 ? lifter[ofLifter + b]! : 0) + POPULATION_PRIOR_SETS * POPULATION[b]!) * scale
      this.bins[b] = fromLifter * wide + (movementWeight > 0 ? movement[ofMovement + b]! / (movementWeight + LIFTER_PRIOR_SETS) : 0)
    }
  }

  private spread(anchor: number, at: number): void {
    const base = Math.floor(anchor)
    const part = anchor - base
    const { bins, probabilities, logs } = this
    let sum = 0
    for (let r = 1; r <= FORECAST_REPS; r++) {
      const p =
        (part === 0 ? atOffset(bins, r - base) : (1 - part) * atOffset(bins, r - base) + part * atOffset(bins, r - base - 1)) + LEAST
      probabilities[at + r - 1] = p
      sum += p
    }
    const scale = 1 / sum
    for (let i = at; i < at + FORECAST_REPS; i++) {
      const p = probabilities[i]! * scale
      probabilities[i] = p
      logs[i] = quickLog(p)
    }
  }
}

/** Learns how each anchor missed, how likely it held what happened, and whether it hit. */
export function learnResiduals(habit: Habit, recall: Recall, forecasts: ResidualForecasts, reps: number): void {
  const { own } = recall
  grow(habit.residuals, LIFTER_RESIDUALS)
  grow(habit.scores, 2 * ANCHORS)
  grow(habit.hits, ANCHORS, 0.5)
  const phase = recall.today > 0 ? ANCHORS : 0
  let best = Number.NEGATIVE_INFINITY
  for (let a = 0; a < ANCHORS; a++) best = Math.max(best, forecasts.logs[a * FORECAST_REPS + reps - 1]!)
  for (let a = 0; a < ANCHORS; a++) {
    count(habit.residuals, lifterCell(a, recall), LIFTER_MEMORY, reps - recall.anchors[a]!)
    count(own.residuals, movementCell(a, recall), MOVEMENT_MEMORY, reps - recall.anchors[a]!)
    const score = forecasts.logs[a * FORECAST_REPS + reps - 1]! - best
    const hit = Math.round(recall.anchors[a]!) === reps ? 1 : 0
    for (const keeper of [habit, own]) {
      keeper.scores[phase + a] = rounded(SCORE_MEMORY * keeper.scores[phase + a]! + (1 - SCORE_MEMORY) * score)
      keeper.hits[a] = rounded(HIT_MEMORY * keeper.hits[a]! + (1 - HIT_MEMORY) * hit)
    }
  }
}

/** Four decimals are more than habits have, and make small JSON. */
export const rounded = (value: number) => Math.round(value * 10_000) / 10_000 + 0

const lifterCell = (a: number, recall: Recall) => (a * LIFTER_CONTEXTS + (recall.today > 0 ? 3 : 0) + recall.loadAgainst[a]!) * BINS
const movementCell = (a: number, recall: Recall) => (a * MOVEMENT_CONTEXTS + (recall.today > 0 ? 1 : 0)) * BINS

function weightAt(counts: ArrayLike<number>, cell: number) {
  if (counts.length === 0) return 0
  let sum = 0
  for (let b = 0; b < BINS; b++) sum += counts[cell + b]!
  return sum
}

function count(counts: number[] | Float64Array, cell: number, memory: number, residual: number): void {
  const base = Math.floor(residual)
  const part = residual - base
  for (let b = cell; b < cell + BINS; b++) counts[b] = rounded(counts[b]! * memory)
  const low = cell + binOf(base)
  counts[low] = rounded(counts[low]! + 1 - part)
  const high = cell + binOf(base + 1)
  counts[high] = rounded(counts[high]! + part)
}

const binOf = (offset: number) => Math.max(0, Math.min(BINS - 1, offset + RESIDUAL_REACH))

function atOffset(bins: Float64Array, offset: number) {
  const distance = offset < 0 ? -offset : offset
  return distance < RESIDUAL_REACH ? bins[offset + RESIDUAL_REACH]! : bins[offset < 0 ? 0 : BINS - 1]! * TAILS[distance - RESIDUAL_REACH]!
}

const TAILS = tails()

function tails() {
  const shares = new Float64Array(2 * FORECAST_REPS)
  let share = 1 - TAIL
  for (let i = 0; i < shares.length; i++, share *= TAIL) shares[i] = share
  return shares
}

function populationResiduals() {
  const bins = new Float64Array(BINS)
  let share = 0.13
  bins[RESIDUAL_REACH] = 0.44
  for (let d = 1; d < RESIDUAL_REACH; d++, share *= 0.55) bins[RESIDUAL_REACH - d] = bins[RESIDUAL_REACH + d] = share
  bins[0] = bins[BINS - 1] = share / (1 - 0.55)
  const sum = bins.reduce((total, p) => total + p, 0)
  return bins.map((p) => p / sum)
}

function grow(values: number[], length: number, start = 0): void {
  while (values.length < length) values.push(start)
}
