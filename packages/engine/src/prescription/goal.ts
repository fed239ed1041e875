import { reps, rir, seconds, type MovementPattern, type Reps, type Rir, type Seconds } from '@gymgenius/domain'
import { within } from '../numerics/bounds.ts'
import type { Target } from './snapshot.ts'

/** What one set should be: how many repetitions, how many left, how long to rest before it. */
export interface SetGoal {
  readonly repLow: Reps
  readonly repHigh: Reps
  readonly rir: Rir
  readonly rest: Seconds
}

/** Singles and triples of a curl teach nothing and cost joints. */
const FEWEST_ISOLATION_REPS = 6

/**
 * The range, reserve and rest of a set between all hypertrophy (s = 0) and all strength (s = 1).
 *
 *     repLow = round(8 − 5s)   repHigh = floor(12 − 7s)   RIR = 1 + 1.5s   rest = 120 + 120s
 *
 * Units    s dimensionless, 0–1; repetitions; rest seconds. Isolation movements never go below 6 repetitions.
 * Source   Requirement G5: 8–12 at s = 0, 6–8 at 0.5, 3–5 at 1.
 */
export function goalOf(goalStrength: number, pattern: MovementPattern): SetGoal {
  const s = within(goalStrength, 0, 1)
  const repLow = Math.round(8 - 5 * s)
  const repHigh = Math.floor(12 - 7 * s)
  const low = pattern === 'isolation' ? Math.max(FEWEST_ISOLATION_REPS, repLow) : repLow
  return {
    repLow: reps(low),
    repHigh: reps(low === repLow ? repHigh : Math.max(repHigh, low + 2)),
    rir: rir(1 + 1.5 * s),
    rest: seconds(120 + 120 * s),
  }
}

/** The goal of one set: what was said counts, the rest follows from the goal slider. */
export function goalFor(target: Target, pattern: MovementPattern): SetGoal {
  const goal = goalOf(target.goalStrength, pattern)
  const saidLow = target.repLow === null ? null : Math.round(within(target.repLow, 1, 100))
  const saidHigh = target.repHigh === null ? null : Math.round(within(target.repHigh, 1, 100))
  const low = saidLow ?? Math.min(goal.repLow, saidHigh ?? goal.repLow)
  const high = saidHigh ?? Math.max(goal.repHigh, low)
  return {
    repLow: reps(Math.min(low, high)),
    repHigh: reps(Math.max(low, high)),
    rir: target.rir === null ? goal.rir : rir(within(target.rir, 0, 5)),
    rest: goal.rest,
  }
}

export const saysRange = (target: Target) => target.repLow !== null || target.repHigh !== null
