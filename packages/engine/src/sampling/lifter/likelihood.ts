import { costOfReps, worthOfRep } from '../../capacity/curve.ts'
import { rested } from '../../capacity/set-fatigue.ts'
import { exp, log } from '../../numerics/elementary.ts'
import { inverse } from '../../numerics/symmetric-matrix.ts'
import type { LogDensity } from '../log-density.ts'
import { COARSENESS, type CompiledHistory, FIRST_LEVEL_VARIANCE, type Workout } from './history.ts'
import {
  DRIFT,
  FATIGUE,
  FORM,
  type LifterPriors,
  NOISE,
  parameterNames,
  RECOVERY,
  RIR_BIAS,
  STEEPNESS,
  STRAIN,
  STRAIN_DECAY,
  STRAIN_POWER,
} from './parameters.ts'
import { type Strains, strainsFor } from './strains.ts'

/** Parameters that move what a set shows, and those that move only how much it is believed. */
const SHIFTS = [STEEPNESS, FATIGUE, RECOVERY, RIR_BIAS, STRAIN, STRAIN_POWER, STRAIN_DECAY] as const
const SPREADS = [DRIFT, FORM, NOISE] as const

/**
 * The posterior density of one lifter's parameters, levels and days' form integrated out, with its gradient.
 *
 *     yᵢ = ln wᵢ + κ g(nᵢ) + φ uᵢ(s) + ψ D = ℓ + δ + εᵢ      n = r + q + b·q/(1 + q) + ½,  δ ~ N(0, form²), εᵢ ~ N(0, v/πᵢ),  v = noise² + c²
 *     ℓ' = ℓ + time away + N(0, drift² · d)                        from one workout of the movement to the next
 *
 * Within a workout the sets are exchangeable about ℓ + δ, so their weighted mean ȳ and sum of squares say all:
 *
 *     ln p = Σ −½ (m − 1) ln v − SS/(2v) − ½ ln F − ½ (ȳ − a)²/F,   F = P + form² + v/Σπ
 *
 * with a and P from a Kalman filter of one state, and derivatives carried forward beside them. κ, φ, s, b and the strain ψ D(α, β) move y alone: their
 * derivatives pass through the same gains and leave P alone, which is what makes the gradient cheap.
 *
 * g, the half repetition and u with its times are those of the online filter (`capacity/`); s stretches both times.
 *
 * Units    y, ℓ, δ, ε ln of kg; n repetitions.
 * Valid    any finite position; constants are left out.
 * Source   Kalman filter and its sensitivities: Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter,
 *          §3.4; Durbin & Koopman (2012), Time Series Analysis by State Space Methods, §7.3.
 */
export function lifterDensity(history: CompiledHistory, priors: LifterPriors): LogDensity {
  const dimension = parameterNames.length
  const precision = Float64Array.from(inverse(priors.covariance).flat())
  const tables = tablesFor(history)
  const strains = strainsFor(history.doses)
  const day = new Float64Array(DAY_SIZE)
  const state = new Float64Array(STATE_SIZE)
  return {
    dimension,
    evaluate(position, gradient) {
      fillTables(tables, history, position)
      strains.fill(exp(position[STRAIN_POWER]!), exp(position[STRAIN_DECAY]!))
      const fatigue = exp(position[FATIGUE]!)
      const noise = exp(2 * position[NOISE]!)
      const variances = {
        drift: exp(2 * position[DRIFT]!),
        form: exp(2 * position[FORM]!),
        noise: noise + COARSENESS,
        noiseShare: noise / (noise + COARSENESS),
      }
      let sum = addPrior(priors.mean, precision, position, gradient)
      for (const workout of history.workouts) {
        readWorkout(day, history, tables, workout, fatigue)
        addStrain(day, strains, workout.dose, position[STRAIN]!)
        sum += addWorkout(state, day, workout, variances, gradient)
      }
      return sum - 0.5 * (history.informativeSets - history.workouts.length) * log(variances.noise)
    },
  }
}

/** Adds the normal prior's gradient to an empty `gradient`; the value without its constant. */
function addPrior(mean: readonly number[], precision: Float64Array, position: Float64Array, gradient: Float64Array): number {
  let sum = 0
  for (let i = 0; i < mean.length; i++) {
    let pull = 0
    for (let j = 0; j < mean.length; j++) pull -= precision[i * mean.length + j]! * (position[j]! - mean[j]!)
    gradient[i] = pull
    sum += 0.5 * pull * (position[i]! - mean[i]!)
  }
  return sum
}

