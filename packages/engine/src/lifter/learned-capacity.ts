import { kg, type MovementId, type WorkoutId } from '@gymgenius/domain'
import { emptyLifter, type MovementBelief } from '../capacity/belief.ts'
import { forecastOf } from '../capacity/forecast.ts'
import { capacityForecast, likeHabit, movementBelief, observe } from '../capacity/lifter.ts'
import { bodyOf } from '../capacity/worked-against.ts'
import { priorFor } from '../capacity/prior.ts'
import { strengthsOf } from '../capacity/strengths.ts'
import { log } from '../numerics/elementary.ts'
import { within } from '../numerics/bounds.ts'
import { deliberate } from '../prescription/prescribe.ts'
import type { CapacityChannel } from './channels.ts'
import { type Openable, use } from './in-use.ts'
import { type KeptSets, setsIn, setsPutAway, withSet } from './kept-sets.ts'
import type { MovementFacts } from './sets.ts'
import { Shelf } from './shelf.ts'

/** Sets of a movement that the guardrails look back on. */
const SETS_KEPT = 40
/** Movements whose sets are remembered; the one longest unseen is forgotten. Nobody has more, a hostile file might. */
const MOVEMENTS_KEPT = 2000

/** The belief in capacity behind the lifter's interface, and the newest sets, which the guardrails look at. */
export function learnedCapacity(): CapacityChannel {
  let belief = emptyLifter()
  const shelf = new Shelf<MovementBelief>({
    get movements() {
      return belief.movements
    },
    set movements(movements) {
      belief = { ...belief, movements }
    },
  })
  const kept = new Map<string, KeptSets>()
  const keptOnes: Openable = {
    putAway() {
      for (const [key, sets] of kept) kept.set(key, setsPutAway(sets))
    },
  }
  const reached = ({ movement }: { readonly movement: MovementFacts }) => {
    shelf.reach(movement.key)
    return belief
  }

  return {
    observe(set) {
      belief = observe(reached(set), set)
      const { key } = set.movement
      const sets = withSet(kept.get(key), set, SETS_KEPT)
      // The last is the one seen last.
      kept.delete(key)
      kept.set(key, sets)
      use(keptOnes)
      if (kept.size > MOVEMENTS_KEPT) kept.delete(kept.keys().next().value!)
    },
    forecast: (set) => capacityForecast(reached(set), set).probabilities,
    likeHabit: (set) => likeHabit(reached(set), set),
    strength(set) {
      const { mean, sd } = capacityForecast(reached(set), set).e1rm
      const { loadKind } = set.movement
      const carried = loadKind === 'external' || loadKind === 'machine_stack' ? 0 : bodyOf(set.bodyMass)
      return { mean: kg(within(mean - carried, 0, 1e6)), sd }
    },
    prescribe({ movement, at, workoutKey, setNumber, repLow, repHigh, rir, loads, bodyMass }) {
      const { key, pattern, loadKind, equipment } = movement
      const known = reached({ movement })
      const prior = Object.hasOwn(known.movements, key) ? undefined : priorFor(strengthsOf(known), movement)
      const snapshot = {
        movement: { id: key as MovementId, pattern, loadKind, equipment },
        athlete: { bodyMass, isNovice: false, hasPain: false },
        loads,
        sets: kept.has(key) ? setsIn(kept.get(key)!) : [],
        ...(prior !== undefined && { prior }),
        belief: movementBelief(known, {
          movement,
          at,
          workoutKey,
          setNumber,
          bodyMass,
          kind: 'working',
          load: kg(0),
          rir,
          rest: null,
        }),
      }
      const target = { at, setNumber, workoutId: workoutKey as WorkoutId, goalStrength: 0.5, repLow, repHigh, rir }
      const { prescription, capacity, total } = deliberate(snapshot, target)
      return { prescription, probabilities: forecastOf(prescription.rir, log(total), capacity) }
    },
  }
}
