import type { Prescription } from '../prescription/snapshot.ts'
import type { AskedSet, BehaviourChannel, CapacityChannel, StrengthEstimate } from './channels.ts'
import { learnedBehaviour } from './learned-behaviour.ts'
import { learnedCapacity } from './learned-capacity.ts'
import { meanReps, pooled, quantilesOf, type RepQuantiles } from './rep-forecast.ts'
import type { LoggedSet, PlannedSet, RepForecast } from './sets.ts'

export interface SetForecast {
  readonly probabilities: RepForecast
  readonly mean: number
  readonly quantiles: RepQuantiles
  readonly e1rm: StrengthEstimate
}

export interface Advice {
  readonly prescription: Prescription
  /** Of the reps at the advised load, when stopping at the advised reserve. */
  readonly probabilities: RepForecast
  readonly e1rm: StrengthEstimate
}

/** One lifter, as far as the sets that were shown tell. Nothing is known of sets that were not shown yet. */
export interface Lifter {
  observe(set: LoggedSet): void
  /** Of what will be logged; of what could be done where the set says the reserve to stop at. */
  forecast(set: PlannedSet): SetForecast
  prescribe(asked: AskedSet): Advice
}

export interface Channels {
  readonly behaviour: BehaviourChannel
  readonly capacity: CapacityChannel
}

/**
 * Weights where a set repeats what the lifter chose before: then habit and capacity foretell the same thing. They sum to more
 * than one because the two know different things. Judged on logs: docs/engine/capacity.md.
 */
const WEIGHT_OF_CAPACITY = 0.35
const WEIGHT_OF_HABIT = 0.9

/** A lifter of whom nothing is known. */
export function createLifter({ behaviour, capacity }: Channels = newChannels()): Lifter {
  const atReserve = (set: PlannedSet) => {
    const able = capacity.forecast(set)
    const likeness = capacity.likeHabit(set)
    return likeness === 0
      ? able
      : pooled(able, 1 - (1 - WEIGHT_OF_CAPACITY) * likeness, behaviour.forecast({ ...set, rir: null }), WEIGHT_OF_HABIT * likeness)
  }
  let workoutKey = ''
  return {
    observe(said) {
      // The name as the set before has it: sets of one workout bring their own copies of the same text, and many keep it.
      workoutKey = said.workoutKey === workoutKey ? workoutKey : said.workoutKey
      const set = { ...said, workoutKey }
      behaviour.observe(set)
      capacity.observe(set)
    },
    forecast(set) {
      const probabilities = set.rir === null ? behaviour.forecast(set) : atReserve(set)
      return { probabilities, mean: meanReps(probabilities), quantiles: quantilesOf(probabilities), e1rm: capacity.strength(set) }
    },
    prescribe(asked) {
      const { prescription, probabilities } = capacity.prescribe(asked)
      const { movement, at, workoutKey, setNumber, bodyMass } = asked
      const { load, rir } = prescription
      const advised = { movement, at, workoutKey, setNumber, bodyMass, load, rir, kind: 'working', rest: null } as const
      return { prescription, probabilities, e1rm: capacity.strength(advised) }
    },
  }
}

function newChannels(): Channels {
  return { capacity: learnedCapacity(), behaviour: learnedBehaviour() }
}
