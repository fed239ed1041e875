import type { PerformedSet, Workout } from '@gymgenius/contracts'
import { evidenceOf, instantOf, kg, type Kilograms } from '@gymgenius/domain'
import { tonnageOf } from '../../lib/tonnage.ts'

export interface Summary {
  readonly sets: number
  readonly movements: number
  /** Σ load × reps of working sets. */
  readonly tonnage: Kilograms
  readonly records: readonly PersonalRecord[]
}

/** Something never done before on this movement. */
export interface PersonalRecord {
  readonly movementId: string
  readonly kind: 'heaviest' | 'most_reps'
  readonly load: Kilograms
  readonly reps: number
}

/** What was done. Warm-ups count nowhere. `before` are the earlier sets of the same movements. */
export function summaryOf(sets: readonly PerformedSet[], before: readonly PerformedSet[]): Summary {
  const working = sets.filter(({ kind }) => kind !== 'warm_up')
  return {
    sets: working.length,
    movements: new Set(working.map(({ movementId }) => movementId)).size,
    tonnage: tonnageOf(working),
    records: [...new Set(working.map(({ movementId }) => movementId))].flatMap((movementId) => recordsOf(movementId, working, before)),
  }
}

/** How long it took, milliseconds, as history tells it: until it was finished, and while it goes on until now. */
export const lengthOf = ({ startedAt, endedAt }: Workout, now: number): number =>
  (endedAt === undefined ? now : instantOf(endedAt)) - instantOf(startedAt)

/** What counts for a record: a set, or the first part of one, that tells what the lifter can do. */
const canBeRecord = ({ kind, reps }: PerformedSet) => evidenceOf(kind) === 'working' && (reps ?? 0) > 0

/** A first workout breaks no records: there must have been something to beat. */
function recordsOf(movementId: string, working: readonly PerformedSet[], before: readonly PerformedSet[]): readonly PersonalRecord[] {
  const earlier = before.filter((set) => set.movementId === movementId && canBeRecord(set))
  if (earlier.length === 0) return []
  const mine = working.filter((set) => set.movementId === movementId && canBeRecord(set))
  const heaviestBefore = Math.max(...earlier.map(({ loadKg }) => loadKg ?? 0))
  const heaviest = mine.toSorted((a, b) => (b.loadKg ?? 0) - (a.loadKg ?? 0))[0]
  if (heaviest !== undefined && (heaviest.loadKg ?? 0) > heaviestBefore) return [recordOf('heaviest', heaviest)]
  const better = mine.find((set) => earlier.every((old) => (old.loadKg ?? 0) < (set.loadKg ?? 0) || (old.reps ?? 0) < (set.reps ?? 0)))
  return better === undefined ? [] : [recordOf('most_reps', better)]
}

const recordOf = (kind: PersonalRecord['kind'], set: PerformedSet): PersonalRecord => ({
  movementId: set.movementId,
  kind,
  load: kg(set.loadKg ?? 0),
  reps: set.reps ?? 0,
})
