import type { PerformedSet } from '@gymgenius/contracts'
import type { Kilograms } from '@gymgenius/domain'
import { tonnageOf } from '../../lib/tonnage.ts'

/** How many sets, and Σ load × reps of the working ones: as the server counts them, for workouts it has not seen. */
export function summaryOf(sets: readonly PerformedSet[]): { readonly setCount: number; readonly tonnage: Kilograms } {
  return { setCount: sets.length, tonnage: tonnageOf(sets) }
}

export interface MovementGroup {
  readonly movementId: PerformedSet['movementId']
  readonly superset?: number | undefined
  readonly sets: readonly PerformedSet[]
}

/** Sets in their order, those of one movement that follow each other together; of a superset all that a movement did in it. */
export function inGroups(sets: readonly PerformedSet[]): MovementGroup[] {
  const groups: { movementId: PerformedSet['movementId']; superset?: number | undefined; sets: PerformedSet[] }[] = []
  for (const set of sets) {
    const { movementId, superset } = set
    const isHere = (group: MovementGroup | undefined) => group?.movementId === movementId && group.superset === superset
    const there = superset === undefined ? groups.at(-1) : groups.find(isHere)
    if (there !== undefined && isHere(there)) there.sets.push(set)
    else groups.push({ movementId, superset, sets: [set] })
  }
  return groups
}
