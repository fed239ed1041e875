import type { PlannedSet } from '@gymgenius/contracts'
import type { MovementId } from '@gymgenius/domain'
import { countedAs, type Counting } from '../../lib/counting.ts'
import type { Draft } from '../../lib/view/schema.ts'
import { asDraftItem, changedAt } from './draft.ts'

/** How many sets a movement gets that nobody has planned. */
const DEFAULT_SETS = 3

/** Adds a movement at the end and goes to it; a movement that is there already is only gone to. */
export function withMovement(draft: Draft, movementId: MovementId, counting: Counting = {}): Draft {
  const there = draft.items.findIndex((item) => item.movementId === movementId)
  if (there >= 0) return { ...draft, activeItem: there, items: changedAt(draft.items, there, (item) => ({ ...item, isSkipped: false })) }
  const item = asDraftItem({ movementId, sets: Array.from({ length: DEFAULT_SETS }, () => ({ kind: 'working', ...counting })) })
  return { ...draft, items: [...draft.items, item], activeItem: draft.items.length }
}

/** Another movement in this one's place, with as many sets. The targets were for the old one, so they go. */
export function withSwap(draft: Draft, place: number, movementId: MovementId, counting: Counting = {}): Draft {
  const kinds = draft.items[place]?.sets.map(({ kind }): PlannedSet => ({ kind })) ?? []
  const sets = countedAs(kinds, counting)
  const items = draft.items.filter((item, at) => at === place || item.movementId !== movementId)
  const at = items.findIndex((item) => item.key === draft.items[place]?.key)
  return { ...draft, activeItem: at, items: changedAt(items, at, (item) => ({ ...item, movementId, sets, key: movementId })) }
}
