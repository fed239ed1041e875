import type { MovementFacts } from '../lifter/sets.ts'
import { log } from '../numerics/elementary.ts'
import { type LifterBelief, type MovementBelief } from './belief.ts'
import { freshBelief } from './observe.ts'
import { usualMaximum } from './usual-maximum.ts'

/** sd of ln(maximum) where nothing was ever logged: within a factor of two, nearly always. */
export const SD_UNKNOWN = 0.35

/** What is believed of a movement before its first set. */
export function firstBelief(_lifter: LifterBelief, movement: MovementFacts, bodyMass: number | null): MovementBelief {
  return freshBelief(log(usualMaximum(movement, bodyMass)), SD_UNKNOWN * SD_UNKNOWN)
}
