import { joints, painSeverities } from '@gymgenius/domain'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { byId, idOf, isoInstant, newIdOf, nothing } from './scalars.ts'

export const movementRules = ['hard_no', 'hard_yes', 'preferred'] as const

export const MovementRule = z.strictObject({ movementId: idOf<'movement'>(), rule: z.enum(movementRules) })
export type MovementRule = z.infer<typeof MovementRule>

const someMovements = z.array(idOf<'movement'>()).max(100)

/** What hurts, how much, and until when it is heeded. It ends by itself. */
export const PainConstraint = z.strictObject({
  id: idOf<'constraint'>(),
  joint: z.enum(joints),
  /** mild and moderate: movements that load the joint are done with care; severe: they are not suggested. */
  severity: z.enum(painSeverities),
  from: isoInstant,
  until: isoInstant,
  /** Beside those that load the joint: never suggested, or done with care, while this holds. */
  excludedMovementIds: z.array(idOf<'movement'>()),
  cappedMovementIds: z.array(idOf<'movement'>()),
})
export type PainConstraint = z.infer<typeof PainConstraint>

export const MyRules = z.strictObject({
  movements: z.array(MovementRule),
  favourites: z.array(idOf<'movement'>()),
  /** Those that hold now or begin later; ended ones are left out. */
  constraints: z.array(PainConstraint),
})
export type MyRules = z.infer<typeof MyRules>

/** At most so long: what hurts for longer is said again, by a lifter who has thought about it again. */
export const LONGEST_PAIN_DAYS = 366

export const getRules = endpoint({
  name: 'movements.get_rules',
  method: 'GET',
  path: '/v1/rules',
  summary: 'All your rules at once: movements never or always wanted, favourites, and what hurts until when; a phone keeps it',
  access: 'athlete',
  reply: MyRules,
  problems: [],
})

export const putMovementRule = endpoint({
  name: 'movements.put_rule',
  method: 'PUT',
  path: '/v1/rules/movements/{id}',
  summary: 'Say that a movement is never, always or preferably wanted; null takes the rule back',
  access: 'athlete',
  params: byId<'movement'>(),
  body: z.strictObject({ rule: z.enum(movementRules).nullable() }),
  reply: z.strictObject({ movementId: idOf<'movement'>(), rule: z.enum(movementRules).nullable() }),
  repeatsSafely: true,
  problems: ['movements.not_found', 'movements.too_many_rules'],
})

export const getMovementRule = endpoint({
  name: 'movements.get_rule',
  method: 'GET',
  path: '/v1/rules/movements/{id}',
  summary: 'The rule of one movement, or null',
  access: 'athlete',
  params: byId<'movement'>(),
  reply: z.strictObject({ movementId: idOf<'movement'>(), rule: z.enum(movementRules).nullable() }),
  problems: ['movements.not_found'],
})

export const listFavourites = endpoint({
  name: 'movements.list_favourites',
  method: 'GET',
  path: '/v1/favourites',
  summary: 'Favourite movements, newest first',
  access: 'athlete',
  reply: z.strictObject({ items: z.array(z.strictObject({ movementId: idOf<'movement'>(), since: isoInstant })) }),
  problems: [],
})

export const putFavourite = endpoint({
  name: 'movements.put_favourite',
  method: 'PUT',
  path: '/v1/favourites/{id}',
  summary: 'Make a movement a favourite',
  access: 'athlete',
  params: byId<'movement'>(),
  reply: nothing,
  status: 204,
  repeatsSafely: true,
  problems: ['movements.not_found', 'movements.too_many_rules'],
})

export const deleteFavourite = endpoint({
  name: 'movements.delete_favourite',
  method: 'DELETE',
  path: '/v1/favourites/{id}',
  summary: 'No longer a favourite',
  access: 'athlete',
  params: byId<'movement'>(),
  reply: nothing,
  status: 204,
  repeatsSafely: true,
  problems: ['movements.not_found'],
})

export const listConstraints = endpoint({
  name: 'movements.list_constraints',
  method: 'GET',
  path: '/v1/constraints',
  summary: 'What hurts and until when, ended ones of the last year too, newest first',
  access: 'athlete',
  reply: z.strictObject({ items: z.array(PainConstraint) }),
  problems: [],
})

export const createConstraint = endpoint({
  name: 'movements.create_constraint',
  method: 'POST',
  path: '/v1/constraints',
  summary: 'Say that a joint hurts, how much, and until when to heed it',
  access: 'athlete',
  body: z.strictObject({
    id: newIdOf<'constraint'>().optional(),
    joint: z.enum(joints),
    severity: z.enum(painSeverities),
    /** After now, and at most a year ahead. */
    until: isoInstant,
    excludedMovementIds: someMovements.optional(),
    cappedMovementIds: someMovements.optional(),
  }),
  reply: PainConstraint,
  status: 201,
  problems: ['movements.unknown', 'movements.too_many_rules', 'logging.id_taken'],
})

export const changeConstraint = endpoint({
  name: 'movements.change_constraint',
  method: 'PATCH',
  path: '/v1/constraints/{id}',
  summary: 'Say that it hurts more, less, or until another day',
  access: 'athlete',
  params: byId<'constraint'>(),
  body: z.strictObject({
    severity: z.enum(painSeverities).optional(),
    /** A time that has passed ends it. */
    until: isoInstant.optional(),
    excludedMovementIds: someMovements.optional(),
    cappedMovementIds: someMovements.optional(),
  }),
  reply: PainConstraint,
  problems: ['movements.constraint_not_found', 'movements.unknown'],
})

export const deleteConstraint = endpoint({
  name: 'movements.delete_constraint',
  method: 'DELETE',
  path: '/v1/constraints/{id}',
  summary: 'Forget that it hurt',
  access: 'athlete',
  params: byId<'constraint'>(),
  reply: nothing,
  status: 204,
  repeatsSafely: true,
  problems: ['movements.constraint_not_found'],
})
