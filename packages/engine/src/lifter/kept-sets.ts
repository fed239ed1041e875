import { type Instant, type Kilograms, type Reps, type Rir, evidenceKinds, type WorkoutId } from '@gymgenius/domain'
import type { SnapshotSet } from '../prescription/snapshot.ts'
import { packed, type Packed, unpacked } from './packed.ts'
import type { LoggedSet } from './sets.ts'

const FAILED = 64
const SAID = 128

/** What is kept of each set, a list for each: alike numbers pack well. */
interface Columns {
  readonly at: number[]
  readonly load: number[]
  readonly reps: number[]
  readonly rir: number[]
  /** Its kind, with what else was said. */
  readonly said: number[]
  /** What the lifter weighed, 0 where that is not known. */
  readonly body: number[]
  readonly workout: string[]
}

const noColumns = (): Columns => ({ at: [], load: [], reps: [], rir: [], said: [], body: [], workout: [] })
const ALIKE = packed({ ...noColumns(), workout: [''] })

/** The newest sets of one movement, as they lie open; put away, by `packed`, they take ten bytes each. */
export type KeptSets = Columns | Packed

/** One set more, of which the oldest goes when there are more than `most`. The columns given are the ones that are changed. */
export function withSet(kept: KeptSets | undefined, set: LoggedSet, most: number): Columns {
  const { workoutKey, at, kind, load, reps, rir, toFailure, bodyMass } = set
  const columns = kept === undefined ? noColumns() : opened(kept)
  if (columns.at.length === most) for (const column of Object.values(columns)) column.shift()
  columns.at.push(at)
  columns.load.push(load)
  columns.reps.push(reps)
  columns.rir.push(rir ?? 0)
  columns.said.push(evidenceKinds.indexOf(kind) + (toFailure ? FAILED : 0) + (typeof rir === 'number' ? SAID : 0))
  columns.body.push(bodyMass ?? 0)
  columns.workout.push(workoutKey)
  return columns
}

export function setsIn(kept: KeptSets): SnapshotSet[] {
  const { at, load, reps, rir, said, body, workout } = opened(kept)
  return at.map((when, i) => ({
    workoutId: workout[i] as WorkoutId,
    at: when as Instant,
    kind: evidenceKinds[said[i]! & (FAILED - 1)]!,
    load: load[i] as Kilograms,
    reps: reps[i] as Reps,
    rir: (said[i]! & SAID) === 0 ? null : (rir[i] as Rir),
    toFailure: (said[i]! & FAILED) !== 0,
    ...(body[i]! > 0 && { bodyMass: body[i] as Kilograms }),
  }))
}

export const setsPutAway = (kept: KeptSets): Packed => (isPacked(kept) ? kept : packed(kept, ALIKE))

const opened = (kept: KeptSets): Columns => (isPacked(kept) ? unpacked<Columns>(kept) : kept)
const isPacked = (kept: KeptSets): kept is Packed => Array.isArray(kept)