/** What every set of one effort, and every rest of one length, has in common at the parameters now asked about. */
interface Tables {
  /** g(n), and its derivatives by ln κ (g itself) and by b. */
  readonly cost: Float64Array
  readonly costByBias: Float64Array
  /** e^(−t/(seconds · s)) of both parts of fatigue, and t/(seconds · s), which is −d ln(kept)/d ln s. */
  readonly quickKept: Float64Array
  readonly slowKept: Float64Array
  readonly quickExponent: Float64Array
  readonly slowExponent: Float64Array
}

function tablesFor({ cells, rests }: CompiledHistory): Tables {
  return {
    cost: new Float64Array(cells.length),
    costByBias: new Float64Array(cells.length),
    quickKept: new Float64Array(rests.length),
    slowKept: new Float64Array(rests.length),
    quickExponent: new Float64Array(rests.length),
    slowExponent: new Float64Array(rests.length),
  }
}

/** Seconds to 1/e, read off what one second leaves. */
const AFTER_A_SECOND = rested({ quick: 1, slow: 1 }, 1)
const QUICK_SECONDS = -1 / log(AFTER_A_SECOND.quick)
const SLOW_SECONDS = -1 / log(AFTER_A_SECOND.slow)

function fillTables(tables: Tables, { cells, rests }: CompiledHistory, position: Float64Array) {
  const steepness = exp(position[STEEPNESS]!)
  const recovery = exp(position[RECOVERY]!)
  cells.forEach(({ reps, biasShare }, i) => {
    const n = reps + position[RIR_BIAS]! * biasShare
    tables.cost[i] = steepness * costOfReps(n)
    tables.costByBias[i] = steepness * worthOfRep(n) * biasShare
  })
  rests.forEach((seconds, i) => {
    const quick = seconds / (QUICK_SECONDS * recovery)
    const slow = seconds / (SLOW_SECONDS * recovery)
    tables.quickExponent[i] = quick
    tables.slowExponent[i] = slow
    tables.quickKept[i] = exp(-quick)
    tables.slowKept[i] = exp(-slow)
  })
}

/** A workout in numbers: how many sets spoke, Σπ, ȳ, SS; then of each shift, ∂ȳ and Σπ(y − ȳ)∂y. The strain is the same for all its sets. */
const COUNT = 0
const WEIGHT = 1
const MEAN = 2
const SQUARES = 3
const MEAN_BY = 4
const SQUARES_BY = MEAN_BY + SHIFTS.length
const DAY_SIZE = SQUARES_BY + SHIFTS.length

function readWorkout(day: Float64Array, history: CompiledHistory, tables: Tables, { from, to }: Workout, fatigue: number) {
  const { lnLoad, precision, quickCost, slowCost, cell, restCell } = history
  let quick = 0
  let slow = 0
  let quickBy = 0
  let slowBy = 0
  let count = 0
  let weight = 0
  let sum = 0
  let squares = 0
  let byCost = 0
  let byFatigue = 0
  let byRecovery = 0
  let byBias = 0
  let yByCost = 0
  let yByFatigue = 0
  let yByRecovery = 0
  let yByBias = 0
  for (let i = from; i < to; i++) {
    if (i > from) {
      const rest = restCell[i]!
      quickBy = tables.quickKept[rest]! * (quickBy + quick * tables.quickExponent[rest]!)
      slowBy = tables.slowKept[rest]! * (slowBy + slow * tables.slowExponent[rest]!)
      quick *= tables.quickKept[rest]!
      slow *= tables.slowKept[rest]!
    }
    const weighs = precision[i]!
    if (weighs > 0) {
      const cost = tables.cost[cell[i]!]!
      const tired = fatigue * (quick + slow)
      const recovered = fatigue * (quickBy + slowBy)
      const bias = tables.costByBias[cell[i]!]!
      const y = lnLoad[i]! + cost + tired
      const weighted = weighs * y
      count++
      weight += weighs
      sum += weighted
      squares += weighted * y
      byCost += weighs * cost
      byFatigue += weighs * tired
      byRecovery += weighs * recovered
      byBias += weighs * bias
      yByCost += weighted * cost
      yByFatigue += weighted * tired
      yByRecovery += weighted * recovered
      yByBias += weighted * bias
    }
    quick += quickCost[i]!
    slow += slowCost[i]!
  }
  const mean = sum / weight
  day[COUNT] = count
  day[WEIGHT] = weight
  day[MEAN] = mean
  day[SQUARES] = squares - mean * sum
  day[MEAN_BY] = byCost / weight
  day[MEAN_BY + 1] = byFatigue / weight
  day[MEAN_BY + 2] = byRecovery / weight
  day[MEAN_BY + 3] = byBias / weight
  day[SQUARES_BY] = yByCost - mean * byCost
  day[SQUARES_BY + 1] = yByFatigue - mean * byFatigue
  day[SQUARES_BY + 2] = yByRecovery - mean * byRecovery
  day[SQUARES_BY + 3] = yByBias - mean * byBias
}

