import type { Rng } from '@gymgenius/domain'
import { exp, log } from '../numerics/elementary.ts'
import { between, normalDraw } from './chance.ts'

/**
 * A lifter nobody knows: how strength answers training, how repetitions fall with load, how rest repays, how honest the
 * reported reserve is. Deliberately not the engine's own model, and drawn widely, so that an engine cannot be tuned to it.
 */
export interface Lifter {
  /** Gain that training can add at most, as a fraction of the strength at the start, and days until it fades by e. */
  readonly fitnessGain: number
  readonly fitnessDays: number
  /** Strength that a hard workout takes, as a fraction, and days until that is slept off by e. */
  readonly tirednessCost: number
  readonly tirednessDays: number
  /** Day's form: sd as a fraction, and how much of it is left at the next workout. Now and then a bad day. */
  readonly form: number
  readonly formKept: number
  readonly badDays: number
  /** sd of one set around all that, as a fraction. */
  readonly setNoise: number
  /** Reported reserve: repetitions left unsaid, sd of a report at none left, and its growth with every one left. */
  readonly rirBias: number
  readonly rirNoise: number
  readonly rirNoiseGrowth: number
  readonly saysRirIn: 0.5 | 1
  /** Rest taken ÷ rest advised, and its spread. */
  readonly patience: number
}

/** One movement of one lifter. */
export interface Lift {
  /** One-repetition maximum at the start, kg. */
  readonly strength: number
  readonly curve: Curve
  /** Strength lost to a set to failure, and the seconds in which most of it and the rest of it come back by e. */
  readonly setCost: number
  readonly quickShare: number
  readonly quickSeconds: number
  readonly slowSeconds: number
}

/** Share of the maximum that can be lifted n times. Three families, each with a number of the lifter's own. */
export type Curve =
  | { readonly family: 'line'; readonly fall: number }
  | { readonly family: 'hyperbola'; readonly fall: number }
  | { readonly family: 'exponential'; readonly floor: number; readonly rate: number }

/** Repetitions to failure, not yet whole; below 1 the load cannot be moved once. */
export function repsToFailure(curve: Curve, share: number): number {
  if (curve.family === 'hyperbola') return 1 + (1 / share - 1) / curve.fall
  if (curve.family === 'line') return 1 + (1 - share) / curve.fall
  const above = (share - curve.floor) / (1 - curve.floor)
  return above <= 0.01 ? 1 - log(0.01) / curve.rate : 1 - log(above) / curve.rate
}

/** Share of the maximum at which `reps` are possible: `repsToFailure` read backwards. */
export function shareFor(curve: Curve, reps: number): number {
  if (curve.family === 'hyperbola') return 1 / (1 + curve.fall * (reps - 1))
  if (curve.family === 'line') return Math.max(0.05, 1 - curve.fall * (reps - 1))
  return curve.floor + (1 - curve.floor) * exp(-curve.rate * (reps - 1))
}

export function drawLifter(rng: Rng): Lifter {
  return {
    fitnessGain: between(rng, 0.03, 0.25),
    fitnessDays: between(rng, 30, 60),
    tirednessCost: between(rng, 0, 0.03),
    tirednessDays: between(rng, 2, 12),
    form: between(rng, 0.005, 0.03),
    formKept: between(rng, 0, 0.7),
    badDays: between(rng, 0, 0.08),
    setNoise: between(rng, 0, 0.02),
    rirBias: 0.4 + 0.5 * normalDraw(rng),
    rirNoise: between(rng, 0.2, 0.6),
    rirNoiseGrowth: between(rng, 0.05, 0.3),
    saysRirIn: rng() < 0.5 ? 0.5 : 1,
    patience: between(rng, 0.7, 1.2),
  }
}

export function drawLift(rng: Rng): Lift {
  return {
    strength: 35 * exp(1.6 * rng()),
    curve: drawCurve(rng),
    setCost: 0.09 * exp(0.35 * normalDraw(rng)),
    quickShare: between(rng, 0.4, 0.8),
    quickSeconds: between(rng, 50, 130),
    slowSeconds: between(rng, 500, 1200),
  }
}

function drawCurve(rng: Rng): Curve {
  const kind = rng()
  if (kind < 0.35) return { family: 'hyperbola', fall: 0.034 * exp(0.2 * normalDraw(rng)) }
  if (kind < 0.6) return { family: 'line', fall: 0.025 * exp(0.15 * normalDraw(rng)) }
  return { family: 'exponential', floor: between(rng, 0.35, 0.55), rate: 0.055 * exp(0.2 * normalDraw(rng)) }
}

/** Nobody in particular: the middle of what is drawn. */
export const ordinaryLifter: Lifter = {
  fitnessGain: 0.15,
  fitnessDays: 45,
  tirednessCost: 0.015,
  tirednessDays: 6,
  form: 0.018,
  formKept: 0.3,
  badDays: 0.03,
  setNoise: 0.01,
  rirBias: 0.4,
  rirNoise: 0.4,
  rirNoiseGrowth: 0.15,
  saysRirIn: 0.5,
  patience: 1,
}

export const ordinaryLift: Lift = {
  strength: 100,
  curve: { family: 'hyperbola', fall: 0.034 },
  setCost: 0.09,
  quickShare: 0.6,
  quickSeconds: 90,
  slowSeconds: 800,
}
