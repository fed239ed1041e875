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
}

/** What is believed where this movement was never logged: what the lifter's other movements tell, else what is usual. */
export function startOf(snapshot: TrainingSnapshot, at: number): Start {
  const { movement, athlete, belief } = snapshot
  const unknown = SD_UNKNOWN * SD_UNKNOWN
  const told = transferredStart(snapshot, at)
  if (told !== undefined) return told
  if (belief !== undefined && belief.related !== null) return { level: belief.level, variance: unknown }
  const trained = athlete.isNovice || athlete.hasPain ? 1 : TRAINED_OVER_UNTRAINED
  return { level: log(usualMaximum(movement, athlete.bodyMass) * trained), variance: unknown }
}

/** What the lifter's other movements tell, less what time away from all of them has cost. */
export function transferredStart({ prior }: TrainingSnapshot, at: number): Start | undefined {
  const strength = prior?.strength ?? undefined
  if (strength === undefined) return undefined
  const level = within(strength.level, -10, 10) + stepAfter((at - strength.at) / DAY_MS)
  return { level, variance: within(strength.variance, SUREST, LEAST_SURE) }
}