function addStrain(day: Float64Array, { strain, byPower, byDecay }: Strains, dose: number, scale: number) {
  day[MEAN]! += scale * strain[dose]!
  day[MEAN_BY + 4] = strain[dose]!
  day[MEAN_BY + 5] = scale * byPower[dose]!
  day[MEAN_BY + 6] = scale * byDecay[dose]!
}

/** The filter's level and variance; then derivatives of the level by shifts and by spreads, and of the variance by spreads. */
const LEVEL = 0
const VARIANCE = 1
const LEVEL_BY_SHIFT = 2
const LEVEL_BY_SPREAD = LEVEL_BY_SHIFT + SHIFTS.length
const VARIANCE_BY = LEVEL_BY_SPREAD + SPREADS.length
const STATE_SIZE = VARIANCE_BY + SPREADS.length

interface Variances {
  readonly drift: number
  readonly form: number
  readonly noise: number
  /** How much of it is the lifter's own, which is what the parameter moves. */
  readonly noiseShare: number
}

/** Steps the filter over one workout; the log density of its sets but for −½(m − 1) ln v, whose gradient is added. */
function addWorkout(state: Float64Array, day: Float64Array, workout: Workout, variances: Variances, gradient: Float64Array): number {
  const { form, noise, noiseShare } = variances
  arrive(state, workout, variances.drift * workout.drift)

  const ofMean = noise / day[WEIGHT]!
  const missed = day[MEAN]! - state[LEVEL]!
  const spread = state[VARIANCE]! + form + ofMean
  const gain = state[VARIANCE]! / spread
  const standard = missed / spread
  const squares = day[SQUARES]! / noise
  gradient[NOISE]! += noiseShare * (squares - (day[COUNT]! - 1))

  for (let k = 0; k < SPREADS.length; k++) {
    const varianceBy = state[VARIANCE_BY + k]!
    const levelBy = state[LEVEL_BY_SPREAD + k]!
    const spreadBy = varianceBy + (SPREADS[k] === FORM ? 2 * form : 0) + (SPREADS[k] === NOISE ? 2 * noiseShare * ofMean : 0)
    const gainBy = (varianceBy - gain * spreadBy) / spread
    gradient[SPREADS[k]!]! += 0.5 * spreadBy * (standard * standard - 1 / spread) + standard * levelBy
    state[LEVEL_BY_SPREAD + k] = levelBy * (1 - gain) + gainBy * missed
    state[VARIANCE_BY + k] = varianceBy * (1 - gain) - state[VARIANCE]! * gainBy
  }
  for (let k = 0; k < SHIFTS.length; k++) {
    const missedBy = day[MEAN_BY + k]! - state[LEVEL_BY_SHIFT + k]!
    gradient[SHIFTS[k]!]! -= standard * missedBy + day[SQUARES_BY + k]! / noise
    state[LEVEL_BY_SHIFT + k]! += gain * missedBy
  }
  state[LEVEL]! += gain * missed
  state[VARIANCE]! *= 1 - gain
  return -0.5 * (squares + log(spread) + missed * standard)
}

/** To the morning of a workout: a first level is unknown, a later one has drifted. */
function arrive(state: Float64Array, { isFirst, timeAway }: Workout, drift: number) {
  if (isFirst) {
    state.fill(0)
    state[VARIANCE] = FIRST_LEVEL_VARIANCE
    return
  }
  state[LEVEL]! += timeAway
  state[VARIANCE]! += drift
  state[VARIANCE_BY + SPREADS.indexOf(DRIFT)]! += 2 * drift
}
