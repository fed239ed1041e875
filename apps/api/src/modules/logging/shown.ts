import type { PerformedSet, Routine, Workout } from '@gymgenius/contracts'
import { type Instant, isoOf, type Kilograms, type Reps, type Rir, type Seconds } from '@gymgenius/domain'
import type { RoutineRecord, SetRecord } from './records.ts'
import type { WorkoutTotals } from './workouts.repository.ts'

/** A set as the API says it: what was not said is left out. */
export function setShown(set: SetRecord): PerformedSet {
  return {
    id: set.id,
    workoutId: set.workoutId,
    movementId: set.movementId,
    kind: set.kind,
    position: set.position,
    performedAt: isoOf(set.performedAt),
    toFailure: set.toFailure,
    ...(set.loadKg !== null && { loadKg: set.loadKg as Kilograms }),
    ...(set.reps !== null && { reps: set.reps as Reps }),
    ...(set.rir !== null && { rir: set.rir as Rir }),
    ...(set.rir !== null && set.effortScale === 'rpe' && { rpe: Math.round((10 - set.rir) * 1e6) / 1e6 }),
    ...(set.effortScale !== null && { effortScale: set.effortScale }),
    ...(set.restSeconds !== null && { restSeconds: set.restSeconds as Seconds }),
    ...(set.durationSeconds !== null && { durationSeconds: set.durationSeconds as Seconds }),
    ...(set.distanceMeters !== null && { distanceMeters: set.distanceMeters }),
    ...(set.note !== null && { note: set.note }),
    ...(set.tempo !== null && { tempo: set.tempo }),
    ...(set.superset !== null && { superset: set.superset }),
    ...(set.parts !== null && { parts: [...set.parts] }),
    ...(set.recommendationId !== null && { recommendationId: set.recommendationId }),
    ...(set.needsConfirmation && { needsConfirmation: true }),
  }
}

export function workoutShown(workout: WorkoutTotals): Workout {
  return {
    id: workout.id,
    name: workout.name,
    startedAt: isoOf(workout.startedAt),
    setCount: workout.setCount,
    tonnageKg: workout.tonnageKg,
    ...(workout.routineId !== null && { routineId: workout.routineId }),
    ...(workout.gymId !== null && { gymId: workout.gymId }),
    ...(workout.endedAt !== null && { endedAt: isoOf(workout.endedAt) }),
    ...(workout.endedBy !== null && { endedBy: workout.endedBy }),
    ...(workout.note !== null && { note: workout.note }),
    ...(workout.sessionRpe !== null && { sessionRpe: workout.sessionRpe }),
  }
}

export function routineShown(routine: RoutineRecord, lastPerformedAt?: Instant): Routine {
  return {
    id: routine.id,
    name: routine.name,
    position: routine.position,
    items: [...routine.items],
    ...(routine.folder !== null && { folder: routine.folder }),
    ...(routine.program !== null && { program: routine.program }),
    ...(lastPerformedAt !== undefined && { lastPerformedAt: isoOf(lastPerformedAt) }),
  }
}
