import { within } from '../numerics/bounds.ts'
import { fractionOfMax, repsAtFraction } from './reps-curve.ts'

/** A set as strength sees it: what was worked against, for how many, with how many left if that was said. */
export interface StrengthSet {
  readonly total: number
  readonly reps: number
  readonly rir: number | undefined
}

/** What the first form believes about strength in one movement. */
export interface StrengthBelief {
  /** One-repetition maximum when fresh, kg of what is worked against. */
  readonly strength: number
  /** Typical distance between a set and what was expected of it, in repetitions. */
  readonly repSpread: number
}

/** RIR read into a set of which none was said: most sets in logbooks stop about here. Judgement. */
export const UNSAID_RIR = 2

/** How far one workout moves the belief: half way, so the newest counts half, the one before a quarter, … */
const GAIN = 0.5
/** A set without RIR proves at least its own repetitions: it pulls up like any other, and down hardly. */
const GAIN_DOWN_UNSAID = 0.15

/** Spread of repetitions before a lifter's own is known, when RIR is said and when it never is; worth this many workouts. */
const PRIOR_SPREAD = 1.4
const PRIOR_SPREAD_UNSAID = 2
const PRIOR_WORKOUTS = 6
/** A typing error should widen the interval, not drown it. */
const LARGEST_RESIDUAL = 6

/** The strength a set shows: what was said about its reserve is believed, what was not said is read as `UNSAID_RIR`. */
export const strengthShown = (set: StrengthSet) => set.total / fractionOfMax(set.reps + (set.rir ?? UNSAID_RIR))

/**
 * Belief after all workouts, oldest first.
 *
 *     s ← max over sets ( s + g (v − s) ),  v = total / f(reps + RIR);   and s ≥ total / f(reps), which was done
 *     spread² = (6 · σ₀² + Σ residual²) / (6 + count)
 *
 * g = 0.5; 0.15 downwards when no set of the workout carries an RIR. Where one does, sets without say only what they prove.
 * Every part rises with load, reps and RIR, so a better set never lowers the belief.
 *
 * Units    kg of what is worked against; repetitions.
 * Valid    reps ≥ 1; at least one workout with a set.
 * Source   Exponentially weighted mean with censored readings; gains and prior spreads are judgement, checked in simulation
 *          (docs/engine/first-form.md).
 */
export function believe(workouts: readonly (readonly StrengthSet[])[]): StrengthBelief | undefined {
  const [first, ...later] = workouts.filter((sets) => sets.length > 0)
  if (first === undefined) return undefined
  let strength = Math.max(...first.map(strengthShown))
  let squares = 0
  let count = 0
  for (const sets of later) {
    const informed = sets.filter((set) => set.rir !== undefined)
    if (informed.length > 0) {
      const residual = within(surprise(strength, informed), -LARGEST_RESIDUAL, LARGEST_RESIDUAL)
      squares += residual * residual
      count += 1
    }
    strength = afterWorkout(strength, sets, GAIN)
  }
  const saysRir = workouts.some((sets) => sets.some((set) => set.rir !== undefined))
  const prior = saysRir ? PRIOR_SPREAD : PRIOR_SPREAD_UNSAID
  return { strength, repSpread: Math.sqrt((PRIOR_WORKOUTS * prior * prior + squares) / (PRIOR_WORKOUTS + count)) }
}

/** The belief after one more workout, or one more set of today. */
export function afterWorkout(strength: number, sets: readonly StrengthSet[], gain: number): number {
  const informed = sets.filter((set) => set.rir !== undefined)
  const speaking = informed.length > 0 ? informed : sets
  const down = informed.length > 0 ? gain : GAIN_DOWN_UNSAID
  const moved = speaking.map((set) => {
    const surprise = strengthShown(set) - strength
    return strength + (surprise > 0 ? gain : down) * surprise
  })
  return Math.max(...moved, ...sets.map((set) => set.total / fractionOfMax(set.reps)))
}

/** Repetitions above expectation of the set that showed most. */
function surprise(strength: number, sets: readonly StrengthSet[]): number {
  return Math.max(...sets.map((set) => set.reps + (set.rir ?? UNSAID_RIR) - repsAtFraction(set.total / strength)))
}
