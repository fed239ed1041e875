import { effortScales, setKinds } from '@gymgenius/domain'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import {
  byId,
  distanceMeters,
  durationSeconds,
  fault,
  idOf,
  isoInstant,
  listOf,
  loadKg,
  name,
  newIdOf,
  note,
  nothing,
  pageCursor,
  pageLimit,
  repCount,
  repTarget,
  restSeconds,
  rirTarget,
  rirValue,
  rpeValue,
  text,
} from './scalars.ts'

export const SetKindName = z.enum(setKinds)

/** A set as it was performed. What was not said is absent. */
export const PerformedSet = z.strictObject({
  id: idOf<'performed_set'>(),
  workoutId: idOf<'workout'>(),
  movementId: idOf<'movement'>(),
  kind: SetKindName,
  /** Order within the workout; compare, do not display. */
  position: z.number(),
  performedAt: isoInstant,
  loadKg: loadKg.optional(),
  reps: repCount.optional(),
  rir: rirValue.optional(),
  /** 10 − rir, when the lifter answered on the RPE scale. */
  rpe: rpeValue.optional(),
  effortScale: z.enum(effortScales).optional(),
  toFailure: z.boolean(),
  restSeconds: restSeconds.optional(),
  durationSeconds: durationSeconds.optional(),
  distanceMeters: distanceMeters.optional(),
  note: note.optional(),
  recommendationId: idOf<'recommendation'>().optional(),
  /** The time said by the phone was not believable (more than a day ahead, or before 1970): ask the lifter. */
  needsConfirmation: z.boolean().optional(),
})
export type PerformedSet = z.infer<typeof PerformedSet>

const effort = { rir: rirValue.optional(), rpe: rpeValue.optional() }
const effortAgrees = (set: { rir?: number | undefined; rpe?: number | undefined }) =>
  set.rir === undefined || set.rpe === undefined || Math.abs(10 - set.rpe - set.rir) < 1e-9

export const NewSet = z
  .strictObject({
    id: newIdOf<'performed_set'>().optional(),
    /** Without one: the workout in progress, or a new one. */
    workoutId: idOf<'workout'>().optional(),
    movementId: idOf<'movement'>(),
    kind: SetKindName.optional(),
    loadKg,
    /** Required unless the set is measured by time or distance. */
    reps: repCount.optional(),
    ...effort,
    toFailure: z.boolean().optional(),
    restSeconds: restSeconds.optional(),
    durationSeconds: durationSeconds.optional(),
    distanceMeters: distanceMeters.optional(),
    /** Now, unless said. With the id of a finished workout it says that the set is added afterwards. */
    performedAt: isoInstant.optional(),
    note: note.optional(),
    recommendationId: idOf<'recommendation'>().optional(),
    /** Last of its workout, unless said. */
    position: z.number().min(-1e9).max(1e9).optional(),
  })
  .refine(effortAgrees, { ...fault('inconsistent_effort', 'RIR and RPE contradict each other: RPE is 10 − RIR'), path: ['rpe'] })
  .refine((set) => set.reps !== undefined || set.durationSeconds !== undefined || set.distanceMeters !== undefined, {
    ...fault('required', 'Give reps, a duration or a distance'),
    path: ['reps'],
  })
  .refine((set) => !(set.toFailure === true && ((set.rir ?? 0) > 0 || (set.rpe ?? 10) < 10)), {
    ...fault('inconsistent_effort', 'A set to failure has no repetitions in reserve'),
    path: ['toFailure'],
  })
export type NewSet = z.infer<typeof NewSet>

/** Fields of a set that may be changed later; `null` takes a value back. */
export const SetChange = z
  .strictObject({
    movementId: idOf<'movement'>().optional(),
    kind: SetKindName.optional(),
    loadKg: loadKg.nullable().optional(),
    reps: repCount.nullable().optional(),
    rir: rirValue.nullable().optional(),
    rpe: rpeValue.nullable().optional(),
    toFailure: z.boolean().optional(),
    restSeconds: restSeconds.nullable().optional(),
    durationSeconds: durationSeconds.nullable().optional(),
    distanceMeters: distanceMeters.nullable().optional(),
    performedAt: isoInstant.optional(),
    note: note.nullable().optional(),
    position: z.number().min(-1e9).max(1e9).optional(),
  })
  .refine((set) => effortAgrees({ rir: set.rir ?? undefined, rpe: set.rpe ?? undefined }), {
    ...fault('inconsistent_effort', 'RIR and RPE contradict each other: RPE is 10 − RIR'),
    path: ['rpe'],
  })
