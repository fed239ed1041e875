import { FORECAST_REPS, type RepForecast } from '../lifter/sets.ts'
import { ANCHORS, LEVEL, PREVIOUS, SAME_SET } from './anchors.ts'
import { headValues, VALUE_KINDS } from './attention.ts'
import { COMPANY_KINDS, companyValues } from './company.ts'
import { CompanyLooks } from './company-looks.ts'
import { cues } from './cues.ts'
import {
  COMPANY_HEADS,
  CUES,
  FLOOR,
  FROM_CUES,
  FROM_HIDDEN,
  GATES,
  HEADS,
  HIDDEN,
  HIDDEN_BIAS,
  LEAK,
  OUTPUT_BIAS,
  OUTPUTS,
  OWN_HEADS,
  OWN_LOOKS,
  REACH,
} from './gate-shape.ts'
import { within } from '../numerics/bounds.ts'
import { type Habit, LATELY, RECALL } from './habit.ts'
import type { Recall } from './recall.ts'
import { OwnLooks } from './own-looks.ts'
import { quickExp, quickLog } from './quick.ts'
import type { ResidualForecasts } from './residuals.ts'
import { weightsOf } from './weight-text.ts'

/** Nothing a lifter does is impossible: a number of reps keeps e⁻¹⁶ of the chance of the likeliest. */
const LOWEST_LOGIT = -16
/** Sums reckoned together. */
const GROUP = 4
/** How far one set moves what a lifter and a movement trust, and how much of that stays to the next set. */
const LIFTER_STEP = 0.001
const LIFTER_MEMORY = 0.9998
const MOVEMENT_STEP = 0.001
const MOVEMENT_MEMORY = 0.999
/** Odds of single answers move this much faster than trust. */
const BIAS_STEPS = 2
const STEEPEST_BLAME = 4

/**
 * Joins the anchors' forecasts and what attention reads off remembered sets into one forecast.
 *
 *     ln p(r) = Σₖ gₖ ln pₖ(r) + Σₐ bₐ 1[r = anchorₐ] + o(r − centre) + five(r) + even(r) − ln Z
 *     pₕ(r)  = Σᵢ aₕᵢ 1[valueₕᵢ = r] + aₕ₀ p_level(r),   aₕ = softmax(wₕ · resemblanceᵢ ; wₕ₀)
 *
 * where g, b, o, five and even are the outputs of one small layer over the cues.
 *
 * Units    probabilities; reps.
 * Valid    weights trained on logs (docs/engine/forecast.md).
 * Source   Hinton (2002), Neural Computation 14, 1771–1800 (products of experts); Vaswani et al. (2017), Attention.
 */
export class Gate {
  private readonly fromCues: Float64Array
  private readonly hiddenBias: Float64Array
  private readonly fromHidden: Float64Array
  private readonly outputBias: Float64Array
  private readonly own: OwnLooks
  private readonly company: CompanyLooks
  private readonly seen = new Float64Array(CUES)
  private readonly hidden = new Float64Array(HIDDEN + GROUP)
  private readonly outputs = new Float64Array(OUTPUTS + GROUP)
  private readonly values = new Uint8Array(Math.max(RECALL * VALUE_KINDS, LATELY * COMPANY_KINDS))
  private readonly scores = new Float64Array(RECALL * OWN_HEADS.length)
  private readonly heads = new Float64Array(HEADS * FORECAST_REPS)
  private readonly headLogs = new Float64Array(HEADS * FORECAST_REPS)
  private readonly blame = new Float64Array(OUTPUTS)
  private readonly logits = new Float64Array(FORECAST_REPS)

  constructor(text: string) {
    const parameters = weightsOf(text)
    this.fromCues = grouped(parameters, FROM_CUES, CUES, HIDDEN, CUES)
    this.hiddenBias = parameters.slice(HIDDEN_BIAS, FROM_HIDDEN)
    this.fromHidden = grouped(parameters, FROM_HIDDEN, HIDDEN, OUTPUTS, HIDDEN)
    this.outputBias = parameters.slice(OUTPUT_BIAS, OWN_LOOKS)
    this.own = new OwnLooks(parameters)
    this.company = new CompanyLooks(parameters)
  }

