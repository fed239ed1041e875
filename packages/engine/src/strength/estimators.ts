import { kg, type Kilograms, type Reps, type Rir } from '@gymgenius/domain'
import { tenthRoot } from '../numerics/root.ts'

/** The formulas a lifter may choose for showing an estimated one-repetition maximum (e1RM). */
export const estimatorNames = ['extended_epley', 'epley', 'brzycki', 'lombardi', 'oconner'] as const
export type EstimatorName = (typeof estimatorNames)[number]

/** e1RM from a set of `reps` stopped `rir` short of failure. */
export type Estimator = (load: Kilograms, reps: Reps, rir: Rir) => Kilograms

/** Past this many repetitions every formula here guesses: larger numbers are read as this one. */
export const MOST_REPS_READ = 12

/** The bias of the extended form when used by name; advice uses none until a lifter's own is learned. */
export const DEFAULT_RIR_BIAS = 2

/**
 * Extended Epley with a personal bias in reported RIR.
 *
 *     1RM = w / (1 − 0.0333 n)     n = r + max(0, RIR − b)
 *
 * Units    w and result kg; r, RIR, b and n repetitions.
 * Valid    0 ≤ n ≤ 12, larger n are read as 12 (there is a pole near n = 30). A single at RIR 0 reads 3.4 % above its load.
 * Source   GymGenius requirement G4. The linear fall of load with reps: Epley (1985), Poundage Chart, read from the other
 *          side; RIR as missing reps: Zourdos et al. (2016), J Strength Cond Res 30(1), 267–275.
 */
export const extendedEpley =
  (bias: number): Estimator =>
  (load, reps, rir) =>
    kg(load / (1 - 0.0333 * readable(reps + Math.max(0, rir - bias))))

/** The load that leaves `rir` in reserve after `reps`: `extendedEpley(bias)` read backwards. Same equation, units and range. */
export const extendedEpleyLoad = (oneRepMax: Kilograms, reps: Reps, rir: Rir, bias = DEFAULT_RIR_BIAS): Kilograms =>
  kg(oneRepMax * (1 - 0.0333 * readable(reps + Math.max(0, rir - bias))))

/**
 *     1RM = w (1 + n / 30)     n = r + RIR
 *
 * Units    w and result kg; n repetitions.
 * Valid    1 ≤ n ≤ 12, larger read as 12. As published, a single reads 3.3 % above its load.
 * Source   Epley (1985), Poundage Chart. Boyd Epley Workout.
 */
export const epley: Estimator = (load, reps, rir) => kg(load * (1 + readable(reps + rir) / 30))

/**
 *     1RM = 36 w / (37 − n)     n = r + RIR
 *
 * Units    w and result kg; n repetitions.
 * Valid    1 ≤ n ≤ 10 as published; up to 12 here, larger read as 12 (pole at 37).
 * Source   Brzycki (1993), J Phys Educ Recreat Dance 64(1), 88–90.
 */
export const brzycki: Estimator = (load, reps, rir) => kg((36 * load) / (37 - readable(reps + rir)))

/**
 *     1RM = w n^0.10     n = r + RIR
 *
 * Units    w and result kg; n repetitions.
 * Valid    1 ≤ n ≤ 12, smaller read as 1, larger as 12.
 * Source   Lombardi (1989), Beginning Weight Training.
 */
export const lombardi: Estimator = (load, reps, rir) => kg(load * tenthRoot(Math.max(1, readable(reps + rir))))

/**
 *     1RM = w (1 + n / 40)     n = r + RIR
 *
 * Units    w and result kg; n repetitions.
 * Valid    1 ≤ n ≤ 12, larger read as 12. The most careful of the five.
 * Source   O'Conner, Simmons & O'Shea (1989), Weight Training Today.
 */
export const oconner: Estimator = (load, reps, rir) => kg(load * (1 + readable(reps + rir) / 40))

export const estimators: Readonly<Record<EstimatorName, Estimator>> = {
  extended_epley: extendedEpley(DEFAULT_RIR_BIAS),
  epley,
  brzycki,
  lombardi,
  oconner,
}

const readable = (n: number) => Math.min(n, MOST_REPS_READ)
