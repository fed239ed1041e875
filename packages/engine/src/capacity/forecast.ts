import { FORECAST_REPS, type RepForecast } from '../lifter/sets.ts'
import { exp } from '../numerics/elementary.ts'
import { normalCdf } from '../numerics/normal.ts'
import type { MovementBelief } from './belief.ts'
import { costOfReps, repsAtCost } from './curve.ts'
import { reserveMeant } from './effort.ts'
import { carriedOver, noisiness, personalFatigue, VARIANCE } from './observe.ts'
import { amountOf, type SetFatigue } from './set-fatigue.ts'
import { type Traits, USUAL_TRAITS } from './traits.ts'

/** ln of the maximum that the next set would find, and its variance, the noise of the set included. */
export interface Capacity {
  readonly mean: number
  readonly variance: number
}

/** What the next set of the workout going on would find, `fatigue` being what the sets before have left of it. */
export function capacityAfter(belief: MovementBelief, fatigue: SetFatigue): Capacity {
  const taken = personalFatigue(belief) * amountOf(fatigue)
  const noise = VARIANCE.set * noisiness(belief) + (FATIGUE_DOUBT * amountOf(fatigue)) ** 2
  return { mean: belief.today.now - taken, variance: belief.today.variance + noise }
}

/** How far a lifter's fatigue may be from what is believed of it, as a fraction. */
const FATIGUE_DOUBT = 0.3

/**
 * Probability of at least `reps` repetitions when stopping at a reported reserve.
 *
 *     P = P(ln 1RM + e ≥ ln load + g(reps + RIR meant)),   e a mixture of two normals: tails heavier than one
 *
 * Units    lnLoad in ln(kg).
 * Valid    any load; reps ≥ 1.
 * Source   Student's t read as a scale mixture; shares chosen for about 6 degrees of freedom.
 */
export function chanceOf(reps: number, rir: number, lnLoad: number, { mean, variance }: Capacity, traits = USUAL_TRAITS): number {
  const z = (mean - lnLoad - costOfReps(reps + reserveMeant(rir, traits.rirBias), traits.curve)) / Math.sqrt(variance)
  return WIDE_SHARE * normalCdf(z / WIDE) + (1 - WIDE_SHARE) * normalCdf(z / NARROW)
}

/** The two normals of a set's noise: the share of the wide one, and the sd of both as multiples of its own. */
export const WIDE_SHARE = 0.15
export const WIDE = 1.7
export const NARROW = 0.85

/** No count of repetitions is impossible. */
const LEAST = 1e-6

/** Probabilities of 1, 2, … 30 and more repetitions when stopping at a reported reserve. */
export function forecastOf(rir: number, lnTotal: number, capacity: Capacity, traits = USUAL_TRAITS): RepForecast {
  const probabilities = new Float64Array(FORECAST_REPS)
  const scale = 1 / (1 + LEAST * FORECAST_REPS)
  let atLeast = 1
  for (let reps = 1; reps <= FORECAST_REPS; reps++) {
    const more = reps === FORECAST_REPS ? 0 : Math.min(atLeast, chanceOf(reps + 1, rir, lnTotal, capacity, traits))
    probabilities[reps - 1] = (atLeast - more + LEAST) * scale
    atLeast = more
  }
  return probabilities
}

/** Repetitions to expect, not whole, when stopping at a reported reserve. May be negative for a load out of reach. */
export const expectedReps = (rir: number, lnLoad: number, { mean }: Capacity, { curve, rirBias }: Required<Traits>) =>
  repsAtCost(mean - lnLoad, curve) - reserveMeant(rir, rirBias) - 0.5

/** Of the cost between the repetitions done and one, the share that a lifter's own curve may differ from everybody's. */
const CURVE_DOUBT = 0.12
/** Repetitions to failure from which a maximum is usually read. */
const USUAL_REPS = 9
/** sd of ln(maximum) while nobody says what was left: about five repetitions at ten. Judgement. */
const UNSAID_DOUBT = 0.13

/**
 * The maximum on an ordinary fresh day and its sd, kg: doubt about the curve included, for nobody was seen lifting it, and
 * about what was left while nobody says: that does not shrink with more such sets.
 */
export function maximumOf(belief: MovementBelief) {
  const { level, variance } = carriedOver(belief)
  const mean = exp(level)
  return { mean, sd: mean * Math.sqrt(variance + (CURVE_DOUBT * costOfReps(USUAL_REPS)) ** 2 + (UNSAID_DOUBT * belief.unsaid) ** 2) }
}
