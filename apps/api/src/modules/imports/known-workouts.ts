import type { Instant, Movement, MovementId, WorkoutId } from '@gymgenius/domain'
import type { KnownSet } from '../logging/index.ts'
import type { ReadSet } from './formats/logbook.ts'

/** A set of a file and where it stands in its workout. */
export interface PlacedSet {
  readonly set: ReadSet
  readonly movement: Movement | undefined
  /** How many sets of the same movement came before it. */
  readonly place: number
  /** From 1, among all sets of the workout. */
  readonly position: number
  readonly note: string | undefined
  readonly superset?: number | undefined
}

export interface SameWorkout {
  readonly workoutId: WorkoutId
  readonly duplicates: ReadonlySet<ReadSet>
}

export const SAME_START_MS = 60_000
const SAME_LOAD_KG = 0.02

interface KnownWorkout {
  readonly id: WorkoutId
  readonly startedAt: Instant
  readonly sets: Map<MovementId, KnownSet[]>
}

/** Workouts of the log, to be recognised in a file. Each is recognised once: a file may hold two of one minute. */
export function knownWorkouts(known: readonly KnownSet[]) {
  const workouts = gathered(known)
  const byMinute = Map.groupBy(workouts, ({ startedAt }) => minuteOf(startedAt))
  const taken = new Set<WorkoutId>()

  return {
    /** The workout that began within a minute and shares most sets with this one; undefined when none shares any. */
    takeSame(startedAt: Instant, placed: readonly PlacedSet[]): SameWorkout | undefined {
      const near = [-1, 0, 1].flatMap((offset) => byMinute.get(minuteOf(startedAt) + offset) ?? [])
      const candidates = near
        .filter((workout) => Math.abs(workout.startedAt - startedAt) <= SAME_START_MS && !taken.has(workout.id))
        .map((workout) => ({ workoutId: workout.id, duplicates: shared(workout, placed) }))
        .sort((a, b) => b.duplicates.size - a.duplicates.size)
      const [same] = candidates
      if (same === undefined || same.duplicates.size === 0) return undefined
      taken.add(same.workoutId)
      return same
    },
  }
}

const minuteOf = (at: number) => Math.floor(at / SAME_START_MS)

function gathered(known: readonly KnownSet[]): KnownWorkout[] {
  const workouts = new Map<WorkoutId, KnownWorkout>()
  for (const set of known) {
    let workout = workouts.get(set.workoutId)
    if (workout === undefined) {
      workout = { id: set.workoutId, startedAt: set.workoutStartedAt, sets: new Map() }
      workouts.set(set.workoutId, workout)
    }
    const sets = workout.sets.get(set.movementId)
    if (sets === undefined) workout.sets.set(set.movementId, [set])
    else sets.push(set)
  }
  return [...workouts.values()]
}

/** The sets that a known workout has: the same movement in the same place with the same load and reps. */
function shared(workout: KnownWorkout, placed: readonly PlacedSet[]): Set<ReadSet> {
  const same = placed.filter(({ set, movement, place }) => {
    const there = movement === undefined ? undefined : workout.sets.get(movement.id)?.[place]
    return there !== undefined && there.reps === set.reps && Math.abs((there.loadKg ?? 0) - (set.loadKg ?? 0)) <= SAME_LOAD_KG
  })
  return new Set(same.map(({ set }) => set))
}
