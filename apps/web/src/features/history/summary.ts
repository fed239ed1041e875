import type { PerformedSet } from '@gymgenius/contracts'
import type { Kilograms } from '@gymgenius/domain'
import { tonnageOf } from '../../lib/tonnage.ts'

/** How many sets, and Σ load × reps of the working ones: as the server counts them, for workouts it has not seen. */
export function summaryOf(sets: readonly PerformedSet[]): { readonly setCount: number; readonly tonnage: Kilograms } {
  return { setCount: sets.length, tonnage: tonnageOf(sets) }
}

export interface MovementGroup {
  readonly movementId: PerformedSet['movementId']
  readonly sets: readonly PerformedSet[]
}

/** Sets in their order, those of one movement that follow each other together. */
export function inGroups(sets: readonly PerformedSet[]): MovementGroup[] {
  const groups: { movementId: PerformedSet['movementId']; sets: PerformedSet[] }[] = []
  for (const set of sets) {
    const last = groups.at(-1)
    if (last?.movementId === set.movementId) last.sets.push(set)
    else groups.push({ movementId: set.movementId, sets: [set] })
  }
  return groups
}
