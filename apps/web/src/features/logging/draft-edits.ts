import type { PerformedSet, PlannedSet } from '@gymgenius/contracts'
import { seconds, type SetKind } from '@gymgenius/domain'
import { tidied } from '../../lib/supersets.ts'
import type { Draft, DraftItem } from '../../lib/view/schema.ts'
import { changedAt, withSetAdded } from './draft.ts'
import { isBeside, rowsOf } from './rows.ts'

const DEFAULT_SECONDS = seconds(30)

const DEFAULT_METRES = 20

/** Warm-ups of a ramp. Judgement. */
const RAMP = 3

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
  items: tidied(draft.items.toSpliced(place, 1)),
  activeItem: Math.max(0, Math.min(draft.activeItem, draft.items.length - 2)),
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

/**
 * A plan with a place for a set that was not done after all: one of its kind; else the first that is left, which becomes of its kind;
 * else one more. `others` are the sets without it.
 */
export function withPlaceFor(draft: Draft, place: number, kind: SetKind, others: readonly PerformedSet[]): Draft {
  const coming = rowsOf(draft.items[place]!, others).filter((row) => row.state === 'coming')
  if (coming.some(({ planned }) => planned.kind === kind)) return draft
  const first = isBeside(kind) ? undefined : coming.find(({ planned }) => !isBeside(planned.kind))
  return first === undefined ? withSetAdded(draft, place, kind) : withPlanned(draft, place, first.place, { ...first.planned, kind })
}

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