export type SetChange = z.infer<typeof SetChange>

export const Workout = z.strictObject({
  id: idOf<'workout'>(),
  name: z.string(),
  routineId: idOf<'routine'>().optional(),
  startedAt: isoInstant,
  endedAt: isoInstant.optional(),
  /** silence: closed itself after 30 minutes without a set. */
  endedBy: z.enum(['athlete', 'silence', 'import']).optional(),
  note: z.string().optional(),
  setCount: z.int(),
  /** Σ load × reps of working sets. */
  tonnageKg: z.number(),
})
export type Workout = z.infer<typeof Workout>

export const WorkoutWithSets = Workout.extend({ sets: z.array(PerformedSet) })
export type WorkoutWithSets = z.infer<typeof WorkoutWithSets>

export const createSet = endpoint({
  name: 'logging.create_set',
  method: 'POST',
  path: '/v1/sets',
  summary: 'Log a set; the same id twice changes nothing',
  access: 'athlete',
  body: NewSet,
  reply: PerformedSet,
  status: 201,
  problems: ['movements.unknown', 'logging.workout_not_found', 'logging.workout_closed', 'logging.set_not_found', 'logging.id_taken'],
})

export const changeSet = endpoint({
  name: 'logging.change_set',
  method: 'PATCH',
  path: '/v1/sets/{id}',
  summary: 'Correct a set, also of a finished workout',
  access: 'athlete',
  params: byId<'performed_set'>(),
  body: SetChange,
  reply: PerformedSet,
  problems: ['logging.set_not_found', 'movements.unknown'],
})

export const deleteSet = endpoint({
  name: 'logging.delete_set',
  method: 'DELETE',
  path: '/v1/sets/{id}',
  summary: 'Delete a set; deleting it again is no error',
  access: 'athlete',
  params: byId<'performed_set'>(),
  reply: nothing,
  status: 204,
  problems: ['logging.set_not_found'],
})

export const listSets = endpoint({
  name: 'logging.list_sets',
  method: 'GET',
  path: '/v1/sets',
  summary: 'Sets of one movement, newest first',
  access: 'athlete',
  query: z.strictObject({ movementId: idOf<'movement'>(), limit: pageLimit, cursor: pageCursor }),
  reply: listOf(PerformedSet),
  problems: [],
})

export const createWorkout = endpoint({
  name: 'logging.create_workout',
  method: 'POST',
  path: '/v1/workouts',
  summary: 'Start a workout, or backfill one by giving startedAt and endedAt',
  access: 'athlete',
  body: z.strictObject({
    id: newIdOf<'workout'>().optional(),
    startedAt: isoInstant.optional(),
    endedAt: isoInstant.optional(),
    routineId: idOf<'routine'>().optional(),
    name: name.optional(),
    note: note.optional(),
  }),
  reply: WorkoutWithSets,
  status: 201,
  problems: ['logging.routine_not_found', 'logging.workout_not_found', 'logging.id_taken'],
})

