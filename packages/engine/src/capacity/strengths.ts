import type { Instant, MovementId } from '@gymgenius/domain'
import type { FatigueSeen, LifterBelief } from './belief.ts'
import { carriedOver } from './observe.ts'
import type { Related } from './related.ts'
import type { Surprise } from './surprise.ts'

/** Sets that a movement must have seen to speak for another. */
const ENOUGH_SETS = 3

/** What a lifter showed in one movement, as far as it says something of others. Plain data, which a phone can keep. */
export interface KnownStrength {
  readonly movementId: MovementId
  readonly related: Related
  /** ln of the maximum on an ordinary fresh day (kg of what is worked against), and its variance, all sets counted. */
  readonly level: number
  readonly variance: number
  readonly sets: number
  /** When its last set was done. */
  readonly at: Instant
  readonly fatigueSeen: FatigueSeen
  readonly surprise: Surprise
}

/** The strengths of a lifter that can speak for a movement never done, in the order in which they came. */
export function strengthsOf(lifter: LifterBelief): KnownStrength[] {
  return Object.entries(lifter.movements).flatMap(([key, belief]): KnownStrength[] => {
    const { related, sets, at, fatigueSeen, surprise } = belief
    if (related === null || sets < ENOUGH_SETS) return []
    const { level, variance } = carriedOver(belief)
    return [{ movementId: key as MovementId, related, level, variance, sets, at: at as Instant, fatigueSeen, surprise }]
  })
}
