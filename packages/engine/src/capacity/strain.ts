import { DAY_MS } from '@gymgenius/domain'
import { exp, log } from '../numerics/elementary.ts'

/** One workout of one movement, as far as it tires the days after it. */
export interface Training {
  /** When it began, ms. */
  readonly at: number
  /** Working sets, whatever came of them. */
  readonly sets: number
}

/** How hard days tire one lifter: the personal part of `strainsOf`. */
export interface DayFatigue {
  /** ln of strength that one usual workout more than usual costs while it is fresh. */
  readonly scale: number
  /** Power of a workout's size, and share forgotten a day. */
  readonly alpha: number
  readonly beta: number
}

/** A workout beside the lifter's usual one, worked out once for all α and β. */
export interface Dose {
  /** Days since the workout before, in tenths, so that few differ; 0 of the first. */
  readonly gap: number
  /** ln of its sets ÷ the mean of the last 28 days. */
  readonly size: number
  /** How many workouts before it the usual is the mean of; 0 where none is known. */
  readonly usual: number
}

const USUAL_DAYS = 28
/** What came before the log is not known: the first two weeks are no usual. */
const UNKNOWN_DAYS = 14
/** Fewer workouts are no usual either. */
const FEWEST = 3

export function dosesOf(trained: readonly Training[]): Dose[] {
  const daysSince = (i: number, at: number) => (at - trained[i]!.at) / DAY_MS
  let from = 0
  let known = 0
  let sum = 0
  return trained.map(({ at, sets }, i) => {
    sum += sets
    while (daysSince(from, at) > USUAL_DAYS) sum -= trained[from++]!.sets
    while (known < i && (known < from || -daysSince(known, trained[0]!.at) < UNKNOWN_DAYS)) known++
    return {
      gap: i === 0 ? 0 : Math.max(0, Math.round(10 * daysSince(i - 1, at))) / 10,
      size: log((sets * (i - from + 1)) / sum),
      usual: i - known < FEWEST ? 0 : i - known,
    }
  })
}

/**
 * Fatigue over days at the beginning of each workout, beside the lifter's usual.
 *
 *     F(t) = Σ vⱼ^α e^(−β (t − tⱼ)) over the workouts before,  v = sets ÷ their mean of 28 days;   result F − mean of F over 28 days
 *
 * Units    workouts of the usual size; t in days, β per day. Nought while no usual is known.
 * Valid    workouts in order of time.
 * Source   Requirement G6; impulse response: Banister (1975), Busso et al. (1990). Here a volume load is a count of sets in units of the
 *          lifter's own usual: repetitions and load are left out, so that a better set never costs the next workout (decision 0077).
 */
export function strainsOf(doses: readonly Dose[], { alpha, beta }: Pick<DayFatigue, 'alpha' | 'beta'>): number[] {
  const sums = [0]
  let fatigue = 0
  let last = 0
  return doses.map(({ gap, size, usual }, i) => {
    fatigue = (fatigue + last) * exp(-beta * gap)
    last = exp(alpha * size)
    sums.push(sums[i]! + fatigue)
    return usual && fatigue - (sums[i]! - sums[i - usual]!) / usual
  })
}
