/** A workout that was, beside what the model said at a pace of 1. */
export interface TimedWorkout {
  readonly predictedSeconds: number
  readonly tookSeconds: number
}

/** So many workouts the middle lifter is worth. */
const PRIOR_WORKOUTS = 1
/** Habits change: only the latest are asked. */
const LOOKED_AT = 12
/** A clock that was left running, or started late, says nothing. */
const PLAUSIBLE = 3

/**
 * How much slower than the model a lifter is (1.2: a fifth slower), from the latest workouts, oldest first: the middle of their ratios, drawn
 * towards 1 while they are few. Workouts more than three times off are taken for a clock that nobody stopped.
 */
export function paceOf(workouts: readonly TimedWorkout[]): number {
  const ratios = workouts
    .map(({ predictedSeconds, tookSeconds }) => tookSeconds / predictedSeconds)
    .filter((ratio) => ratio > 1 / PLAUSIBLE && ratio < PLAUSIBLE)
    .slice(-LOOKED_AT)
    .sort((a, b) => a - b)
  if (ratios.length === 0) return 1
  const middle = (ratios[(ratios.length - 1) >> 1]! + ratios[ratios.length >> 1]!) / 2
  return 1 + ((middle - 1) * ratios.length) / (ratios.length + PRIOR_WORKOUTS)
}
