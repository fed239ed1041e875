import type { PerformedSet, PlannedSet, Routine, RoutineItem, Workout } from '@gymgenius/contracts'
import type { Reps, Rir, RoutineId } from '@gymgenius/domain'

/** What to train today, and why that: as the server answers it, worked out from what this phone knows. */
export interface TodayPlan {
  readonly basis: 'in_progress' | 'next_routine' | 'repeat_last' | 'empty'
  readonly name: string
  readonly workout?: Workout | undefined
  readonly routineId?: RoutineId | undefined
  readonly items: readonly RoutineItem[]
}

/**
 * The workout in progress, else the next routine in order, else the last workout again, else an empty one.
 * `workouts` newest first; `lastSets` are the sets of the newest finished one, `underWay`
 * is what the one in progress holds by now, where this phone knows: swapped, added, skipped.
 */
export function todayFrom(
  workouts: readonly Workout[],
  routines: readonly Routine[],
  lastSets: readonly PerformedSet[],
  nameOfEmpty: string,
  underWay?: readonly RoutineItem[],
): TodayPlan {
  const open = workouts.find((workout) => workout.endedAt === undefined)
  if (open !== undefined) {
    const routine = routines.find(({ id }) => id === open.routineId)
    return {
      basis: 'in_progress',
      name: open.name,
      workout: open,
      ...(routine !== undefined && { routineId: routine.id }),
      items: underWay ?? routine?.items ?? [],
    }
  }
  const next = nextRoutine(workouts, routines)
  if (next !== undefined) return { basis: 'next_routine', name: next.name, routineId: next.id, items: next.items }
  const last = workouts[0]
  if (last !== undefined) return { basis: 'repeat_last', name: last.name, items: itemsFrom(lastSets) }
  return { basis: 'empty', name: nameOfEmpty, items: [] }
}

/**
 * The next session of the program that is trained, where one is: sessions are done once, in their order. Else the routine after the one done last,
 * round and round; the first one when none was done yet.
 */
function nextRoutine(workouts: readonly Workout[], all: readonly Routine[]): Routine | undefined {
  const session = all.find(({ id, program }) => program !== undefined && !workouts.some(({ routineId }) => routineId === id))
  if (session !== undefined) return session
  const routines = all.filter(({ program }) => program === undefined)
  const lastDone = workouts.find(({ routineId }) => routines.some(({ id }) => id === routineId))
  const place = routines.findIndex(({ id }) => id === lastDone?.routineId)
  return routines[(place + 1) % Math.max(1, routines.length)]
}

/** Two sets of the same plan are rarely the same reps: plan one less to one more than was done, as the server does. */
const REPS_AROUND = 1

/**
 * What was done, as a plan to do it again: movements in the order they were begun, with as many sets of each kind.
 * Loads are left out, so that the engine proposes them. What `before` said of a movement beside its sets stays.
 */
export function itemsFrom(sets: readonly PerformedSet[], before: readonly RoutineItem[] = []): RoutineItem[] {
  const items = new Map<string, RoutineItem>()
  for (const set of sets) {
    const item = items.get(set.movementId) ?? {
      ...before.find(({ movementId }) => movementId === set.movementId),
      movementId: set.movementId,
      sets: [],
    }
    const superset = item.superset ?? set.superset
    items.set(set.movementId, { ...item, ...(superset !== undefined && { superset }), sets: [...item.sets, plannedAs(set)] })
  }
  return [...items.values()]
}

/** One set as a plan to do it again, without its load. */
export function plannedAs({ kind, reps, rir, durationSeconds, distanceMeters, tempo }: PerformedSet): PlannedSet {
  return {
    kind,
    ...(reps !== undefined && { repLow: repTarget(reps - REPS_AROUND), repHigh: repTarget(reps + REPS_AROUND) }),
    ...(rir !== undefined && { rir: Math.min(rir, 5) as Rir }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(distanceMeters !== undefined && { distanceMeters }),
    ...(tempo !== undefined && { tempo }),
  }
}

const repTarget = (reps: number) => Math.min(Math.max(reps, 1), 100) as Reps