  forecast(habit: Habit, recall: Recall, residuals: ResidualForecasts): RepForecast {
    cues(habit, recall, residuals, this.seen)
    this.decide(habit.trust, recall.own.trust)
    const level = residuals.probabilities.subarray(LEVEL * FORECAST_REPS, (LEVEL + 1) * FORECAST_REPS)
    headValues(recall, this.values)
    this.own.score(recall, this.scores)
    this.attend(this.own.blank, recall.count, level, 0, OWN_HEADS, VALUE_KINDS)
    companyValues(habit, recall, this.values)
    this.company.score(habit, recall, this.scores)
    this.attend(this.company.blank, habit.lately.length, level, OWN_HEADS.length, COMPANY_HEADS, COMPANY_KINDS)
    return this.join(recall, residuals)
  }

  private decide(ofLifter: readonly number[], ofMovement: Float64Array): void {
    const { fromCues, fromHidden, seen, hidden, outputs } = this
    weigh(seen, 0, CUES, fromCues, HIDDEN, hidden, 0, 1)
    for (let h = 0; h < HIDDEN; h++) {
      const sum = hidden[h]! + this.hiddenBias[h]!
      hidden[h] = sum < 0 ? LEAK * sum : sum
    }
    weigh(hidden, 0, HIDDEN, fromHidden, OUTPUTS, outputs, 0, 1)
    for (let o = 0; o < OUTPUTS; o++) outputs[o] = outputs[o]! + this.outputBias[o]! + (ofLifter[o] ?? 0) + ofMovement[o]!
  }

  private attend(
    blank: Float64Array,
    count: number,
    level: Float64Array,
    firstHead: number,
    kinds: readonly number[],
    kindsPerSet: number,
  ): void {
    const { scores, values } = this
    for (let h = 0; h < kinds.length; h++) {
      const row = h * RECALL
      let most = blank[h]!
      for (let i = 0; i < count; i++) if (scores[row + i]! > most) most = scores[row + i]!
      const nothing = quickExp(blank[h]! - most)
      let total = nothing
      for (let i = row; i < row + count; i++) {
        total += scores[i] = quickExp(scores[i]! - most)
      }
      const at = (firstHead + h) * FORECAST_REPS
      const scale = 1 / total
      const share = nothing * scale
      for (let r = 0; r < FORECAST_REPS; r++) this.heads[at + r] = share * level[r]! + FLOOR
      for (let i = 0; i < count; i++) {
        const cell = at + values[i * kindsPerSet + kinds[h]!]! - 1
        this.heads[cell] = this.heads[cell]! + scores[row + i]! * scale
      }
    }
  }

  private join(recall: Recall, residuals: ResidualForecasts): RepForecast {
    const { outputs, logits, heads, headLogs } = this
    logits.fill(0)
    for (let a = 0; a < ANCHORS; a++) {
      for (let r = 0; r < FORECAST_REPS; r++) logits[r] = logits[r]! + outputs[a]! * residuals.logs[a * FORECAST_REPS + r]!
      const answer = Math.round(recall.anchors[a]!) - 1
      logits[answer] = logits[answer]! + outputs[GATES + a]!
    }
    for (let h = 0; h < HEADS; h++) {
      const trust = outputs[ANCHORS + h]!
      for (let r = 0; r < FORECAST_REPS; r++)
        logits[r] = logits[r]! + trust * (headLogs[h * FORECAST_REPS + r] = quickLog(heads[h * FORECAST_REPS + r]!))
    }
    const center = centerOf(recall)
    for (let r = 1; r <= FORECAST_REPS; r++) {
      const offset = offsetOf(r, center)
      const five = r % 5 === 0 ? outputs[OUTPUTS - 2]! : 0
      const even = r % 2 === 0 ? outputs[OUTPUTS - 1]! : 0
      logits[r - 1] = logits[r - 1]! + outputs[GATES + ANCHORS + offset]! + five + even
    }
    return softmax(logits)
  }

