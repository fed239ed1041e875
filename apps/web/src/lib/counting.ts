import type { Movement, PlannedSet } from '@gymgenius/contracts'
import { seconds } from '@gymgenius/domain'
import type { BeyondTheIndex } from 'virtual:library'

/** What a set is counted by where it is not by repetitions, and how much of it. */
export type Counting = Pick<PlannedSet, 'durationSeconds' | 'distanceMeters'>

type Counted = Pick<BeyondTheIndex, 'id' | 'countedIn' | 'repRange'>

/**
 * How a movement is begun that nobody planned: nobody holds a plank for repetitions, or runs by them. Time and distance begin at the
 * least that is usual; repetitions are left to the engine. One's own movement is counted as the one it varies.
 */
export function countingOf({ id, baseId }: Pick<Movement, 'id' | 'baseId'>, details: readonly Counted[]): Counting {
  const known = details.find((one) => one.id === id) ?? details.find((one) => one.id === baseId)
  if (known === undefined || known.countedIn === 'reps') return {}
  const [least] = known.repRange
  return known.countedIn === 'seconds' ? { durationSeconds: seconds(least) } : { distanceMeters: least }
}

/** Before the app has all its files, a poor network may take its time; nobody waits longer for a movement between two sets. */
const PATIENCE_MS = 1000

/** As `countingOf`, from the files of the library. Where those cannot be had, it is repetitions, and the lifter can say otherwise. */
export async function usualCounting(movement: Movement): Promise<Counting> {
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS))
  const library = await Promise.race([import('virtual:library').catch(() => undefined), patience])
  return countingOf(movement, library?.details ?? [])
}

/** The same sets of another movement, counted as that one is. */
export const countedAs = (sets: readonly PlannedSet[], counting: Counting): PlannedSet[] =>
  sets.map(({ durationSeconds: _time, distanceMeters: _way, ...set }) => ({ ...set, ...counting }))
