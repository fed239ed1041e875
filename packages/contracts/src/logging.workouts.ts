import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { PerformedSet } from './logging.sets.ts'
import { byId, idOf, isoInstant, listOf, name, newIdOf, note, nothing, pageCursor, pageLimit, rpeValue } from './scalars.ts'

export const Workout = z.strictObject({
  id: idOf<'workout'>(),
  name: z.string(),
  routineId: idOf<'routine'>().optional(),
  /** Where it was done, if that was said. */
  gymId: idOf<'gym'>().optional(),
  startedAt: isoInstant,
  endedAt: isoInstant.optional(),
  /** silence: closed itself after 30 minutes without a set. */
  endedBy: z.enum(['athlete', 'silence', 'import']).optional(),
  note: z.string().optional(),
  /** How hard the lifter found it as a whole, 1 to 10. */
  sessionRpe: z.number().optional(),
  setCount: z.int(),
  /** Σ load × reps of working sets. */
  tonnageKg: z.number(),
})
export type Workout = z.infer<typeof Workout>

export const WorkoutWithSets = Workout.extend({ sets: z.array(PerformedSet) })
export type WorkoutWithSets = z.infer<typeof WorkoutWithSets>

export const createWorkout = endpoint({
  name: 'logging.create_workout',
  method: 'POST',
  path: '/v1/workouts',
  aliases: ['/logs/workouts'],
  summary: 'Start a workout, or backfill one by giving startedAt and endedAt',
  access: 'athlete',
  body: z.strictObject({
    id: newIdOf<'workout'>().optional(),
    startedAt: isoInstant.optional(),
    endedAt: isoInstant.optional(),
    routineId: idOf<'routine'>().optional(),
    /** One that is not yours is left out: a workout is never lost over where it was. */
    gymId: idOf<'gym'>().optional(),
    name: name.optional(),
    note: note.optional(),
    sessionRpe: rpeValue.optional(),
  }),
  reply: WorkoutWithSets,
  status: 201,
  problems: ['logging.routine_not_found', 'logging.workout_not_found', 'logging.id_taken'],
})

export const listWorkouts = endpoint({
  name: 'logging.list_workouts',
  method: 'GET',
  path: '/v1/workouts',
  aliases: ['/logs/workouts'],
  summary: 'Workouts, newest first',
  access: 'athlete',
  query: z.strictObject({ limit: pageLimit, cursor: pageCursor, from: isoInstant.optional(), to: isoInstant.optional() }),
  reply: listOf(Workout),
  problems: [],
})

export const getWorkout = endpoint({
  name: 'logging.get_workout',
  method: 'GET',
  path: '/v1/workouts/{id}',
  aliases: ['/logs/workouts/{id}'],
  summary: 'One workout with its sets',
  access: 'athlete',
  params: byId<'workout'>(),
  reply: WorkoutWithSets,
  problems: ['logging.workout_not_found'],
})

export const changeWorkout = endpoint({
  name: 'logging.change_workout',
  method: 'PATCH',
  path: '/v1/workouts/{id}',
  summary: 'Rename, re-date, annotate, finish (endedAt) or reopen (endedAt: null) a workout',
  access: 'athlete',
  params: byId<'workout'>(),
  body: z.strictObject({
    name: name.optional(),
    note: note.nullable().optional(),
    sessionRpe: rpeValue.nullable().optional(),
    gymId: idOf<'gym'>().nullable().optional(),
    startedAt: isoInstant.optional(),
    endedAt: isoInstant.nullable().optional(),
  }),
  reply: WorkoutWithSets,
  problems: ['logging.workout_not_found'],
})

export const deleteWorkout = endpoint({
  name: 'logging.delete_workout',
  method: 'DELETE',
  path: '/v1/workouts/{id}',
  summary: 'Delete a workout and its sets',
  access: 'athlete',
  params: byId<'workout'>(),
  reply: nothing,
  status: 204,
  problems: ['logging.workout_not_found'],
})
