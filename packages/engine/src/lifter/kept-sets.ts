import { type Instant, type Kilograms, type Reps, type Rir, setKinds, type WorkoutId } from '@gymgenius/domain'
import type { SnapshotSet } from '../prescription/snapshot.ts'
import type { LoggedSet } from './sets.ts'

const NUMBERS = 5
const FAILED = 64
const SAID = 128

/** The newest sets of one movement, as plain numbers in a row: a third of the memory of a record each. */
export class KeptSets {
  /** Of each set: when, load, reps, reserve, and its kind with what else was said. */
  private readonly numbers: number[] = []
  private readonly workouts: string[] = []
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  add({ workoutKey, at, kind, load, reps, rir, toFailure }: LoggedSet): void {
    const { numbers, workouts } = this
    if (workouts.length === this.most) {
      numbers.splice(0, NUMBERS)
      workouts.shift()
    }
    numbers.push(at, load, reps, rir ?? 0, setKinds.indexOf(kind) + (toFailure ? FAILED : 0) + (typeof rir === 'number' ? SAID : 0))
    // The name as the set before has it: sets of one workout bring their own copies of the same text.
    workouts.push(workouts.at(-1) === workoutKey ? workouts.at(-1)! : workoutKey)
  }

  all(): SnapshotSet[] {
    return this.workouts.map((workout, i) => {
      const [at, load, reps, rir, said] = this.numbers.slice(i * NUMBERS, (i + 1) * NUMBERS) as [number, number, number, number, number]
      return {
        workoutId: workout as WorkoutId,
        at: at as Instant,
        kind: setKinds[said & (FAILED - 1)]!,
        load: load as Kilograms,
        reps: reps as Reps,
        rir: (said & SAID) === 0 ? null : (rir as Rir),
        toFailure: (said & FAILED) !== 0,
      }
    })
  }
}
