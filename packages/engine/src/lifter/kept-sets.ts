import { type Instant, type Kilograms, type Reps, type Rir, setKinds, type WorkoutId } from '@gymgenius/domain'
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
  readonly workout: string[]
}

const noColumns = (): Columns => ({ at: [], load: [], reps: [], rir: [], said: [], workout: [] })
const ALIKE = packed({ ...noColumns(), workout: [''] })

const isPacked = (columns: Columns | Packed): columns is Packed => Array.isArray(columns)

/** The newest sets of one movement. Put away they take ten bytes each. */
export class KeptSets {
  private columns: Columns | Packed = noColumns()
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  add({ workoutKey, at, kind, load, reps, rir, toFailure }: LoggedSet): void {
    const columns = (this.columns = this.open())
    if (columns.at.length === this.most) for (const column of Object.values(columns)) column.shift()
    columns.at.push(at)
    columns.load.push(load)
    columns.reps.push(reps)
    columns.rir.push(rir ?? 0)
    columns.said.push(setKinds.indexOf(kind) + (toFailure ? FAILED : 0) + (typeof rir === 'number' ? SAID : 0))
    columns.workout.push(workoutKey)
  }

  all(): SnapshotSet[] {
    const { at, load, reps, rir, said, workout } = this.open()
    return at.map((when, i) => ({
      workoutId: workout[i] as WorkoutId,
      at: when as Instant,
      kind: setKinds[said[i]! & (FAILED - 1)]!,
      load: load[i] as Kilograms,
      reps: reps[i] as Reps,
      rir: (said[i]! & SAID) === 0 ? null : (rir[i] as Rir),
      toFailure: (said[i]! & FAILED) !== 0,
    }))
  }

  putAway(): void {
    if (!isPacked(this.columns)) this.columns = packed(this.columns, ALIKE)
  }

  private open(): Columns {
    return isPacked(this.columns) ? unpacked<Columns>(this.columns) : this.columns
  }
}