export const listWorkouts = endpoint({
  name: 'logging.list_workouts',
  method: 'GET',
  path: '/v1/workouts',
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

/** One planned set of a routine. */
export const PlannedSet = z
  .strictObject({
    kind: SetKindName,
    repLow: repTarget.optional(),
    repHigh: repTarget.optional(),
    rir: rirTarget.optional(),
    /** A load fixed by hand; without one the engine proposes it. */
    loadKg: loadKg.optional(),
    restSeconds: restSeconds.optional(),
    durationSeconds: durationSeconds.optional(),
    distanceMeters: distanceMeters.optional(),
  })
  .refine((set) => set.repLow === undefined || set.repHigh === undefined || set.repLow <= set.repHigh, {
    ...fault('out_of_range', 'repLow must not exceed repHigh'),
    path: ['repLow'],
  })
export type PlannedSet = z.infer<typeof PlannedSet>

export const RoutineItem = z.strictObject({
  movementId: idOf<'movement'>(),
  sets: z.array(PlannedSet).max(50),
  /** Items with the same number are alternated. */
  superset: z.int().min(0).max(50).optional(),
  note: note.optional(),
})
export type RoutineItem = z.infer<typeof RoutineItem>

export const Routine = z.strictObject({
  id: idOf<'routine'>(),
  name: z.string(),
  folder: z.string().optional(),
  /** Order among routines; compare, do not display. */
  position: z.number(),
  items: z.array(RoutineItem),
  lastPerformedAt: isoInstant.optional(),
})
export type Routine = z.infer<typeof Routine>

const routineFields = {
  name,
  folder: text(100).nullable().optional(),
  position: z.number().min(-1e9).max(1e9).optional(),
  items: z.array(RoutineItem).max(50),
}

export const listRoutines = endpoint({
  name: 'logging.list_routines',
  method: 'GET',
  path: '/v1/routines',
  summary: 'Routines in their order',
  access: 'athlete',
  reply: listOf(Routine),
  problems: [],
})

export const createRoutine = endpoint({
  name: 'logging.create_routine',
  method: 'POST',
  path: '/v1/routines',
  summary: 'Make a routine by hand, or from a past workout',
  access: 'athlete',
  body: z
    .strictObject({
      id: newIdOf<'routine'>().optional(),
      name: name.optional(),
      folder: routineFields.folder,
      position: routineFields.position,
      items: routineFields.items.optional(),
      fromWorkoutId: idOf<'workout'>().optional(),
    })
    .refine((body) => (body.items === undefined) !== (body.fromWorkoutId === undefined), {
      ...fault('required', 'Give either items or fromWorkoutId'),
      path: ['items'],
    })
    .refine((body) => body.name !== undefined || body.fromWorkoutId !== undefined, { ...fault('required', 'Give a name'), path: ['name'] }),
  reply: Routine,
  status: 201,
  problems: ['movements.unknown', 'logging.workout_not_found', 'logging.routine_not_found', 'logging.id_taken'],
})

export const getRoutine = endpoint({
  name: 'logging.get_routine',
  method: 'GET',
  path: '/v1/routines/{id}',
  summary: 'One routine',
  access: 'athlete',
  params: byId<'routine'>(),
  reply: Routine,
  problems: ['logging.routine_not_found'],
})

export const changeRoutine = endpoint({
  name: 'logging.change_routine',
  method: 'PATCH',
  path: '/v1/routines/{id}',
  summary: 'Change a routine, or bring it up to date with what was done (fromWorkoutId)',
  access: 'athlete',
  params: byId<'routine'>(),
  body: z.strictObject({
    name: name.optional(),
    folder: routineFields.folder,
    position: routineFields.position,
    items: routineFields.items.optional(),
    fromWorkoutId: idOf<'workout'>().optional(),
  }),
  reply: Routine,
  problems: ['logging.routine_not_found', 'logging.workout_not_found', 'movements.unknown'],
})

export const deleteRoutine = endpoint({
  name: 'logging.delete_routine',
  method: 'DELETE',
  path: '/v1/routines/{id}',
  summary: 'Delete a routine; workouts done with it stay',
  access: 'athlete',
  params: byId<'routine'>(),
  reply: nothing,
  status: 204,
  problems: ['logging.routine_not_found'],
})

/** A routine read out of the names of an imported history, for the lifter to keep or not. */
export const ProposedRoutine = z.strictObject({
  name: z.string(),
  performed: z.int(),
  lastPerformedAt: isoInstant,
  items: z.array(RoutineItem),
})
export type ProposedRoutine = z.infer<typeof ProposedRoutine>

export const proposeRoutines = endpoint({
  name: 'logging.propose_routines',
  method: 'GET',
  path: '/v1/routines/proposals',
  summary: 'Routines that this history suggests: workouts of one name done at least three times',
  access: 'athlete',
  reply: listOf(ProposedRoutine),
  problems: [],
})

/** What to train today, and why that. */
export const Today = z.strictObject({
  basis: z.enum(['in_progress', 'next_routine', 'repeat_last', 'empty']),
  name: z.string(),
  workout: WorkoutWithSets.optional(),
  routineId: idOf<'routine'>().optional(),
  items: z.array(RoutineItem),
})
export type Today = z.infer<typeof Today>

export const getToday = endpoint({
  name: 'logging.today',
  method: 'GET',
  path: '/v1/today',
  summary: 'The workout in progress, else the next routine in order, else the last workout again, else an empty one',
  access: 'athlete',
  reply: Today,
  problems: [],
})

export const exportEverything = endpoint({
  name: 'logging.export',
  method: 'GET',
  path: '/v1/export',
  summary: 'Everything about this account as JSON, or its sets as CSV (format=csv)',
  access: 'athlete',
  query: z.strictObject({ format: z.enum(['json', 'csv']).optional() }),
  reply: z.unknown(),
  replyTypes: ['application/json', 'text/csv'],
  problems: [],
})
