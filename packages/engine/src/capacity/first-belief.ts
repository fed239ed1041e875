import type { MovementFacts } from '../lifter/sets.ts'
import { log } from '../numerics/elementary.ts'
import type { LifterBelief, MovementBelief } from './belief.ts'
import { freshBelief } from './observe.ts'
import { relatedBy } from './related.ts'
import { strengthsOf } from './strengths.ts'
import { transferred } from './transfer.ts'
import { usualMaximum } from './usual-maximum.ts'

/** sd of ln(maximum) where nothing was ever logged: within a factor of two, nearly always. */
export const SD_UNKNOWN = 0.35

/** What is believed of a movement before its first set: what the lifter's other movements tell, else what is usual. */
export function firstBelief(lifter: LifterBelief, movement: MovementFacts, bodyMass: number | null): MovementBelief {
  const related = relatedBy(movement)
  const known = transferred(strengthsOf(lifter), related)
  const mean = known?.mean ?? log(usualMaximum(movement, bodyMass))
  return { ...freshBelief(mean, known?.variance ?? SD_UNKNOWN * SD_UNKNOWN), related }
}
