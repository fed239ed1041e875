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
  matching,
  newIdOf,
  note,
  nothing,
  pageCursor,
  pageLimit,
  repCount,
  restSeconds,
  rirValue,
  rpeValue,
} from './scalars.ts'

export const SetKindName = z.enum(setKinds)

/** A set within a set: lighter at once, or after some breaths. */
export const SetPart = z.strictObject({ loadKg, reps: repCount, restSeconds: restSeconds.optional() })
export type SetPart = z.infer<typeof SetPart>

const setParts = z.array(SetPart).max(30)

/** Seconds down, held, up, held: `3-1-1-0`; X is as fast as possible. */
export const tempo = matching(
  /^(\d{1,2}|X)(-(\d{1,2}|X)){2,3}$/,
  fault('invalid_tempo', 'Must be three or four of seconds or X, such as 3-1-X-0'),
)
export const supersetNumber = z.int().min(0).max(50)

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
  tempo: tempo.optional(),
  /** Sets of a workout with the same number were alternated. */
  superset: supersetNumber.optional(),
  /** What followed the load and reps above, which are those of the first part; so is the effort. */
  parts: setParts.optional(),
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
    tempo: tempo.optional(),
    superset: supersetNumber.optional(),
    parts: setParts.optional(),
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
    tempo: tempo.nullable().optional(),
    superset: supersetNumber.nullable().optional(),
    parts: setParts.nullable().optional(),
    position: z.number().min(-1e9).max(1e9).optional(),
  })
  .refine((set) => effortAgrees({ rir: set.rir ?? undefined, rpe: set.rpe ?? undefined }), {
    ...fault('inconsistent_effort', 'RIR and RPE contradict each other: RPE is 10 − RIR'),
    path: ['rpe'],
  })
export type SetChange = z.infer<typeof SetChange>

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
