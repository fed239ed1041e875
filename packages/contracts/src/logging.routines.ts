import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { SetKindName, supersetNumber, tempo } from './logging.sets.ts'
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
  repTarget,
  restSeconds,
  rirTarget,
  text,
} from './scalars.ts'

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
    tempo: tempo.optional(),
    toFailure: z.boolean().optional(),
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
  superset: supersetNumber.optional(),
  /** The rest after a round of the superset; said by any of its items. */
  roundRestSeconds: restSeconds.optional(),
  note: note.optional(),
})
export type RoutineItem = z.infer<typeof RoutineItem>

/** Of which program, and which session of it. */
export const RoutineProgram = z.strictObject({
  programId: idOf<'program'>(),
  session: z.int(),
  week: z.int(),
  /** The day it comes to lie on, if nothing is missed. */
  day: z.string().optional(),
})
export type RoutineProgram = z.infer<typeof RoutineProgram>

export const Routine = z.strictObject({
  id: idOf<'routine'>(),
  name: z.string(),
  folder: z.string().optional(),
  /** Order among routines; compare, do not display. */
  position: z.number(),
  items: z.array(RoutineItem),
  /** The session of a program that it is: it is planned there, and leaves when it is done. */
  program: RoutineProgram.optional(),
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
