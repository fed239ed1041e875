import { within } from '../numerics/bounds.ts'

/** Measures of this morning, each in sd from the lifter's own usual; above is better. Null where not measured. */
export interface Readiness {
  readonly heartRateVariability: number | null
  readonly sleep: number | null
  readonly questionnaire: number | null
}

/** Strength that one sd of each is worth, as a fraction. */
const WORTH = { heartRateVariability: 0.003, sleep: 0.01, questionnaire: 0.015 } as const
/** No morning is worth more than this of the load. */
export const LARGEST_READINESS = 0.07

/**
 * What this morning adds to the usual strength, as a fraction of the load.
 *
 *     shift = 0.003 z(HRV) + 0.01 z(sleep) + 0.015 z(questionnaire),  at most ±7 %
 *
 * Units    z in sd of the lifter's own measures; result dimensionless.
 * Valid    before the first set; today's sets then speak for themselves.
 * Source   Bound: requirement G7. Sleep: a bad night costs 1–3 % (Craven et al. 2022). Heart rate variability hardly follows
 *          maximal force from day to day. Sizes are judgement, shrunk.
 */
export function readinessShift(readiness: Readiness | undefined): number {
  if (readiness === undefined) return 0
  const parts = (Object.keys(WORTH) as (keyof typeof WORTH)[]).map((measure) => WORTH[measure] * within(readiness[measure] ?? 0, -10, 10))
  return within(
    parts.reduce((sum, part) => sum + part, 0),
    -LARGEST_READINESS,
    LARGEST_READINESS,
  )
}
