import { log } from '../numerics/elementary.ts'
import { costOfReps } from './curve.ts'
import { MOST_RIR_BELIEVED, repsToFailureShown } from './effort.ts'
import { type Traits, USUAL_TRAITS } from './traits.ts'

/** A set as capacity sees it. */
export interface WorkedSet {
  readonly at: number
  /** What the muscles worked against, kg, > 0. */
  readonly total: number
  readonly reps: number
  /** What the lifter said was left; 0 for a set to failure; undefined when nothing was said. */
  readonly rir: number | undefined
  /** True where the reserve was not said but read from what was asked. */
  readonly isGuessed?: boolean | undefined
  /** Seconds of rest before it, where known. */
  readonly rest?: number | undefined
}

/** Zero repetitions with some said to be left is a set not begun, and its reserve is believed; without, the load did not move. */
export const isFailedAttempt = ({ reps, rir }: Pick<WorkedSet, 'reps' | 'rir'>) => reps === 0 && !(rir !== undefined && rir > 0)

/** What one set says, whatever tired it: ln of what was lifted, and what its repetitions cost at least and at most of a maximum. */
export interface Evidence {
  readonly lnTotal: number
  readonly least: number
  readonly most: number
  /** How much of the usual step to take towards it from above. */
  readonly trustDown: number
}

/** What it says of ln(maximum) as if done fresh: at least `low`, at most `high`, the two alike where a reserve was said. */
export interface Reading {
  readonly low: number
  readonly high: number
  readonly trustDown: number
}

/** Nobody is asked to believe that a set without a said reserve was easier than this. */
const MOST_RIR_UNSAID = 5
/** A load is lifted by plan: coming down because an unsaid set could not have been so easy is done slowly. Judgement. */
const TRUST_DOWN_UNSAID = 0.3
/** Five left and more is said of any easy set. Judgement: the middle of what it may be, not its least; two more than was said. */
const leftWhenEasy = (said: number) => Math.max(7, said + 2)

export function evidenceOf(set: WorkedSet, { curve, rirBias }: Required<Traits>): Evidence {
  const { total, reps, rir } = set
  const lnTotal = log(total)
  const costOf = (n: number) => costOfReps(n, curve)
  if (isFailedAttempt(set)) return { lnTotal, least: Number.NEGATIVE_INFINITY, most: costOf(0.5), trustDown: 1 }
  if (rir === undefined) {
    return { lnTotal, least: costOf(reps + 0.5), most: costOf(reps + MOST_RIR_UNSAID + 0.5), trustDown: TRUST_DOWN_UNSAID }
  }
  if (rir > MOST_RIR_BELIEVED) return { lnTotal, least: costOf(reps + leftWhenEasy(rir)), most: Number.POSITIVE_INFINITY, trustDown: 0 }
  const cost = costOf(repsToFailureShown(reps, rir, rirBias))
  return { lnTotal, least: cost, most: cost, trustDown: 1 }
}

/**
 * Reads a set: its repetitions and said reserve turned into a fresh maximum, `fatigue` (in ln of load) given back.
 *
 * Both ends rise with load, repetitions and reserve, and a set that only sets a least pulls down by less: so a better set never
 * says less.
 */
export const readingOf = ({ lnTotal, least, most, trustDown }: Evidence, fatigue: number): Reading => ({
  low: lnTotal + fatigue + least,
  high: lnTotal + fatigue + most,
  trustDown,
})

/** How far the reading lies from a belief, with the trust it deserves: 0 inside it. */
export function pull({ low, high, trustDown }: Reading, belief: number): number {
  if (belief < low) return low - belief
  return belief > high ? trustDown * (high - belief) : 0
}

/**
 * The same for what is foretold of chosen loads, where repetitions weigh more (a flatter curve, still within experiments):
 * chosen loads differ by less than strength does.
 */
export const shownAtLoad = ({ lnTotal, least }: Evidence, fatigue: number) => lnTotal + fatigue + FLATTER * least

/** The slope of ln(1 + n/30) on ln(load) is divided by this: −0.93 becomes −0.83. */
const FLATTER = 1.12
/** Reads what is foretold of chosen loads back. */
export const CHOSEN_TRAITS: Required<Traits> = { ...USUAL_TRAITS, curve: FLATTER }
