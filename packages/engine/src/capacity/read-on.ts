import type { LoggedSet } from '../lifter/sets.ts'
import type { LifterBelief } from './belief.ts'
import { observe } from './lifter.ts'
import { type KnownStrength, strengthsOf } from './strengths.ts'

/** What a lifter shows in every movement once these sets were read too, in the order in which they are given. */
export const strengthsAfter = (lifter: LifterBelief, sets: readonly LoggedSet[]): KnownStrength[] =>
  strengthsOf(sets.reduce((belief, set) => observe(belief, set), lifter))
