import {
  activityMetrics,
  type DiaryEntryId,
  diaryKinds,
  diarySources,
  type Kilograms,
  type MuscleGroup,
  muscleGroupNames,
} from '@gymgenius/domain'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import type { ProblemCode } from './problem.ts'
import {
  branded,
  byId,
  distanceMeters,
  durationSeconds,
  fault,
  idOf,
  isoInstant,
  listOf,
  name,
  newIdOf,
  note,
  nothing,
  pageCursor,
  pageLimit,
} from './scalars.ts'

const between = (low: number, high: number) =>
  z
    .number()
    .min(low, fault('out_of_range', `Must be between ${low} and ${high}`))
    .max(high, fault('out_of_range', `Must be between ${low} and ${high}`))
const whole = (low: number, high: number) =>
  z
    .int()
    .min(low, fault('out_of_range', `Must be a whole number from ${low} to ${high}`))
    .max(high, fault('out_of_range', `Must be a whole number from ${low} to ${high}`))
const scale = whole(1, 5)

/** What each kind says beside its time, its source and a note. Units are in the names. */
export const diaryFields = {
  soreness: z.strictObject({
    /** By group of muscles: 0 none, 1 a little, 2 sore, 3 very sore, 4 hardly movable. What is not named is not sore. */
    levels: z.strictObject(
      Object.fromEntries(muscleGroupNames.map((group) => [group, whole(0, 4).optional()])) as Record<MuscleGroup, z.ZodOptional<z.ZodInt>>,
    ),
  }),
  recovery: z.strictObject({
    sleepHours: between(0, 24).optional(),
    /** 1 bad to 5 good. */
    sleepQuality: scale.optional(),
    /** 1 fresh to 5 exhausted. */
    fatigue: scale.optional(),
    /** 1 calm to 5 tense. */
    stress: scale.optional(),
    /** Heart rate variability (RMSSD). */
    hrvMs: between(1, 400).optional(),
    restingHeartRate: between(20, 220).optional(),
  }),
  body_weight: z.strictObject({ weightKg: branded<Kilograms>(between(20, 500)) }),
  custom: z.strictObject({
    /** One of `GET /v1/activities/definitions` by its key or name, or any other name. */
    activity: name,
    durationSeconds: durationSeconds.optional(),
    distanceMeters: distanceMeters.optional(),
    /** How hard it was, 1 to 10. */
    effort: between(1, 10).optional(),
    energyKcal: between(0, 20_000).optional(),
  }),
  activity: z.strictObject({
    name,
    /** What is asked of it when it is logged. */
    metrics: z.array(z.enum(activityMetrics)).max(activityMetrics.length),
  }),
} as const satisfies Record<(typeof diaryKinds)[number], z.ZodObject>

const when = {
  at: isoInstant.optional(),
  source: z.enum(diarySources).optional(),
  note: note.optional(),
}
const shown = { id: idOf<'diary_entry'>(), at: isoInstant, source: z.enum(diarySources), note: z.string().optional() }

export const Soreness = z.strictObject({ ...shown, ...diaryFields.soreness.shape })
export type Soreness = z.infer<typeof Soreness>
export const Recovery = z.strictObject({ ...shown, ...diaryFields.recovery.shape })
export type Recovery = z.infer<typeof Recovery>
export const BodyWeight = z.strictObject({ ...shown, ...diaryFields.body_weight.shape })
export type BodyWeight = z.infer<typeof BodyWeight>
export const CustomWorkout = z.strictObject({ ...shown, ...diaryFields.custom.shape })
export type CustomWorkout = z.infer<typeof CustomWorkout>
export const ActivityDefinition = z.strictObject({
  /** Of your own ones. */
  id: idOf<'diary_entry'>().optional(),
  /** Of those that everybody has: what a log names it by. */
  key: z.string().optional(),
  ...diaryFields.activity.shape,
})
export type ActivityDefinition = z.infer<typeof ActivityDefinition>

const notFound = ['diary.entry_not_found'] as const satisfies readonly ProblemCode[]
const adding = ['diary.entry_not_found', 'logging.id_taken', 'diary.too_many_activities'] as const satisfies readonly ProblemCode[]
const range = z.strictObject({ from: isoInstant.optional(), to: isoInstant.optional(), limit: pageLimit, cursor: pageCursor })

