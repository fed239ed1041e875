import type { PerformedSet } from '@gymgenius/contracts'
import { kg, type Kilograms } from '@gymgenius/domain'

/** How many sets, and Σ load × reps of the working ones: as the server counts them, for workouts it has not seen. */
export function summaryOf(sets: readonly PerformedSet[]): { readonly setCount: number; readonly tonnage: Kilograms } {
  const tonnage = sets.reduce((sum, set) => (set.kind === 'warm_up' ? sum : sum + (set.loadKg ?? 0) * (set.reps ?? 0)), 0)
  return { setCount: sets.length, tonnage: kg(tonnage) }
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
