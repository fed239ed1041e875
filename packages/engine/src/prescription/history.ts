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
  const ordered = readableSets(snapshot, target.at + DAY_MS) // a day's grace: phones' clocks are wrong
  const todayId = target.workoutId ?? workoutInProgress(ordered, target)
  const past = new Map<string, Gathered>()
  const today: WorkSet[] = []
  const warmUpsToday: WorkSet[] = []
  let workout: Gathered | undefined
  for (const set of ordered) {
    const { workoutId, kind } = set
    if (workoutId === todayId) {
      if (kind === 'working') today.push(workSet(set, resistance))
      else if (kind === 'warm_up') warmUpsToday.push(workSet(set, resistance))
    } else if (kind === 'working') {
      // Sets of a workout follow one another: seldom is there a need to look.
      if (workout?.id !== workoutId) workout = past.get(workoutId)
      if (workout === undefined) past.set(workoutId, (workout = { id: workoutId, at: set.at, count: 0, moved: [] }))
      workout.count += 1
      if (set.reps !== 0) workout.moved.push(workSet(set, resistance))
    }
  }
  const trained: Training[] = []
  const workouts: PastWorkout[] = []
  for (const { at, count, moved } of past.values()) {
    if (moved.length > 0) workouts.push({ at: moved.at(-1)!.at, sets: moved, place: trained.length })
    trained.push({ at, sets: count })
  }
  return { past: inOrder(workouts), trained, today, warmUpsToday }
}

interface Gathered {
  readonly id: string
  readonly at: number
  count: number
  readonly moved: WorkSet[]
}

function readableSets({ sets, movement }: TrainingSnapshot, latest: number): readonly SnapshotSet[] {
  const needsLoad = movement.loadKind === 'external' || movement.loadKind === 'machine_stack'
  const readable: SnapshotSet[] = []
  for (const set of sets) if (set.at <= latest && isReadable(set, needsLoad)) readable.push(set)
  return inOrder(readable)
}

/** As they are where they rise already, which they nearly always do. */
function inOrder<T extends { readonly at: number }>(dated: readonly T[]): readonly T[] {
  for (let i = 1; i < dated.length; i++) if (dated[i]!.at < dated[i - 1]!.at) return dated.toSorted((a, b) => a.at - b.at)
  return dated
}

/** The last instant a date can name, ms since 1970. */
export const LATEST_INSTANT = 8.64e15
/** Below this, a load is not a load, kg. */
const LIGHTEST_READ = 0.1

function isReadable({ at, reps, load: logged }: SnapshotSet, needsLoad: boolean): boolean {
  const load = logged ?? 0
  return (
    Math.abs(at) <= LATEST_INSTANT &&
    reps !== null &&
    reps >= 0 &&
    reps <= limits.reps &&
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
  return { at: set.at, total: resistance.totalThen(set.load ?? 0, set.bodyMass), reps: set.reps ?? 0, rir: set.toFailure ? 0 : said }
}
