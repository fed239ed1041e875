import { kg, type Kilograms, type LoadKind, type Reps, type Rir } from '@gymgenius/domain'
import { costOfReps } from '../capacity/curve.ts'
import { repsToFailureShown } from '../capacity/effort.ts'
import { exp } from '../numerics/elementary.ts'
import type { Estimator } from './estimators.ts'

/** A set of one day, as a chart of strength needs it. */
export interface ChartSet {
  readonly load: Kilograms
  readonly reps: Reps
  readonly rir: Rir | null
}

/** The curve behind the advice, so that a chart and an explanation name the same maximum. */
const asAdvised: Estimator = (load, reps, rir) => kg(load * exp(costOfReps(repsToFailureShown(reps, rir))))

/** e1RM of one set for a chart: what was certainly done, with the RIR that was said and no more. */
export const estimateFor = (set: ChartSet, estimator: Estimator = asAdvised): Kilograms =>
  estimator(set.load, set.reps, set.rir ?? (0 as Rir))

/**
 * The set that shows most strength; for help taken off the body, the one with least help; of those without a load, which say no maximum, the one with
 * most repetitions. Undefined when there is none.
 */
export function bestSetOf<S extends ChartSet>(sets: readonly S[], loadKind: LoadKind, estimator: Estimator = asAdvised): S | undefined {
  const value = (set: S) =>
    loadKind === 'assisted' ? -set.load + set.reps / 1000 : loadKind === 'body_weight' ? set.reps : estimateFor(set, estimator)
  const isMore = (set: S, best: S) => value(set) > value(best) || (value(set) === value(best) && set.reps > best.reps)
  let best: S | undefined
  for (const set of sets) if (set.reps > 0 && (best === undefined || isMore(set, best))) best = set
  return best
}
