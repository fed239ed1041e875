import type { PerformedSet, PlannedSet, RoutineItem } from '@gymgenius/contracts'
import { plannedAs } from './today.ts'

/** What of a routine would change. */
export type PlanChange = 'sets' | 'loads' | 'reps' | 'amounts'

export interface BroughtUp {
  readonly items: readonly RoutineItem[]
  readonly changes: readonly PlanChange[]
}

/** Less than this is the same plate, said in another unit. */
const SAME_KG = 0.02

/**
 * A routine as it is after what was done: its movements and sets as in `done`, and of what it fixed by hand, loads and repetitions, what
 * was lifted. A range that held the repetitions stays as it is, and so does what the lifter was not asked to log: effort aimed at, rests.
 * `done` are the movements in their order with their notes, `sets` what was lifted, in its order.
 */
export function broughtUp(routine: readonly RoutineItem[], done: readonly RoutineItem[], sets: readonly PerformedSet[]): BroughtUp {
  const changes = new Set<PlanChange>()
  const items = done.map((item) => {
    const planned = routine.filter(({ movementId }) => movementId === item.movementId).flatMap((each) => each.sets)
    const lifted = sets.filter(({ movementId }) => movementId === item.movementId)
    const seen = new Map<PlannedSet['kind'], number>()
    return {
      ...item,
      sets: lifted.map((set) => {
        const place = seen.get(set.kind) ?? 0
        seen.set(set.kind, place + 1)
        const ofKind = planned.filter(({ kind }) => kind === set.kind)
        const before = ofKind[place] ?? ofKind.at(-1)
        if (before === undefined) return plannedAs(set)
        const { planned: after, changed } = lift(before, set)
        if (place < ofKind.length) for (const change of changed) changes.add(change)
        return after
      }),
    }
  })
  if (shapeOf(items) !== shapeOf(routine)) changes.add('sets')
  return { items, changes: [...changes] }
}

function lift(before: PlannedSet, set: PerformedSet): { readonly planned: PlannedSet; readonly changed: readonly PlanChange[] } {
  const changed: PlanChange[] = []
  const planned = { ...before }
  if (before.loadKg !== undefined && set.loadKg !== undefined && Math.abs(before.loadKg - set.loadKg) > SAME_KG) {
    planned.loadKg = set.loadKg
    changed.push('loads')
  }
  const { repLow = before.repHigh, repHigh = before.repLow } = before
  const { reps } = set
  if (repLow !== undefined && repHigh !== undefined && reps !== undefined && reps > 0 && (reps < repLow || reps > repHigh)) {
    // As wide as before, moved just so far that it holds what was done.
    const by = reps < repLow ? reps - repLow : reps - repHigh
    if (before.repLow !== undefined) planned.repLow = Math.max(1, before.repLow + by) as typeof reps
    if (before.repHigh !== undefined) planned.repHigh = Math.min(100, before.repHigh + by) as typeof reps
    changed.push('reps')
  }
  for (const amount of ['durationSeconds', 'distanceMeters'] as const) {
    if (before[amount] === undefined || set[amount] === undefined || before[amount] === set[amount]) continue
    Object.assign(planned, { [amount]: set[amount] })
    changed.push('amounts')
  }
  return { planned, changed }
}

/** The same movements in the same order, alternated and noted alike, with as many sets of each kind. */
const shapeOf = (items: readonly RoutineItem[]) =>
  JSON.stringify(items.map(({ movementId, superset, note, sets }) => [movementId, superset, note, sets.map(({ kind }) => kind)]))
