import { DAY_MS } from '@gymgenius/domain'
import { DAYS_WITHOUT_LOSS, lossAfter } from '../capacity/detraining.ts'

/** What time away from a movement asks for in the first workout back. */
export interface Layoff {
  readonly days: number
  /** What was probably lost, as a factor of strength; the belief has counted it already. */
  readonly kept: number
  /** Multiplies strength once more: caution because we know less. */
  readonly caution: number
  readonly rirAdded: number
  /** Share of the usual sets that is enough today. */
  readonly setsShare: number
}

/** Relative sd of the belief after time away: twice the ordinary 3.5 %. */
const SPREAD_AFTER = 0.07
/** The 20 % quantile of a normal, in sd below its mean. */
const TWENTY_PERCENT = 0.8416

/**
 * The first workout after `days` without the movement.
 *
 *     caution = 1 − 0.8416 · 7 % (the 20 % quantile of the wider belief), reached between two and four weeks
 *     target RIR + 1;  60 % of the sets
 *
 * Of the loss, half is strength, which movements of the same group keep up, and half is practice of this one.
 *
 * Units    days, `daysOfGroup` since such a movement was trained; factors dimensionless.
 * Valid    any pause; nothing happens up to 14 days.
 * Source   Judgement, wide. The loss itself: `lossAfter`.
 */
export function layoffOf(days: number, daysOfGroup = days): Layoff | undefined {
  if (days <= DAYS_WITHOUT_LOSS) return undefined
  const certainty = Math.min(1, (days - DAYS_WITHOUT_LOSS) / DAYS_WITHOUT_LOSS)
  return {
    days: Math.floor(days),
    kept: 1 - (lossAfter(days) + lossAfter(Math.min(days, daysOfGroup))) / 2,
    caution: 1 - TWENTY_PERCENT * SPREAD_AFTER * certainty,
    rirAdded: 1,
    setsShare: 0.6,
  }
}

export const isLayoff = (milliseconds: number) => milliseconds > DAYS_WITHOUT_LOSS * DAY_MS
