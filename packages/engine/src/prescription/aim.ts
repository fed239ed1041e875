import { costOfReps } from '../capacity/curve.ts'
import { repsToFailureShown } from '../capacity/effort.ts'
import { exp } from '../numerics/elementary.ts'
import type { SetGoal } from './goal.ts'

/** The middle of the range: where a load is aimed. */
export const aimOf = ({ repLow, repHigh }: Pick<SetGoal, 'repLow' | 'repHigh'>) => (repLow + repHigh) / 2

/** Share of the maximum that brings a lifter to `reps` with the reserve asked for. */
export const shareFor = (reps: number, rir: number) => exp(-costOfReps(repsToFailureShown(reps, rir)))

/** The maximum that a set shows, its reserve believed, kg of what is worked against. */
export const strengthShown = ({ total, reps, rir }: { readonly total: number; readonly reps: number; readonly rir: number | undefined }) =>
  total / shareFor(reps, rir ?? UNSAID_RIR)

/** RIR read into a set of which none was said: most sets in logbooks stop about here. Judgement. */
const UNSAID_RIR = 2
