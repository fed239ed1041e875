import type { Foretold } from '../reading/read-set.ts'

/** Sums over scored sets; those of the parts add up to those of the whole. */
export interface ScoreSums {
  sets: number
  /** Sets that ended inside the range of whole repetitions. Such a range holds at least what its name says. */
  inside50: number
  inside80: number
  inside95: number
  /** The same with a set on the edge of a range counted in part: honest ranges hold exactly what their name says. */
  fair50: number
  fair80: number
  fair95: number
  /** |middle of the forecast − reps| */
  miss: number
  /** |what the simple rule says − reps| */
  ruleMiss: number
}

/** What a score needs of a forecast that was held against its set; a server has it in a row. */
export interface Told extends Pick<Foretold, 'range50' | 'range80' | 'range95'> {
  readonly grade: Pick<Foretold['grade'], 'inside50' | 'inside80' | 'inside95' | 'error'>
}

export const emptySums = (): ScoreSums => ({
  sets: 0,
  inside50: 0,
  inside80: 0,
  inside95: 0,
  fair50: 0,
  fair80: 0,
  fair95: 0,
  miss: 0,
  ruleMiss: 0,
})

export function addScore(sums: ScoreSums, reps: number, { range50, range80, range95, grade }: Told, ruleMiss: number): void {
  sums.sets += 1
  sums.inside50 += Number(reps >= range50.low && reps <= range50.high)
  sums.inside80 += Number(reps >= range80.low && reps <= range80.high)
  sums.inside95 += Number(reps >= range95.low && reps <= range95.high)
  sums.fair50 += grade.inside50
  sums.fair80 += grade.inside80
  sums.fair95 += grade.inside95
  sums.miss += grade.error
  sums.ruleMiss += ruleMiss
}

/** Shares and means per set; null where there is none. */
export type Score = { readonly [Name in keyof ScoreSums]: Name extends 'sets' ? number : number | null }

export function scoreOf({ sets, ...sums }: ScoreSums): Score {
  const mean = (sum: number) => (sets === 0 ? null : sum / sets)
  const share = (sum: number) => (sets === 0 ? null : Math.min(1, sum / sets)) // a sum of shares may pass their number in the last bit
  return {
    sets,
    inside50: share(sums.inside50),
    inside80: share(sums.inside80),
    inside95: share(sums.inside95),
    fair50: share(sums.fair50),
    fair80: share(sums.fair80),
    fair95: share(sums.fair95),
    miss: mean(sums.miss),
    ruleMiss: mean(sums.ruleMiss),
  }
}

export interface Verdict {
  /** Whether the ranges held what their name says: too narrow is overconfident. */
  readonly ranges: 'honest' | 'narrow' | 'wide'
  /** The average miss beside that of the simple rule. */
  readonly besideRule: 'better' | 'level' | 'worse'
}

/** Fewer sets than this say nothing worth reading. */
export const SETS_FOR_A_VERDICT = 100
/** The 80 % range of an honest engine holds 75 to 86 %, or what chance alone moves it by where sets are few. */
const HONEST_BELOW = 0.05
const HONEST_ABOVE = 0.06
const LEVEL = 0.02

/** Null: too few sets to say. */
export function verdictOf({ sets, fair80, miss, ruleMiss }: Score): Verdict | null {
  if (sets < SETS_FOR_A_VERDICT) return null
  const chance = 2 * Math.sqrt((0.8 * 0.2) / sets)
  const off = fair80! - 0.8
  return {
    ranges: off < -Math.max(HONEST_BELOW, chance) ? 'narrow' : off > Math.max(HONEST_ABOVE, chance) ? 'wide' : 'honest',
    besideRule: miss! < ruleMiss! * (1 - LEVEL) ? 'better' : miss! > ruleMiss! * (1 + LEVEL) ? 'worse' : 'level',
  }
}