  /**
   * After `forecast`, when the reps are known: moves the trust of this lifter and movement a step down the gradient of
   * −ln p(reps), so that the gate becomes theirs.
   */
  learn(habit: Habit, recall: Recall, residuals: ResidualForecasts, forecast: RepForecast, reps: number): void {
    const { blame, headLogs } = this
    for (let k = 0; k < GATES; k++) {
      const logs = k < ANCHORS ? residuals.logs : headLogs
      const from = (k < ANCHORS ? k : k - ANCHORS) * FORECAST_REPS
      let mean = 0
      for (let r = 0; r < FORECAST_REPS; r++) mean += forecast[r]! * logs[from + r]!
      blame[k] = mean - logs[from + reps - 1]!
    }
    for (let a = 0; a < ANCHORS; a++) {
      const answer = Math.round(recall.anchors[a]!)
      blame[GATES + a] = forecast[answer - 1]! - (answer === reps ? 1 : 0)
    }
    blame.fill(0, GATES + ANCHORS)
    const center = centerOf(recall)
    for (let r = 1; r <= FORECAST_REPS; r++) {
      const over = forecast[r - 1]! - (r === reps ? 1 : 0)
      const offset = GATES + ANCHORS + offsetOf(r, center)
      blame[offset] = blame[offset]! + over
      if (r % 5 === 0) blame[OUTPUTS - 2] = blame[OUTPUTS - 2]! + over
      if (r % 2 === 0) blame[OUTPUTS - 1] = blame[OUTPUTS - 1]! + over
    }
    move(habit.trust, blame, LIFTER_STEP, LIFTER_MEMORY)
    move(recall.own.trust, blame, MOVEMENT_STEP, MOVEMENT_MEMORY)
  }
}

function move(trust: number[] | Float64Array, blame: Float64Array, step: number, memory: number): void {
  for (let o = 0; o < OUTPUTS; o++) {
    const gradient = within(blame[o]!, -STEEPEST_BLAME, STEEPEST_BLAME)
    trust[o] = finelyRounded((trust[o] ?? 0) * memory - (o < GATES ? step : BIAS_STEPS * step) * gradient)
  }
}

/** Steps of trust are small: six decimals. */
const finelyRounded = (value: number) => Math.round(value * 1_000_000) / 1_000_000 + 0

const centerOf = (recall: Recall) => Math.round(recall.anchors[recall.today > 0 ? PREVIOUS : SAME_SET]!)

const offsetOf = (reps: number, center: number) => within(reps - center, -REACH, REACH) + REACH

/** eˣ / Σ eˣ. */
function softmax(logits: Float64Array): RepForecast {
  const forecast = new Float64Array(FORECAST_REPS)
  let most = Number.NEGATIVE_INFINITY
  for (let r = 0; r < FORECAST_REPS; r++) most = Math.max(most, logits[r]!)
  let sum = 0
  for (let r = 0; r < FORECAST_REPS; r++) sum += forecast[r] = quickExp(Math.max(LOWEST_LOGIT, logits[r]! - most))
  for (let r = 0; r < FORECAST_REPS; r++) forecast[r] = forecast[r]! / sum
  return forecast
}

/** Weights of `rows` sums over `columns` numbers, laid out for `weigh`: [group of rows][column][row]. */
function grouped(parameters: Float64Array, from: number, columns: number, rows: number, stride: number): Float64Array {
  const weights = new Float64Array(columns * GROUP * Math.ceil(rows / GROUP))
  for (let row = 0; row < rows; row++) {
    const at = (row - (row % GROUP)) * columns + (row % GROUP)
    for (let column = 0; column < columns; column++) weights[at + column * GROUP] = parameters[from + row * stride + column]!
  }
  return weights
}

/**
 * Weighted sums of `columns` numbers, one for each row of weights, put at `at`, `at + stride`, … Four rows at a time in
 * variables, and nothing done for a zero: that is what the processor is quick at.
 */
function weigh(
  numbers: Float64Array,
  from: number,
  columns: number,
  weights: Float64Array,
  rows: number,
  into: Float64Array,
  at: number,
  stride: number,
): void {
  let count = 0
  for (let i = 0; i < columns; i++) {
    const number = numbers[from + i]!
    amounts[count] = number
    places[count] = i * GROUP
    count += number === 0 ? 0 : 1
  }
  for (let row = 0; row < rows; row += GROUP) {
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    const first = row * columns
    for (let i = 0; i < count; i++) {
      const number = amounts[i]!
      const w = first + places[i]!
      s0 += weights[w]! * number
      s1 += weights[w + 1]! * number
      s2 += weights[w + 2]! * number
      s3 += weights[w + 3]! * number
    }
    const to = at + row * stride
    into[to] = s0
    into[to + stride] = s1
    into[to + 2 * stride] = s2
    into[to + 3 * stride] = s3
  }
}

const amounts = new Float64Array(CUES + 1)
const places = new Int32Array(CUES + 1)
