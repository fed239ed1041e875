import type { PlannedSet, RoutineItem } from '@gymgenius/contracts'
import type { Kilograms, MovementId, Reps, Rir, Seconds } from '@gymgenius/domain'
import type { SetRecord } from './records.ts'

/** Two sets of the same plan are rarely the same reps: plan one less to one more than was done. */
const REPS_AROUND = 1
const MOST_PLANNED_RIR = 5
const MOST_PLANNED_REPS = 100

/**
 * The plan that a workout amounts to: its movements in the order they were begun, the sets of each as they were done.
 * Loads are left out, so that the engine proposes them. What `before` said of the same movement beside its sets stays.
 */
export function planOf(sets: readonly SetRecord[], before: readonly RoutineItem[] = []): RoutineItem[] {
  const byMovement = new Map<MovementId, SetRecord[]>()
  for (const set of sets) byMovement.set(set.movementId, [...(byMovement.get(set.movementId) ?? []), set])
  return [...byMovement].slice(0, 50).map(([movementId, done]) => {
    const planned = before.find((item) => item.movementId === movementId)
    return {
      movementId,
      sets: done.slice(0, 50).map((set, i) => plannedSet(set, planned?.sets[i]?.loadKg)),
      ...supersetOf(done, planned),
      ...(planned?.note !== undefined && { note: planned.note }),
    }
  })
}

function plannedSet(set: SetRecord, fixedLoad?: Kilograms): PlannedSet {
  return {
    kind: set.kind,
    ...(set.reps !== null && { repLow: repTarget(set.reps - REPS_AROUND), repHigh: repTarget(set.reps + REPS_AROUND) }),
    ...(set.rir !== null && { rir: Math.min(set.rir, MOST_PLANNED_RIR) as Rir }),
    ...(set.restSeconds !== null && { restSeconds: set.restSeconds as Seconds }),
    ...(set.durationSeconds !== null && { durationSeconds: set.durationSeconds as Seconds }),
    ...(set.distanceMeters !== null && { distanceMeters: set.distanceMeters }),
    ...(set.tempo !== null && { tempo: set.tempo }),
    ...(fixedLoad !== undefined && { loadKg: fixedLoad }),
  }
}

/** As it was done, with the rest that was planned for it. */
function supersetOf(done: readonly SetRecord[], planned: RoutineItem | undefined): Pick<RoutineItem, 'superset' | 'roundRestSeconds'> {
  const superset = done.find((set) => set.superset !== null)?.superset ?? planned?.superset
  const { roundRestSeconds } = planned ?? {}
  return { ...(superset !== undefined && { superset }), ...(roundRestSeconds !== undefined && { roundRestSeconds }) }
}

const repTarget = (reps: number) => Math.min(Math.max(reps, 1), MOST_PLANNED_REPS) as Reps
