import type { ProblemCode } from '@gymgenius/contracts'

/** So many in a period, all at once if need be; then one each time a share of the period has passed. */
export interface RateRule {
  readonly name: string
  readonly count: number
  readonly periodMs: number
  /** What is said to who comes too often. */
  readonly problem: Extract<ProblemCode, 'request.too_many' | 'auth.too_many_attempts'>
}

/** Where several processes count together. It answers also while what they share is away: then each counts for itself. */
export interface RatePort {
  /** Counts one more under `key`; milliseconds to wait where that is too many, 0 where it is not. */
  count(rule: RateRule, key: string): Promise<number>
  forgive(rule: RateRule, key: string): Promise<void>
}
