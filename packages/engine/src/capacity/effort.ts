/** Repetitions that lifters, on average, have left beyond the reserve they say. */
export const USUAL_RIR_BIAS = 0.5

/**
 * Repetitions to failure behind a set: done, said to be left, and left unsaid; and half of the one that was not tried.
 *
 *     n = r + q + b · q/(1 + q) + ½
 *
 * The bias grows with distance from failure: nobody is wrong about having failed. The half is the middle of [r, r + 1).
 *
 * Units    repetitions; q the reported reserve, b the bias.
 * Valid    0 ≤ q ≤ 5.
 * Source   b: Halperin et al. (2022), Sports Med 52 (lifters under-predict by 0.95, CI 0.17–1.73, less near failure); the prior
 *          mean of 0.5 and the form of the growth are judgement.
 */
export const repsToFailureShown = (reps: number, rir: number, bias = USUAL_RIR_BIAS) => reps + reserveMeant(rir, bias) + 0.5

/** The true reserve behind a reported one. */
export const reserveMeant = (rir: number, bias = USUAL_RIR_BIAS) => rir + (bias * rir) / (1 + rir)

/** Said for this many or more is read as "at least". */
export const MOST_RIR_BELIEVED = 4.5
