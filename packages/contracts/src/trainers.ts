import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { byId, idOf, isoInstant, listOf, name, newIdOf, nothing } from './scalars.ts'

/** What a grant can show: workouts with their sets and records · programs · body weight · nights, fatigue and soreness · what hurts. */
export const dataKinds = ['workouts', 'programs', 'body_weight', 'recovery', 'injuries'] as const
export type DataKind = (typeof dataKinds)[number]

const kinds = z
  .array(z.enum(dataKinds))
  .min(1)
  .max(dataKinds.length)
  .overwrite((said) => dataKinds.filter((kind) => said.includes(kind)))

const shownOf = {
  id: idOf<'trainer_grant'>(),
  /** What the trainer reads instead of an address. */
  shownAs: z.string(),
  kinds: z.array(z.enum(dataKinds)),
  /** What is older is not shown. */
  seenFrom: isoInstant.optional(),
  /** It ends by itself then. */
  endsAt: isoInstant.optional(),
}

export const TrainerGrant = z.strictObject({
  ...shownOf,
  /** open: nobody has taken its code · running · ended: by the athlete, the trainer or its time. */
  state: z.enum(['open', 'running', 'ended']),
  givenAt: isoInstant,
  /** Of one that is open, for handing on: good for one trainer, until `codeExpiresAt`. */
  code: z.string().optional(),
  codeExpiresAt: isoInstant.optional(),
  /** Who took it. */
  trainerEmail: z.string().optional(),
  takenAt: isoInstant.optional(),
  endedAt: isoInstant.optional(),
  /** How often something was looked at, and when last; each look is in the audit log. */
  looks: z.int(),
  lastLookedAt: isoInstant.optional(),
})
export type TrainerGrant = z.infer<typeof TrainerGrant>

const ofOne = ['trainers.grant_not_found'] as const

export const listGrants = endpoint({
  name: 'trainers.list_grants',
  method: 'GET',
  path: '/v1/grants',
  summary: 'What I let trainers see, newest first; ended grants for a year',
  access: 'athlete',
  reply: listOf(TrainerGrant),
  problems: [],
})

export const giveGrant = endpoint({
  name: 'trainers.give_grant',
  method: 'POST',
  path: '/v1/grants',
  summary: 'Let one trainer see something: answers a code to hand on, which says nothing about who has an account',
  access: 'athlete',
  body: z.strictObject({
    id: newIdOf<'trainer_grant'>(),
    shownAs: name,
    kinds,
    seenFrom: isoInstant.optional(),
    endsAt: isoInstant.optional(),
  }),
  reply: TrainerGrant,
  status: 201,
  repeatsSafely: true,
  problems: ['trainers.too_many_grants', 'trainers.grant_not_found', 'privacy.consent_required', 'logging.id_taken'],
})

export const changeGrant = endpoint({
  name: 'trainers.change_grant',
  method: 'PATCH',
  path: '/v1/grants/{id}',
  summary: 'Show more or less, from the next look on',
  access: 'athlete',
  params: byId<'trainer_grant'>(),
  body: z.strictObject({
    shownAs: name.optional(),
    kinds: kinds.optional(),
    seenFrom: isoInstant.nullable().optional(),
    endsAt: isoInstant.nullable().optional(),
  }),
  reply: TrainerGrant,
  repeatsSafely: true,
  problems: [...ofOne, 'trainers.grant_ended'],
})

export const endGrant = endpoint({
  name: 'trainers.end_grant',
  method: 'DELETE',
  path: '/v1/grants/{id}',
  summary: 'End it at once',
  access: 'athlete',
  params: byId<'trainer_grant'>(),
  reply: nothing,
  status: 204,
  problems: ofOne,
})

/** An athlete as their trainer knows them: by a grant. */
export const TrainedAthlete = z.strictObject({
  ...shownOf,
  takenAt: isoInstant,
  /** Their picture, if they have set one. */ pictureId: idOf<'picture'>().optional(),
})
export type TrainedAthlete = z.infer<typeof TrainedAthlete>

export const listTrained = endpoint({
  name: 'trainers.list_athletes',
  method: 'GET',
  path: '/v1/trainer/athletes',
  summary: 'The athletes who let me see something',
  access: 'trainer',
  reply: listOf(TrainedAthlete),
  problems: [],
})

export const takeGrant = endpoint({
  name: 'trainers.take_grant',
  method: 'POST',
  path: '/v1/trainer/athletes',
  summary: 'Take the code that an athlete gave me',
  access: 'trainer',
  body: z.strictObject({ code: z.string().max(100) }),
  reply: TrainedAthlete,
  status: 201,
  problems: ['trainers.code_not_found'],
})

export const leaveAthlete = endpoint({
  name: 'trainers.leave_athlete',
  method: 'DELETE',
  path: '/v1/trainer/athletes/{id}',
  summary: 'Give a grant back',
  access: 'trainer',
  params: byId<'trainer_grant'>(),
  reply: nothing,
  status: 204,
  problems: ['trainers.athlete_not_found'],
})
