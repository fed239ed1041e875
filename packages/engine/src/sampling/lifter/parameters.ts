import { within } from '../../numerics/bounds.ts'
import { exp, log } from '../../numerics/elementary.ts'
import type { Matrix } from '../../numerics/symmetric-matrix.ts'

/** What is personal about a lifter, in the order in which the sampler sees it. */
export const parameterNames = [
  'drift',
  'form',
  'noise',
  'steepness',
  'fatigue',
  'recovery',
  'rirBias',
  'strain',
  'strainPower',
  'strainDecay',
] as const
export type ParameterName = (typeof parameterNames)[number]

/**
 * One lifter's parameters, in natural units.
 *
 * drift      sd of ln(level) from one workout of a movement to the next, when they follow at once
 * form       sd of a day's ln(strength) in one movement about its level
 * noise      sd of ln(load) of one set to failure about that day's strength
 * steepness  of the curve of reps against load, as a multiple of the usual one
 * fatigue    what a set costs the next, as a multiple of the usual cost
 * recovery   how long that takes to return, as a multiple of the usual times
 * rirBias    repetitions left beyond the reserve that is said, far from failure
 * strain     ln of strength that one usual workout more than usual costs while it is fresh (`capacity/strain.ts`); may be below nought
 * strainPower, strainDecay   its α and β, the latter per day
 */
export type LifterParameters = Readonly<Record<ParameterName, number>>

export const DRIFT = 0
export const FORM = 1
export const NOISE = 2
export const STEEPNESS = 3
export const FATIGUE = 4
export const RECOVERY = 5
export const RIR_BIAS = 6
export const STRAIN = 7
export const STRAIN_POWER = 8
export const STRAIN_DECAY = 9

/** All but these are positive and live on the log scale. */
const isLogged = (name: ParameterName) => name !== 'rirBias' && name !== 'strain'

export const unbounded = (parameters: LifterParameters): number[] =>
  parameterNames.map((name) => (isLogged(name) ? log(parameters[name]) : parameters[name]))

export function bounded(position: ArrayLike<number>): LifterParameters {
  const values = parameterNames.map((name, i) => [name, isLogged(name) ? exp(position[i]!) : position[i]!])
  return Object.fromEntries(values) as LifterParameters
}

/** A normal over the unbounded parameters: what is believed of a lifter before their sets are seen. */
export interface LifterPriors {
  readonly mean: readonly number[]
  readonly covariance: Matrix
}

/** sd of ln(load) of one set to failure, usual lifter. */
export const USUAL_NOISE = 0.033

const USUAL: LifterParameters = {
  drift: 0.009,
  form: 0.02,
  noise: USUAL_NOISE,
  steepness: 1,
  fatigue: 1,
  recovery: 1,
  rirBias: 0.5,
  strain: 0,
  strainPower: 1,
  strainDecay: 1 / 6,
}

/** On the scale of `unbounded`. Steepness is known from experiments, and logs must not bend it: 0.7 to 1.2 in slope is ±2.6 sd. */
const SPREAD: LifterParameters = {
  drift: 0.5,
  form: 0.5,
  noise: 0.3,
  steepness: 0.1,
  fatigue: 0.4,
  recovery: 0.4,
  rirBias: 0.8,
  strain: 0.015,
  strainPower: 0.25,
  strainDecay: 0.4,
}

/**
 * The priors before any population was seen: independent normals.
 *
 * Units    those of `unbounded`: ln of the parameter, repetitions for the bias.
 * Valid    adults with some months of training, sets within four repetitions of failure.
 * Source   noise: 1.1 repetitions of one honest set near failure, about 3 % of load. form: retest spread of a maximum about
 *          4 % (Grgic et al. 2020), of which a day's form is part. steepness: reps at shares of the maximum (Nuzzo et al. 2024).
 *          rirBias: Halperin et al. (2022). fatigue, recovery, drift: judgement about the figures the online filter uses.
 *          strain: about nought, for logs show none (docs/engine/capacity.md); its decay: 4 to 8 days of fatigue in weightlifters (Busso
 *          et al. 1990, as recalled); its power: judgement.
 */
export const FIRST_PRIORS: LifterPriors = {
  mean: unbounded(USUAL),
  covariance: parameterNames.map((name) => parameterNames.map((other) => (name === other ? SPREAD[name] * SPREAD[name] : 0))),
}

/** 0.93, the slope of ln(1 + n/30) on ln(load) behind the usual curve, over the 1.2 and the 0.7 that experiments allow. */
const LEAST_STEEP = 0.93 / 1.2
const MOST_STEEP = 0.93 / 0.7

/**
 * The parameters as advice may use them. In logbooks loads are chosen for the day, which flattens the curve they show however many
 * sets there are; past what experiments allow, a learned curve is that artefact.
 */
export const fitForAdvice = (parameters: LifterParameters): LifterParameters => ({
  ...parameters,
  steepness: within(parameters.steepness, LEAST_STEEP, MOST_STEEP),
})
