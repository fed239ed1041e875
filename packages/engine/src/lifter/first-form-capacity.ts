import { DAY_MS, kg, type MovementId, type WorkoutId } from '@gymgenius/domain'
import { within } from '../numerics/bounds.ts'
import { goalFor } from '../prescription/goal.ts'
import { historyOf } from '../prescription/history.ts'
import { layoffOf } from '../prescription/layoff.ts'
import { repsTakenSoFar, strengthToday } from '../prescription/next-set.ts'
import { prescribe } from '../prescription/prescribe.ts'
import { resistanceOf } from '../prescription/resistance.ts'
import type { LoadableSteps, SnapshotSet, Target, TrainingSnapshot } from '../prescription/snapshot.ts'
import { startStrength } from '../prescription/start-strength.ts'
import { believe, UNSAID_RIR } from '../strength/belief.ts'
import { fractionOfMax, repsAtFraction } from '../strength/reps-curve.ts'
import type { AskedSet, CapacityChannel } from './channels.ts'
import { normalForecast } from './rep-forecast.ts'
import type { LoggedSet, MovementFacts, PlannedSet } from './sets.ts'

/** As many sets as a snapshot holds. */
const SETS_KEPT = 120
/** Movements remembered of one lifter; the one longest unseen is forgotten. Nobody has more, a hostile file might. */
const MOVEMENTS_KEPT = 2000
/** Spread of repetitions when nothing was ever logged. Judgement. */
const SPREAD_UNKNOWN = 4

type Asked = Pick<PlannedSet, 'movement' | 'at' | 'workoutKey' | 'setNumber' | 'bodyMass'>

/** The first form behind the lifter's interface: it keeps the newest sets of each movement and works everything out anew. */
export function firstFormCapacity(): CapacityChannel {
  const kept = new Map<string, SnapshotSet[]>()
  const setsOf = ({ key }: MovementFacts) => kept.get(key) ?? []

  const read = (asked: Asked) => {
    const snapshot = snapshotOf(asked, setsOf(asked.movement), { min: kg(0), step: kg(2.5) })
    const target = targetOf(asked, {})
    const resistance = resistanceOf(snapshot)
    const history = historyOf(snapshot, target, resistance)
    const { past, today } = history
    const goal = goalFor(target, asked.movement.pattern)
    const belief = believe(past.length > 0 ? past.map(({ sets }) => sets) : [today.filter((set) => set.reps > 0)])
    const lastAt = past.at(-1)?.at
    const layoff = lastAt === undefined ? undefined : layoffOf(((today[0]?.at ?? asked.at) - lastAt) / DAY_MS)
    const fresh = (belief?.strength ?? startStrength(snapshot)) * (layoff?.strengthFactor ?? 1)
    return {
      resistance,
      strength: strengthToday(fresh, today, goal),
      taken: repsTakenSoFar(today, asked.setNumber, goal),
      spread: (belief?.repSpread ?? SPREAD_UNKNOWN) * (layoff === undefined ? 1 : 2),
    }
  }

  return {
    observe(set) {
      const { key } = set.movement
      const sets = [...(kept.get(key) ?? []), asSnapshotSet(set)].slice(-SETS_KEPT)
      kept.delete(key)
      kept.set(key, sets)
      if (kept.size > MOVEMENTS_KEPT) kept.delete(kept.keys().next().value!)
    },
    forecast(set) {
      const { resistance, strength, taken, spread } = read(set)
      const expected = repsAtFraction(resistance.total(set.load) / strength) - taken - (set.rir ?? UNSAID_RIR)
      return normalForecast(within(expected, 0, 400), spread)
    },
    strength(set) {
      const { resistance, strength, spread } = read(set)
      const mean = kg(within(resistance.load(strength), 0, 1e6))
      return { mean, sd: (1 - fractionOfMax(spread)) * strength }
    },
    prescribe(asked) {
      return prescribe(snapshotOf(asked, setsOf(asked.movement), asked.loads), targetOf(asked, asked))
    },
  }
}

function asSnapshotSet({ workoutKey, at, kind, load, reps, rir, toFailure }: LoggedSet): SnapshotSet {
  return { workoutId: workoutKey as WorkoutId, at, kind, load, reps, rir, toFailure }
}

function snapshotOf({ movement, bodyMass }: Asked, sets: readonly SnapshotSet[], loads: LoadableSteps): TrainingSnapshot {
  const { key, pattern, loadKind, equipment } = movement
  return {
    movement: { id: key as MovementId, pattern, loadKind, equipment },
    athlete: { bodyMass, isNovice: false, hasPain: false },
    loads,
    sets,
  }
}

const targetOf = (
  { at, setNumber, workoutKey }: Asked,
  { repLow, repHigh, rir }: Partial<Pick<AskedSet, 'repLow' | 'repHigh' | 'rir'>>,
): Target => ({
  at,
  setNumber,
  workoutId: workoutKey as WorkoutId,
  goalStrength: 0.5,
  repLow: repLow ?? null,
  repHigh: repHigh ?? null,
  rir: rir ?? null,
})
