import { DAY_MS } from '@gymgenius/domain'

/** What time away from a movement asks for in the first workout back. */
export interface Layoff {
  readonly days: number
  /** Multiplies strength: what was probably lost, and caution because we know less. */
  readonly strengthFactor: number
  readonly rirAdded: number
  /** Share of the usual sets that is enough today. */
  readonly setsShare: number
}

const DAYS_WITHOUT_LOSS = 14
const LONG_DAYS = 26 * 7
/** Relative sd of the belief after time away: twice the ordinary 3.5 %. */
const SPREAD_AFTER = 0.07
/** The 20 % quantile of a normal, in sd below its mean. */
const TWENTY_PERCENT = 0.8416

/**
 * Strength after `days` without the movement.
 *
 *     loss    = 1 % for each week past two, at most 10 %; 15 % past 26 weeks
 *     caution = 0.8416 · 7 % (the 20 % quantile of the wider belief), reached between two and four weeks
 *     factor  = (1 − loss) (1 − caution);  target RIR + 1;  60 % of the sets
 *
 * Units    days; factor dimensionless.
 * Valid    any pause; nothing happens up to 14 days. Only this movement's sets are known, so a movement rarely trained by
 *          someone who trains all year is treated as if its lifter had been away.
 * Source   Direction: Bosquet et al. (2013), Scand J Med Sci Sports 23(3) (loss grows with time); sizes are judgement, wide.
 */
export function layoffOf(days: number): Layoff | undefined {
  if (days <= DAYS_WITHOUT_LOSS) return undefined
  const past = days - DAYS_WITHOUT_LOSS
  const loss = days > LONG_DAYS ? 0.15 : Math.min(0.1, (0.01 * past) / 7)
  const caution = TWENTY_PERCENT * SPREAD_AFTER * Math.min(1, past / DAYS_WITHOUT_LOSS)
  return { days: Math.floor(days), strengthFactor: (1 - loss) * (1 - caution), rirAdded: 1, setsShare: 0.6 }
}

export const isLayoff = (milliseconds: number) => milliseconds > DAYS_WITHOUT_LOSS * DAY_MS
