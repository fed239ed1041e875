import type { Movement, PerformedSet } from '@gymgenius/contracts'
import { type MuscleGroup, muscleGroupNames, muscleGroups } from '@gymgenius/domain'
import type { DraftItem } from '../../lib/view/schema.ts'

export interface GroupVolume {
  readonly group: MuscleGroup
  readonly done: number
  /** What the plan had for it; as much as was done where there was none. */
  readonly planned: number
}

type Of = Pick<PerformedSet, 'movementId'>

/** Sets for each group of muscles, warm-ups left out: done, and planned. A set counts for a group once, with its largest share. */
export function muscleVolume(
  sets: readonly PerformedSet[],
  items: readonly DraftItem[],
  movements: ReadonlyMap<string, Movement>,
): readonly GroupVolume[] {
  const done = countOf(
    sets.filter(({ kind }) => kind !== 'warm_up'),
    movements,
  )
  const planned = countOf(
    items.flatMap((item) => item.sets.filter(({ kind }) => kind !== 'warm_up').map((): Of => ({ movementId: item.movementId }))),
    movements,
  )
  return muscleGroupNames
    .map((group) => ({ group, done: done.get(group) ?? 0, planned: planned.get(group) ?? 0 }))
    .filter((volume) => volume.done > 0 || volume.planned > 0)
    .sort((a, b) => b.done - a.done || b.planned - a.planned)
}

function countOf(sets: readonly Of[], movements: ReadonlyMap<string, Movement>): ReadonlyMap<MuscleGroup, number> {
  const counts = new Map<MuscleGroup, number>()
  for (const { movementId } of sets) {
    const involved = movements.get(movementId)?.muscles ?? []
    for (const group of muscleGroupNames) {
      const shares = involved.filter(({ muscle }) => (muscleGroups[group] as readonly string[]).includes(muscle)).map(({ share }) => share)
      const share = Math.max(0, ...shares)
      if (share > 0) counts.set(group, (counts.get(group) ?? 0) + share)
    }
  }
  return counts
}
