import type { MovementBelief } from '../capacity/belief.ts'
import { worthOfRep } from '../capacity/curve.ts'
import { type Capacity, chanceOf } from '../capacity/forecast.ts'
import { personalFatigue } from '../capacity/observe.ts'
import { amountOf, rested, type SetFatigue, tiredBy } from '../capacity/set-fatigue.ts'
import type { Traits } from '../capacity/traits.ts'
import { hundredths } from '../numerics/bounds.ts'
import { aimOf } from './aim.ts'
import type { SetGoal } from './goal.ts'
import type { Reason } from './snapshot.ts'

/** Of five following sets, four should reach the range. */
const ASKED = 0.8
const SHORTEST_REST = 60
const LONGEST_REST = 300
const STEP = 30

/** The set that is rested from: what it was done with, and what it will leave behind. */
export interface Resting {
  readonly goal: SetGoal
  readonly belief: MovementBelief
  readonly traits: Required<Traits>
  /** Before the set. */
  readonly fatigue: SetFatigue
  readonly capacity: Capacity
  readonly lnTotal: number
}

/**
 * Rest as a decision (requirement N9): what less of it costs the next set at this load, and the shortest that is enough.
 *
 *     reps lost = φ (u(t) − u(t')) / κ · (30 + n)     enough: P(reps ≥ repLow) ≥ 0.8, in steps of 30 s, 60 to 300 s
 *
 * Units    seconds; repetitions near the middle of the range.
 * Valid    a set that ends at the target reserve.
 */
export function restReason(resting: Resting): Reason {
  const { goal, belief, traits, fatigue } = resting
  const after = tiredBy(fatigue, goal.rir)
  const taken = (rest: number) => personalFatigue(belief) * amountOf(rested(after, rest))
  const lost = (rest: number) => hundredths((taken(rest) - taken(goal.rest)) / worthOfRep(aimOf(goal) + goal.rir, traits.curve))
  const told = { code: 'rest', seconds: goal.rest, halfCostsReps: lost(goal.rest / 2), thirtyLessCostsReps: lost(goal.rest - STEP) }
  const enough = shortestEnough(resting, taken)
  return enough === undefined ? told : { ...told, enoughSeconds: enough }
}

function shortestEnough(
  { goal, belief, traits, fatigue, capacity, lnTotal }: Resting,
  taken: (rest: number) => number,
): number | undefined {
  const fresh = capacity.mean + personalFatigue(belief) * amountOf(fatigue)
  for (let rest = SHORTEST_REST; rest <= LONGEST_REST; rest += STEP) {
    if (chanceOf(goal.repLow, goal.rir, lnTotal, { ...capacity, mean: fresh - taken(rest) }, traits) >= ASKED) return rest
  }
  return undefined
}
