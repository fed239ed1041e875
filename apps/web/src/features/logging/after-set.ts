import type { PerformedSet } from '@gymgenius/contracts'
import { seconds, type Seconds } from '@gymgenius/domain'
import type { Draft, Outcome } from '../../lib/view/schema.ts'
import { withActive } from './draft.ts'
import { currentRow, isFinished, rowsOf } from './rows.ts'
import type { SetTarget } from './target.ts'

/** From one member of a superset to the next: long enough to walk over. */
const SWITCH = seconds(20)

export interface AfterSet {
  readonly draft: Draft
  /** undefined: no rest is to be kept, because the movement is done. */
  readonly rest: Seconds | undefined
}

/**
 * Where to go after a set: on with the movement after its rest; within a superset to the next member after a short
 * switch, and after its last member the whole rest. `sets` contains the set just done, `next` is the target after it.
 */
export function afterSet(draft: Draft, sets: readonly PerformedSet[], rest: Seconds): AfterSet {
  const here = draft.activeItem
  const item = draft.items[here]
  if (item === undefined) return { draft, rest: undefined }
  const partner = item.superset === undefined ? undefined : nextPartner(draft, sets)
  if (partner !== undefined && partner !== here) return { draft: withActive(draft, partner), rest: partner > here ? SWITCH : rest }
  return { draft, rest: currentRow(rowsOf(item, sets)) === undefined ? undefined : rest }
}

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
