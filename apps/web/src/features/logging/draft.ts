import type { PerformedSet, PlannedSet, RoutineItem } from '@gymgenius/contracts'
import type { MovementId } from '@gymgenius/domain'
import type { Draft, DraftItem } from '../../lib/view/schema.ts'
import { itemsFrom } from './today.ts'

export function draftOf(workoutId: string, items: readonly RoutineItem[], routineId?: string): Draft {
  return { workoutId, routineId, activeItem: 0, items: mergedByMovement(items).map(asDraftItem) }
}

/** The plan of a workout that was begun elsewhere, or whose plan was lost: what was done, then what its routine still holds. */
export function draftOfWhatIsKnown(
  workoutId: string,
  sets: readonly PerformedSet[],
  planned: readonly RoutineItem[],
  routineId?: string,
): Draft {
  const done = itemsFrom(sets)
  const merged = done.map((item) => planned.find(({ movementId }) => movementId === item.movementId) ?? item)
  const open = planned.filter((item) => !done.some(({ movementId }) => movementId === item.movementId))
  return draftOf(workoutId, [...merged, ...open], routineId)
}

/** A set that came from another phone may be of a movement that was not planned here. */
export function withUnplanned(draft: Draft, sets: readonly PerformedSet[]): Draft {
  const planned = new Set<MovementId>(draft.items.map(({ movementId }) => movementId))
  const extra = [...new Set(sets.map(({ movementId }) => movementId))].filter((id) => !planned.has(id))
  if (extra.length === 0) return draft
  return { ...draft, items: [...draft.items, ...extra.map((movementId) => ({ movementId, key: movementId, sets: [] }))] }
}

/** What a workout under way holds, for a look from outside: skipped movements out, and those nobody planned as they were done. */
export function planUnderWay(draft: Draft, sets: readonly PerformedSet[]): RoutineItem[] {
  const done = itemsFrom(sets)
  return withUnplanned(draft, sets)
    .items.filter(({ isSkipped }) => isSkipped !== true)
    .map((item) => (item.sets.length > 0 ? item : (done.find(({ movementId }) => movementId === item.movementId) ?? item)))
}

export const withSetAdded = (draft: Draft, place: number, kind: PlannedSet['kind'] = 'working'): Draft => ({
  ...draft,
  items: changedAt(draft.items, place, (item) => ({
    ...item,
    sets: kind === 'warm_up' ? [{ kind }, ...item.sets] : [...item.sets, { ...item.sets.findLast((set) => set.kind === kind), kind }],
  })),
})

export const withActive = (draft: Draft, place: number): Draft => ({ ...draft, activeItem: place })

export const asDraftItem = (item: RoutineItem): DraftItem => ({ ...item, key: item.movementId })

export function changedAt(items: readonly DraftItem[], place: number, change: (item: DraftItem) => DraftItem) {
  return items.map((item, at) => (at === place ? change(item) : item))
}

/** The set screen shows a movement once: a routine that names it twice has its sets in one place. */
function mergedByMovement(items: readonly RoutineItem[]): RoutineItem[] {
  const merged = new Map<string, RoutineItem>()
  for (const item of items) {
    const known = merged.get(item.movementId)
    merged.set(item.movementId, known === undefined ? item : { ...known, sets: [...known.sets, ...item.sets] })
  }
  return [...merged.values()]
}
