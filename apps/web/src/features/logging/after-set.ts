import type { PerformedSet } from '@gymgenius/contracts'
import type { Seconds } from '@gymgenius/domain'
import type { Draft, DraftItem, Outcome } from '../../lib/view/schema.ts'
import { withActive } from './draft.ts'
import { currentRow, isFinished, rowsOf } from './rows.ts'
import type { SetTarget } from './target.ts'

export interface AfterSet {
  readonly draft: Draft
  /** undefined: no rest is to be kept, because the movement is done or the round of a superset is not. */
  readonly rest: Seconds | undefined
}

/**
 * Where to go after a set: on with the movement after its rest; within a superset at once to the next member,
 * and after a round the rest of the superset. `sets` contains the set just done, `next` is the target after it.
 */
export function afterSet(draft: Draft, sets: readonly PerformedSet[], rest: Seconds): AfterSet {
  const here = draft.activeItem
  const item = draft.items[here]
  if (item === undefined) return { draft, rest: undefined }
  const partner = item.superset === undefined ? undefined : nextPartner(draft, sets)
  if (partner !== undefined && partner !== here)
    return { draft: withActive(draft, partner), rest: partner > here ? undefined : (roundRestOf(draft, item) ?? rest) }
  return { draft, rest: currentRow(rowsOf(item, sets)) === undefined ? undefined : rest }
}

/** What any member of the superset says. */
const roundRestOf = ({ items }: Draft, { superset }: DraftItem) =>
  items.find((item) => item.superset === superset && item.roundRestSeconds !== undefined)?.roundRestSeconds

/** How a set compares with what was asked: by load first, then by repetitions. */
export function outcomeOf(set: { readonly loadKg: number; readonly reps?: number | undefined }, target: SetTarget): Outcome {
  const reps = set.reps ?? target.repLow
  if (reps < target.repLow) return 'below'
  if (set.loadKg < target.load) return 'below'
  return reps > target.repHigh || set.loadKg > target.load ? 'above' : 'met'
}

export const withOutcome = (draft: Draft, setId: string, outcome: Outcome): Draft => ({
  ...draft,
  outcomes: { ...draft.outcomes, [setId]: outcome },
})

function nextPartner(draft: Draft, sets: readonly PerformedSet[]): number | undefined {
  const here = draft.activeItem
  const group = draft.items[here]?.superset
  const places = draft.items.flatMap((item, place) => (item.superset === group && !isFinished(item, sets) ? [place] : []))
  return places.find((place) => place > here) ?? places[0]
}
