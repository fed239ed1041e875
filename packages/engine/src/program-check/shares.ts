import { type Muscle, muscleGroups, type MuscleInvolvement, trackedMuscles } from '@gymgenius/domain'

/** How much of a set counts for each tracked muscle, in their order. */
export type TrackedShares = readonly number[]

const placesOf = new Map<Muscle, number[]>()
for (const [place, tracked] of trackedMuscles.entries())
  for (const muscle of muscleGroups[tracked]) placesOf.set(muscle, [...(placesOf.get(muscle) ?? []), place])

const NONE: TrackedShares = trackedMuscles.map(() => 0)

/** A set counts for a muscle once, with the largest share of any part of it. */
export function sharesOf(muscles: readonly Pick<MuscleInvolvement, 'muscle' | 'share'>[]): TrackedShares {
  const shares = NONE.slice()
  for (const { muscle, share } of muscles) for (const place of placesOf.get(muscle) ?? []) shares[place] = Math.max(shares[place]!, share)
  return shares
}
