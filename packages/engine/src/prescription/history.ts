import { DAY_MS, limits } from '@gymgenius/domain'
import type { Training } from '../capacity/strain.ts'
import type { Resistance } from './resistance.ts'
import type { SnapshotSet, Target, TrainingSnapshot } from './snapshot.ts'

/** A working set that says something about strength. */
export interface WorkSet {
  readonly at: number
  /** What the muscles worked against, kg. */
  readonly total: number
  readonly reps: number
  /** What the lifter said; 0 for a set to failure; undefined when nothing was said. */
  readonly rir: number | undefined
  /** True where that was not said but read from what was asked. */
  readonly isGuessed?: boolean
}

export interface PastWorkout {
  /** When its last set of this movement ended. */
  readonly at: number
  readonly sets: readonly WorkSet[]
  /** Its place among `trained`. */
  readonly place: number
}

export interface History {
  /** Workouts before this one, oldest first. Attempts that moved nothing are left out. */
  readonly past: readonly PastWorkout[]
  /** The same and those in which nothing moved: all of them tire. */
  readonly trained: readonly Training[]
  /** Working sets of this workout so far, failed attempts among them, in order. */
  readonly today: readonly WorkSet[]
  /** Easy sets of this workout; only a first test looks at them. */
  readonly warmUpsToday: readonly WorkSet[]
}

/** Without a workout id, a later set belongs to the newest workout when that is this fresh. */
const SAME_WORKOUT_MS = 2 * 60 * 60_000

/** The snapshot's sets as the engine reads them: warm-ups, drop sets and impossible values out, in order of time. */
export function historyOf(snapshot: TrainingSnapshot, target: Target, resistance: Resistance): History {
  const readable = snapshot.sets.filter((set) => isReadable(set, snapshot) && set.at <= target.at + DAY_MS) // a day's grace: phones' clocks are wrong
  const ordered = readable.every(({ at }, i) => i === 0 || readable[i - 1]!.at <= at) ? readable : readable.toSorted((a, b) => a.at - b.at)
  const todayId = target.workoutId ?? workoutInProgress(ordered, target)
  const past = new Map<string, { readonly at: number; count: number; readonly moved: WorkSet[] }>()
  const today: WorkSet[] = []
  const warmUpsToday: WorkSet[] = []
  for (const set of ordered) {
    const work = workSet(set, resistance)
    if (set.workoutId === todayId) (set.kind === 'working' ? today : set.kind === 'warm_up' ? warmUpsToday : []).push(work)
    else if (set.kind === 'working') {
      const workout = past.get(set.workoutId) ?? { at: set.at, count: 0, moved: [] }
      past.set(set.workoutId, workout)
      workout.count += 1
      if (work.reps > 0) workout.moved.push(work)
    }
  }
  const all = [...past.values()]
  const workouts = all.flatMap(({ moved }, place) => (moved.length === 0 ? [] : [{ at: moved.at(-1)!.at, sets: moved, place }]))
  const trained = all.map(({ at, count }) => ({ at, sets: count }))
  return { past: workouts.toSorted((a, b) => a.at - b.at), trained, today, warmUpsToday }
}

/** The last instant a date can name, ms since 1970. */
export const LATEST_INSTANT = 8.64e15
/** Below this, a load is not a load, kg. */
const LIGHTEST_READ = 0.1

function isReadable(set: SnapshotSet, { movement }: TrainingSnapshot): boolean {
  const load = set.load ?? 0
  const needsLoad = movement.loadKind === 'external' || movement.loadKind === 'machine_stack'
  return (
    Math.abs(set.at) <= LATEST_INSTANT &&
    set.reps !== null &&
    set.reps >= 0 &&
    set.reps <= limits.reps &&
    load >= 0 &&
    load <= limits.loadKg &&
    !(needsLoad && load < LIGHTEST_READ)
  )
}

function workoutInProgress(ordered: readonly SnapshotSet[], { at, setNumber }: Target): string | undefined {
  const newest = ordered.at(-1)
  return newest !== undefined && setNumber > 1 && Math.abs(at - newest.at) <= SAME_WORKOUT_MS ? newest.workoutId : undefined
}

function workSet(set: SnapshotSet, resistance: Resistance): WorkSet {
  const said = set.rir !== null && set.rir >= 0 ? Math.min(set.rir, limits.rir) : undefined
  return { at: set.at, total: resistance.total(set.load ?? 0), reps: set.reps ?? 0, rir: set.toFailure ? 0 : said }
}
