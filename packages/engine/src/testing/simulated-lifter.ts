import type { Rng } from '@gymgenius/domain'

/** A normal draw good enough for a story: twelve uniforms, less six. */
export function normalDraw(rng: Rng): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += rng()
  return sum
}

export interface SimulatedLifter {
  /** True one-repetition maximum when fresh, kg. */
  readonly strength: number
  /** Gain a week while training, as a fraction; halves with every fifth of strength gained. */
  readonly weeklyGain: number
  /** Fall of load per repetition of this lifter's own curve: 1RM = w (1 + slope (r − 1)). */
  readonly slope: number
  /** Strength that a set to failure costs the next, as a fraction; less with every repetition left. */
  readonly fatigue: number
  /** Reported RIR − true RIR: mean and spread. */
  readonly rirBias: number
  readonly rirSpread: number
  /** Spread of the day's form, as a fraction. */
  readonly form: number
}

export const ordinaryLifter: SimulatedLifter = {
  strength: 100,
  weeklyGain: 0.006,
  slope: 0.034,
  fatigue: 0.035,
  rirBias: -0.5,
  rirSpread: 0.7,
  form: 0.02,
}

export interface SimulatedSet {
  readonly reps: number
  /** As the lifter says it; null at failure below the range is never hidden: 0 then. */
  readonly saidRir: number
  readonly trueRir: number
  readonly failed: boolean
}

/** One workout of one movement: today's form is drawn once, each set tires. A model of its own, not the engine's. */
export function simulateWorkout(lifter: SimulatedLifter, strength: number, rng: Rng) {
  let today = strength * (1 + lifter.form * normalDraw(rng))
  return (load: number, repHigh: number, targetRir: number): SimulatedSet => {
    const possible = Math.max(0, Math.floor((today / load - 1) / lifter.slope + 1))
    const felt = Math.round((lifter.rirBias + lifter.rirSpread * normalDraw(rng)) * 2) / 2
    const stop = Math.max(0, Math.min(possible, repHigh, Math.round(possible - targetRir + felt)))
    const trueRir = possible - stop
    const said = Math.min(5, Math.max(0, trueRir + felt))
    today *= 1 - lifter.fatigue / (1 + trueRir / 2)
    return { reps: stop, trueRir, saidRir: trueRir === 0 ? 0 : said, failed: trueRir === 0 }
  }
}

/** Strength after a week of training: gains shrink as strength grows. */
export function afterWeek(lifter: SimulatedLifter, strength: number): number {
  const grown = strength / lifter.strength - 1
  return strength * (1 + lifter.weeklyGain / (1 + 5 * grown))
}
