import { ANCHORS } from './anchors.ts'

/** Residuals are counted from −6 to 6 reps; what is further falls into the ends. */
export const RESIDUAL_REACH = 6
export const BINS = 2 * RESIDUAL_REACH + 1
/** For a lifter apart by first or later set, and by load as then, heavier or lighter; for a movement by first or later set. */
export const LIFTER_CONTEXTS = 6
export const MOVEMENT_CONTEXTS = 2
export const LIFTER_RESIDUALS = ANCHORS * LIFTER_CONTEXTS * BINS
export const MOVEMENT_RESIDUALS = ANCHORS * MOVEMENT_CONTEXTS * BINS
