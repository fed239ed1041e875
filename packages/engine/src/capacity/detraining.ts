import { log } from '../numerics/elementary.ts'

export const DAYS_WITHOUT_LOSS = 14
const LONG_DAYS = 26 * 7

/**
 * Strength lost by time away, as a fraction.
 *
 *     1 % for each week past two, at most 10 %; 15 % past 26 weeks
 *
 * Units    days; result dimensionless.
 * Valid    any pause of one movement.
 * Source   Direction: Bosquet et al. (2013), Scand J Med Sci Sports 23(3) (loss grows with time); sizes are judgement, wide.
 */
export function lossAfter(days: number): number {
  if (days <= DAYS_WITHOUT_LOSS) return 0
  return days > LONG_DAYS ? 0.15 : Math.min(0.1, (0.01 * (days - DAYS_WITHOUT_LOSS)) / 7)
}

/** The same as a step of ln(strength): negative. */
export const stepAfter = (days: number) => log(1 - lossAfter(days))
