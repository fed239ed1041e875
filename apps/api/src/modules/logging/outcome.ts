import type { Instant } from '@gymgenius/domain'

/** What became of a change: superseded when all it said was overtaken by newer writes, or by a deletion. */
export type Outcome = 'applied' | 'superseded'

/** A tombstone takes edits too, so that taking it back loses none: such an edit is kept, and yet nothing of it is seen. */
export const outcomeOf = (after: { readonly deletedAt: Instant | null }, fields: object): Outcome =>
  after.deletedAt === null || 'deletedAt' in fields ? 'applied' : 'superseded'
