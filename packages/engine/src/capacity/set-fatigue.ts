import { exp } from '../numerics/elementary.ts'

/** What earlier sets of a workout have taken, in ln of load: a part that returns within minutes, and one that stays. */
export interface SetFatigue {
  readonly quick: number
  readonly slow: number
}

export const RESTED: SetFatigue = { quick: 0, slow: 0 }

const QUICK_COST = 0.07
const SLOW_COST = 0.026
const QUICK_SECONDS = 90
const SLOW_SECONDS = 2000
const LONGEST_REST = 86_400

/**
 * Fatigue after a rest.
 *
 *     quick' = quick · e^(−t/90)     slow' = slow · e^(−t/2000)
 *
 * Units    t seconds; fatigue in ln of load.
 * Valid    one workout; past a few hours nothing is left.
 * Source   See `tiredBy`.
 */
export const rested = (fatigue: SetFatigue, seconds: number) => leftOf(fatigue, shareLeft(seconds))

/** What a rest leaves of each part. */
export function shareLeft(seconds: number): SetFatigue {
  const t = Math.min(Math.max(seconds, 0), LONGEST_REST)
  return { quick: exp(-t / QUICK_SECONDS), slow: exp(-t / SLOW_SECONDS) }
}

export const leftOf = (fatigue: SetFatigue, { quick, slow }: SetFatigue): SetFatigue => ({
  quick: fatigue.quick * quick,
  slow: fatigue.slow * slow,
})

/**
 * Fatigue right after a set.
 *
 *     quick' = quick + 0.07 e     slow' = slow + 0.026 e     e = 3 / (3 + RIR)
 *
 * Units    ln of load; RIR repetitions truly or reportedly left.
 * Valid    working sets of one movement, RIR 0–10. At equal load and 180 s of rest the second, third and fourth set near nine
 *          repetitions have lost 1.2, 2.0 and 2.7 to the sets before.
 * Source   1.2, 2.2 and 2.8 repetitions lost by sets 2, 3, 4 at equal load near failure in the logbooks of 50 lifters; one minute
 *          costs about twice as much as three (Scudese et al. 2015, Senna et al. 2011). Two time constants: judgement.
 */
export function tiredBy({ quick, slow }: SetFatigue, rir: number): SetFatigue {
  const effort = 3 / (3 + rir)
  return { quick: quick + QUICK_COST * effort, slow: slow + SLOW_COST * effort }
}

export const amountOf = ({ quick, slow }: SetFatigue) => quick + slow