/** The endpoints of one kind: list by range, add, say anew, delete. */
function diaryEndpoints<const Word extends string, const Path extends string, Fields extends z.ZodRawShape, Item extends z.ZodType>(of: {
  readonly word: Word
  readonly path: `/${Path}`
  readonly aliases: readonly `/${string}`[]
  readonly what: string
  readonly fields: Fields
  readonly item: Item
}) {
  const { word, path, aliases, what, fields, item } = of
  const ofOne = aliases.map((alias): `/${string}` => `${alias}/{id}`)
  return {
    list: endpoint({
      name: `diary.list_${word}`,
      method: 'GET',
      path,
      aliases,
      summary: `Your ${what}, newest first, from and to a time`,
      access: 'athlete',
      query: range,
      reply: listOf(item),
      problems: [],
    }),
    add: endpoint({
      name: `diary.add_${word}`,
      method: 'POST',
      path,
      aliases,
      summary: `Note ${what}; without a time, of now`,
      access: 'athlete',
      body: z.strictObject({ id: newIdOf<'diary_entry'>().optional(), ...when, ...fields }),
      reply: item,
      status: 201,
      problems: adding,
    }),
    put: endpoint({
      name: `diary.put_${word}`,
      method: 'PUT',
      path: `${path}/{id}` as `/${Path}/{id}`,
      aliases: ofOne,
      summary: `Say anew what was noted of ${what}`,
      access: 'athlete',
      params: byId<'diary_entry'>(),
      body: z.strictObject({ ...when, ...fields }),
      reply: item,
      problems: notFound,
    }),
    remove: endpoint({
      name: `diary.delete_${word}`,
      method: 'DELETE',
      path: `${path}/{id}` as `/${Path}/{id}`,
      aliases: ofOne,
      summary: `Delete what was noted of ${what}`,
      access: 'athlete',
      params: byId<'diary_entry'>(),
      reply: nothing,
      status: 204,
      problems: notFound,
    }),
  }
}

export const {
  list: listSoreness,
  add: addSoreness,
  put: putSoreness,
  remove: deleteSoreness,
} = diaryEndpoints({
  word: 'soreness',
  path: '/v1/logs/soreness',
  aliases: ['/logs/soreness'],
  what: 'soreness',
  fields: diaryFields.soreness.shape,
  item: Soreness,
})

export const {
  list: listRecovery,
  add: addRecovery,
  put: putRecovery,
  remove: deleteRecovery,
} = diaryEndpoints({
  word: 'recovery',
  path: '/v1/logs/recovery',
  aliases: ['/logs/recovery'],
  what: 'sleep, fatigue, stress and heart',
  fields: diaryFields.recovery.shape,
  item: Recovery,
})

export const {
  list: listCustom,
  add: addCustom,
  put: putCustom,
  remove: deleteCustom,
} = diaryEndpoints({
  word: 'custom',
  path: '/v1/logs/custom',
  aliases: ['/logs/custom', '/activities'],
  what: 'activities beside lifting',
  fields: diaryFields.custom.shape,
  item: CustomWorkout,
})

export const {
  list: listBodyWeights,
  add: addBodyWeight,
  put: putBodyWeight,
  remove: deleteBodyWeight,
} = diaryEndpoints({
  word: 'body_weight',
  path: '/v1/body-weights',
  aliases: [],
  what: 'body weight',
  fields: diaryFields.body_weight.shape,
  item: BodyWeight,
})

const definitions = { path: '/v1/activities/definitions', aliases: ['/activities/definitions'] } as const

export const listActivities = endpoint({
  ...definitions,
  name: 'diary.list_activities',
  method: 'GET',
  summary: 'Activities to log, with what is usually told of each: your own ones first, then those that everybody has',
  access: 'athlete',
  reply: z.strictObject({ items: z.array(ActivityDefinition) }),
  problems: [],
})

export const addActivity = endpoint({
  ...definitions,
  name: 'diary.add_activity',
  method: 'POST',
  summary: 'Add an activity of your own, with what is usually told of it',
  access: 'athlete',
  body: z.strictObject({ id: newIdOf<'diary_entry'>().optional(), ...diaryFields.activity.shape }),
  reply: ActivityDefinition,
  status: 201,
  problems: adding,
})

export const deleteActivity = endpoint({
  name: 'diary.delete_activity',
  method: 'DELETE',
  path: '/v1/activities/definitions/{id}',
  aliases: ['/activities/definitions/{id}'],
  summary: 'Delete an activity of your own; what was logged of it stays',
  access: 'athlete',
  params: byId<'diary_entry'>(),
  reply: nothing,
  status: 204,
  problems: notFound,
})

/** An entry of any kind, as devices share it. */
export const DiaryEntry = z.discriminatedUnion('kind', [
  Soreness.extend({ kind: z.literal('soreness') }),
  Recovery.extend({ kind: z.literal('recovery') }),
  BodyWeight.extend({ kind: z.literal('body_weight') }),
  CustomWorkout.extend({ kind: z.literal('custom') }),
  z.strictObject({ ...shown, ...diaryFields.activity.shape, kind: z.literal('activity') }),
])
export type DiaryEntry = z.infer<typeof DiaryEntry>

const anyField = {
  ...when,
  ...diaryFields.soreness.partial().shape,
  ...diaryFields.recovery.shape,
  ...diaryFields.body_weight.partial().shape,
  ...diaryFields.custom.partial().shape,
  ...diaryFields.activity.partial().shape,
}

/** What a device says of a new entry; whether it fits its kind is asked of the whole. */
export const DiaryPut = z.strictObject({ ...anyField, kind: z.enum(diaryKinds) })
export type DiaryPut = z.infer<typeof DiaryPut>

/** What a device says of an entry that is there: null takes back what need not be said. */
export const DiaryPatch = z.strictObject({ ...anyField, note: note.nullable().optional() })
export type DiaryPatch = z.infer<typeof DiaryPatch>

export type { DiaryEntryId }
