import { costOfReps } from '../capacity/curve.ts'
import { repsToFailureShown } from '../capacity/effort.ts'
import type { Traits } from '../capacity/traits.ts'
import { exp } from '../numerics/elementary.ts'
import type { SetGoal } from './goal.ts'
import type { WorkSet } from './history.ts'

type Range = Pick<SetGoal, 'repLow' | 'repHigh'>

export const middleOf = ({ repLow, repHigh }: Range) => (repLow + repHigh) / 2

/** Aimed this many repetitions lighter: a load too light ends at the top with one more left, one too heavy below the range. */
const LIGHTER = 0.3

/** Where a load is aimed. */
export const aimOf = (range: Range) => middleOf(range) + LIGHTER

/** Share of the maximum that brings a lifter to `reps` with the reserve asked for. */
export const shareFor = (reps: number, rir: number, { curve, rirBias }: Required<Traits>) =>
  exp(-costOfReps(repsToFailureShown(reps, rir, rirBias), curve))

/** The maximum that a set shows, its reserve believed, kg of what is worked against. */
export const strengthShown = ({ total, reps, rir }: Pick<WorkSet, 'total' | 'reps' | 'rir'>, traits: Required<Traits>) =>
  total / shareFor(reps, rir ?? UNSAID_RIR, traits)

/** RIR read into a set of which none was said: most sets in logbooks stop about here. Judgement. */
const UNSAID_RIR = 2
