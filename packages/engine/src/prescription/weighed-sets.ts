import type { Instant, Kilograms, LoadKind } from '@gymgenius/domain'
import type { SnapshotSet } from './snapshot.ts'

/**
 * The sets with what the lifter weighed at each: a pull-up done ten kilograms heavier was ten kilograms more. Said only where the body
 * counts and weighed other than now, so that other snapshots stay as small as they are. Server and phone both ask here.
 */
export function weighedSets(
  loadKind: LoadKind,
  sets: readonly SnapshotSet[],
  now: Kilograms | null,
  massAt: (at: Instant) => Kilograms | null,
): readonly SnapshotSet[] {
  if (loadKind === 'external' || loadKind === 'machine_stack') return sets
  return sets.map((set) => {
    const bodyMass = massAt(set.at)
    return bodyMass === null || bodyMass === now ? set : { ...set, bodyMass }
  })
}
