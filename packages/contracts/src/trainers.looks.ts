import { z } from 'zod'
import { BodyWeight, Recovery, Soreness } from './diary.ts'
import { endpoint, type Endpoint } from './endpoint.ts'
import { PerformedSet } from './logging.sets.ts'
import { Workout } from './logging.workouts.ts'
import { PainConstraint } from './movements.rules.ts'
import { fileProblems } from './pictures.ts'
import { Program } from './programming.ts'
import { byId, idOf, isoInstant, listOf, pageCursor, pageLimit } from './scalars.ts'

const page = z.strictObject({ limit: pageLimit, cursor: pageCursor })

/** Every look of a trainer names the grant, is answered from what the grant shows, and is written into the audit log. */
const look = <const Path extends string, Query extends z.ZodType, Reply extends z.ZodType>(
  path: Path,
  summary: string,
  query: Query,
  reply: Reply,
) =>
  ({
    method: 'GET',
    path: `/v1/trainer/athletes/{id}/${path}`,
    summary,
    access: 'trainer',
    params: byId<'trainer_grant'>(),
    query,
    reply,
    problems: ['trainers.athlete_not_found', 'trainers.not_granted'],
  }) as const satisfies Omit<Endpoint, 'name'>

const nothingAsked = z.strictObject({})

/** A workout whose sets name their movements: the athlete's own ones are not in the trainer's library. */
export const SeenWorkout = Workout.extend({ sets: z.array(PerformedSet.extend({ movement: z.string() })) })
export type SeenWorkout = z.infer<typeof SeenWorkout>

export const lookAtWorkouts = endpoint({
  name: 'trainers.workouts',
  ...look('workouts', 'Workouts of an athlete with their sets, newest first', page, listOf(SeenWorkout)),
})

export const SeenRecord = z.strictObject({
  movementId: idOf<'movement'>(),
  movement: z.string(),
  /** The working set that shows most strength. */
  at: isoInstant,
  loadKg: z.number(),
  reps: z.int(),
  /** The maximum it points to. */
  e1rmKg: z.number(),
  lastPerformedAt: isoInstant,
})
export type SeenRecord = z.infer<typeof SeenRecord>

export const lookAtRecords = endpoint({
  name: 'trainers.records',
  ...look('records', 'The best set of each movement that an athlete trained lately', nothingAsked, listOf(SeenRecord)),
})

export const lookAtPrograms = endpoint({
  name: 'trainers.programs',
  ...look(
    'programs',
    'Programs of an athlete with their plans, newest first; what they were made from is not told',
    page,
    listOf(Program.omit({ request: true })),
  ),
})

export const lookAtBodyWeights = endpoint({
  name: 'trainers.body_weights',
  ...look('body-weights', 'Body weights of an athlete, newest first', page, listOf(BodyWeight)),
})

export const lookAtRecovery = endpoint({
  name: 'trainers.recovery',
  ...look('recovery', 'Nights and fatigue of an athlete, newest first', page, listOf(Recovery)),
})

export const lookAtSoreness = endpoint({
  name: 'trainers.soreness',
  ...look('soreness', 'What was sore, newest first', page, listOf(Soreness)),
})

export const lookAtInjuries = endpoint({
  name: 'trainers.injuries',
  ...look('injuries', 'What hurts an athlete, and did within a year', nothingAsked, listOf(PainConstraint)),
})

/** Not a kind that is granted: whoever is let see something may know whose it is. */
export const lookAtPicture = endpoint({
  name: 'trainers.picture',
  method: 'GET',
  path: '/v1/trainer/athletes/{id}/picture',
  summary: 'The picture of an athlete, if they have set one',
  access: 'trainer',
  params: byId<'trainer_grant'>(),
  reply: z.unknown(),
  replyTypes: ['image/webp'],
  problems: ['trainers.athlete_not_found', 'pictures.not_found', ...fileProblems],
})
