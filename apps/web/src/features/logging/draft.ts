import type { PerformedSet, PlannedSet, RoutineItem } from '@gymgenius/contracts'
import { seconds, type MovementId } from '@gymgenius/domain'
import type { Draft, DraftItem } from '../../lib/view/schema.ts'
import { itemsFrom } from './today.ts'

/** How many sets a movement gets that nobody has planned. */
const DEFAULT_SETS = 3
const DEFAULT_SECONDS = seconds(30)
const DEFAULT_METRES = 20
/** Warm-ups of a ramp. Judgement. */
const RAMP = 3
const workingSet: PlannedSet = { kind: 'working' }

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

/** Adds a movement at the end and goes to it; a movement that is there already is only gone to. */
export function withMovement(draft: Draft, movementId: MovementId): Draft {
  const there = draft.items.findIndex((item) => item.movementId === movementId)
  if (there >= 0) return { ...draft, activeItem: there, items: changedAt(draft.items, there, (item) => ({ ...item, isSkipped: false })) }
  const item = asDraftItem({ movementId, sets: Array.from({ length: DEFAULT_SETS }, () => workingSet) })
  return { ...draft, items: [...draft.items, item], activeItem: draft.items.length }
}

/** Another movement in this one's place, with as many sets. The targets were for the old one, so they go. */
export function withSwap(draft: Draft, place: number, movementId: MovementId): Draft {
  const sets = draft.items[place]?.sets.map(({ kind }) => ({ kind })) ?? []
  const items = draft.items.filter((item, at) => at === place || item.movementId !== movementId)
  const at = items.findIndex((item) => item.key === draft.items[place]?.key)
  return { ...draft, activeItem: at, items: changedAt(items, at, (item) => ({ ...item, movementId, sets, key: movementId })) }
}

export const withSkip = (draft: Draft, place: number, isSkipped: boolean): Draft => ({
  ...draft,
  items: changedAt(draft.items, place, (item) => ({ ...item, isSkipped })),
})

export function withMove(draft: Draft, place: number, by: 1 | -1): Draft {
  const to = place + by
  const item = draft.items[place]
  if (item === undefined || to < 0 || to >= draft.items.length) return draft
  const items = draft.items.toSpliced(place, 1).toSpliced(to, 0, item)
  const active = draft.items[draft.activeItem]
  return {
    ...draft,
    items,
    activeItem: Math.max(
      0,
      items.findIndex(({ key }) => key === active?.key),
    ),
  }
}

export const withoutItem = (draft: Draft, place: number): Draft => ({
  ...draft,
  items: draft.items.toSpliced(place, 1),
  activeItem: Math.max(0, Math.min(draft.activeItem, draft.items.length - 2)),
})

export const withSetAdded = (draft: Draft, place: number, kind: PlannedSet['kind'] = 'working'): Draft => ({
  ...draft,
  items: changedAt(draft.items, place, (item) => ({
    ...item,
    sets: kind === 'warm_up' ? [{ kind }, ...item.sets] : [...item.sets, { ...item.sets.findLast((set) => set.kind === kind), kind }],
  })),
})

export const withSetRemoved = (draft: Draft, place: number, set: number): Draft => ({
  ...draft,
  items: changedAt(draft.items, place, (item) => ({ ...item, sets: item.sets.toSpliced(set, 1) })),
})

/** Another plan for one set still to come. */
export const withPlanned = (draft: Draft, place: number, set: number, planned: PlannedSet): Draft => ({
  ...draft,
  items: changedAt(draft.items, place, (item) => ({ ...item, sets: item.sets.with(set, planned) })),
})

/** What the sets of a movement are counted by. */
export type Measure = 'reps' | 'time' | 'distance'

export const measureOf = ({ sets }: DraftItem): Measure =>
  sets.some(({ distanceMeters }) => distanceMeters !== undefined)
    ? 'distance'
    : sets.some(({ durationSeconds }) => durationSeconds !== undefined)
      ? 'time'
      : 'reps'

/** Sets still to come are done for time, for distance, or for repetitions. */
export const withMeasure = (draft: Draft, place: number, measure: Measure): Draft => ({
  ...draft,
  items: changedAt(draft.items, place, (item) => ({
    ...item,
    sets: item.sets.map(({ durationSeconds, distanceMeters, ...set }) => ({
      ...set,
      ...(measure === 'time' && { durationSeconds: durationSeconds ?? DEFAULT_SECONDS }),
      ...(measure === 'distance' && { distanceMeters: distanceMeters ?? DEFAULT_METRES }),
    })),
  })),
})

/** Easier sets before the first one: three on the way up, or as many as are still missing. */
export function withRamp(draft: Draft, place: number): Draft {
  const missing = RAMP - (draft.items[place]?.sets.filter(({ kind }) => kind === 'warm_up').length ?? 0)
  return Array.from({ length: Math.max(1, missing) }).reduce<Draft>((next) => withSetAdded(next, place, 'warm_up'), draft)
}

export const withNote = (draft: Draft, place: number, note: string): Draft => ({
  ...draft,
  items: changedAt(draft.items, place, (item) => {
    const { note: _before, ...others } = item
    return note === '' ? others : { ...others, note }
  }),
})

export const withActive = (draft: Draft, place: number): Draft => ({ ...draft, activeItem: place })

const asDraftItem = (item: RoutineItem): DraftItem => ({ ...item, key: item.movementId })

function changedAt(items: readonly DraftItem[], place: number, change: (item: DraftItem) => DraftItem) {
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
