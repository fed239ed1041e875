import { DAY_MS } from '@gymgenius/domain'
import { stepAfter } from '../capacity/detraining.ts'
import { SD_UNKNOWN } from '../capacity/first-belief.ts'
import { usualMaximum } from '../capacity/usual-maximum.ts'
import { log } from '../numerics/elementary.ts'
import { within } from '../numerics/bounds.ts'
import type { TrainingSnapshot } from './snapshot.ts'

const TRAINED_OVER_UNTRAINED = 1.3
/** Variances of ln(maximum) that are believed of a prior, whoever sent it. */
const SUREST = 1e-4
const LEAST_SURE = 1

/** ln of the maximum before the first set of a movement, and its variance. */
export interface Start {
  readonly level: number
  readonly variance: number
  /** True where the lifter's other movements tell of it, false where it is what is usual. */
  readonly isTold: boolean
}

/** What is believed before the first set: what other movements tell, less what time away from all of them has cost, else what is usual. */
export function startOf({ movement, athlete, belief, prior }: TrainingSnapshot, at: number): Start {
  const told = prior?.strength ?? undefined
  if (told !== undefined) {
    const level = within(told.level, -10, 10) + stepAfter((at - told.at) / DAY_MS)
    return { level, variance: within(told.variance, SUREST, LEAST_SURE), isTold: true }
  }
  const trained = athlete.isNovice || athlete.hasPain ? 1 : TRAINED_OVER_UNTRAINED
  const level = belief?.related ? belief.level : log(usualMaximum(movement, athlete.bodyMass) * trained)
  return { level, variance: SD_UNKNOWN * SD_UNKNOWN, isTold: false }
}
