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
/** Surprises older than this many workouts are forgotten. */
const RECENT_WORKOUTS = 10
/** A typing error should widen the interval, not drown it. */
const LARGEST_RESIDUAL = 6

/** The strength a set shows: what was said about its reserve is believed, what was not said is read as `UNSAID_RIR`. */
export const strengthShown = (set: StrengthSet) => set.total / fractionOfMax(repsShown(set))

/** Repetitions given back to the 2nd, 3rd, … set of a workout for those before it, whatever their effort. About half of `repsTaken` at failure. */
const TIRED_REPS = [0, 0.6, 1.1, 1.5] as const
const TIRED_LATER = 1.8

/**
 * The strength a workout shows: the mean of the better half of its sets, each read as if fresh.
 *
 * One set would be too much luck, all of them too much fatigue and too many lighter sets nobody called warm-ups.
 * An average of the largest values rises with each of them, so a better set never shows less.
 */
export function strengthShownBy(sets: readonly StrengthSet[]): number {
  const shown = sets.map((set, i) => set.total / fractionOfMax(repsShown(set) + (TIRED_REPS[i] ?? TIRED_LATER)))
  const better = shown.toSorted((a, b) => b - a).slice(0, Math.ceil(shown.length / 2))
  return better.reduce((sum, value) => sum + value, 0) / better.length
}

/**
 * Belief after all workouts, oldest first.
 *
 *     s ← s + g (v − s),  v the strength the workout shows;   and s ≥ total / f(reps), which was done
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
  let strength = strengthShownBy(speaking(first))
  const residuals: number[] = []
  for (const sets of later) {
    const heard = sets.find(saysRir)
    if (heard !== undefined) residuals.push(within(surprise(strength, heard), -LARGEST_RESIDUAL, LARGEST_RESIDUAL))
    strength = afterWorkout(strength, sets, GAIN)
  }
  const prior = workouts.some((sets) => sets.some(saysRir)) ? PRIOR_SPREAD : PRIOR_SPREAD_UNSAID
  const recent = residuals.slice(-RECENT_WORKOUTS)
  const squares = recent.reduce((sum, residual) => sum + residual * residual, 0)
  return { strength, repSpread: Math.sqrt((PRIOR_WORKOUTS * prior * prior + squares) / (PRIOR_WORKOUTS + recent.length)) }
}

/** The belief after one more workout, or one more set of today. */
export function afterWorkout(strength: number, sets: readonly StrengthSet[], gain: number): number {
  const shown = strengthShownBy(speaking(sets))
  const step = shown > strength || sets.some(saysRir) ? gain : GAIN_DOWN_UNSAID
  return Math.max(strength + step * (shown - strength), ...sets.map((set) => set.total / fractionOfMax(set.reps)))
}

const saysRir = (set: StrengthSet) => set.rir !== undefined
const repsShown = (set: StrengthSet) => set.reps + (set.rir ?? UNSAID_RIR)

/** Sets with an RIR speak; without any, all do. */
function speaking(sets: readonly StrengthSet[]): readonly StrengthSet[] {
  const said = sets.filter(saysRir)
  return said.length > 0 ? said : sets
}

/** Repetitions above expectation. */
const surprise = (strength: number, set: StrengthSet) => repsShown(set) - repsAtFraction(set.total / strength)
