import {
  disciplines,
  equipmentKinds,
  fixtures,
  joints,
  lateralities,
  loadKinds,
  movementPatterns,
  movementTiers,
  muscleGroupNames,
  muscles,
} from '@gymgenius/domain'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { MovementDetails } from './movement-details.ts'
import { byId, fault, fraction, idOf, listOf, name, newIdOf, pageCursor, pageLimit, wordsOf } from './scalars.ts'

const MovementFields = {
  name,
  pattern: z.enum(movementPatterns),
  muscles: z.array(z.strictObject({ muscle: z.enum(muscles), role: z.enum(['prime_mover', 'synergist']), share: fraction })).max(20),
  equipment: z.enum(equipmentKinds),
  laterality: z.enum(lateralities),
  loadKind: z.enum(loadKinds),
}

/** The movement of the library that one's own varies; null for none. Without muscles, the base's are taken. */
const saidBase = idOf<'movement'>().nullable().optional()

export type { MovementDetails } from './movement-details.ts'

/** Why something was found or offered: a stable code and the amounts behind it. */
const Reason = z.object({ code: z.string() }).catchall(z.union([z.number(), z.string(), z.boolean()]))

export const Movement = z.strictObject({
  id: idOf<'movement'>(),
  ...MovementFields,
  aliases: z.array(z.string()),
  /** The movement of the library that this one varies; muscles, joints, substitutes and first loads are taken from there. */
  baseId: idOf<'movement'>().optional(),
  /** How much of a session it carries. Absent for a movement of one's own. */
  tier: z.enum(movementTiers).optional(),
  /** True for a movement this lifter made, or that an import made for them. */
  isCustom: z.boolean(),
  /** Joints that should not hurt today. Absent where nobody has said: a movement of one's own. */
  contraindications: z.array(z.enum(joints)).optional(),
  /** What has to stand there beside the equipment. Absent where nobody has said. */
  needs: z.array(z.enum(fixtures)).optional(),
})
export type Movement = z.infer<typeof Movement>

/** What the lifter's own rules, hearts and pains say of a movement now. */
export const MyWord = z.strictObject({
  /** False where a rule says never, or a joint hurts badly: left out of suggestions, and still to be chosen by hand. */
  allowed: z.boolean(),
  /** To be done with care. */
  capped: z.boolean(),
  reasons: z.array(Reason),
})
export type MyWord = z.infer<typeof MyWord>
const mine = MyWord.optional()

/** A movement as its page shows it. */
export const MovementPage = Movement.extend({
  /** Absent for a movement of one's own, and for one that has left the library. */
  details: MovementDetails.optional(),
})
export type MovementPage = z.infer<typeof MovementPage>

/** Several words, separated by commas. */
/** A question in a lifter's words; markup and signs alone ask nothing. */
const searchText = z
  .string()
  .refine((text) => text.length <= 200, fault('too_long', 'At most 200 characters'))
  .refine((text) => /[\p{L}\p{N}]/u.test(text), fault('no_words', 'Must have at least one letter or digit'))

const equipmentList = wordsOf(equipmentKinds)
const jointList = wordsOf(joints)
/** `gym`: only what can be done in that gym of the lifter's, with what is there now. */
const place = { gym: idOf<'gym'>().optional() }
/** What the lifter's rules and pains close now is left out, unless it is only to be marked. */
const myRules = { rules: z.enum(['heed', 'mark']).optional() }

export const listMovements = endpoint({
  name: 'movements.list',
  method: 'GET',
  path: '/v1/movements',
  aliases: ['/movements'],
  summary: 'Movements by name or alias, best match first; without q, all in order of name; each filter leaves fewer',
  access: 'athlete',
  query: z.strictObject({
    q: z
      .string()
      .refine((text) => text.length <= 200, fault('too_long', 'At most 200 characters'))
      .optional(),
    pattern: z.enum(movementPatterns).optional(),
    /** Trained as prime mover or synergist; the former come first. */
    muscle: z.enum(muscles).optional(),
    muscleGroup: z.enum(muscleGroupNames).optional(),
    /** What there is to lift with, comma-separated; what needs nothing but the body is always among it. */
    equipment: equipmentList.optional(),
    /** Joints that hurt, comma-separated: movements that ask something of them are left out. */
    spare: jointList.optional(),
    discipline: z.enum(disciplines).optional(),
    ...place,
    /** Only favourites. */
    favourites: z.literal('true').optional(),
    /** `heed` leaves out what the lifter's rules and pains close now, `mark` says it of each; without it, neither. */
    rules: z.enum(['heed', 'mark']).optional(),
    limit: pageLimit,
    cursor: pageCursor,
  }),
  reply: listOf(Movement.extend({ mine })),
  problems: ['equipment.gym_not_found'],
})

const Found = {
  reasons: z.array(Reason),
  /** The reasons as one short line, in English. */
  explanation: z.string(),
}

export const searchMovements = endpoint({
  name: 'movements.search',
  method: 'GET',
  path: '/v1/movements/search',
  summary: 'Movements by name and by meaning, best first, each with its reasons: "incline press for a bad shoulder"',
  access: 'athlete',
  query: z.strictObject({
    q: searchText,
    equipment: equipmentList.optional(),
    spare: jointList.optional(),
    ...place,
    ...myRules,
    limit: pageLimit,
  }),
  reply: z.strictObject({
    items: z.array(z.strictObject({ movement: Movement, ...Found, mine })),
    /** What was read from the words, so that a lifter can see and correct it. */
    understood: z.strictObject({
      /** Each phrase that was understood, in order. */
      asked: z.array(z.string()),
      /** Joints that were spared. */
      spare: z.array(z.enum(joints)),
      /** The movement that was spoken of. */
      named: z.strictObject({ id: idOf<'movement'>(), name: z.string() }).optional(),
      intent: z.enum(['instead', 'harder', 'easier', 'like']).optional(),
    }),
    /** Whose vectors found what is near: the ones that need no model, or those of the model that this server was told to ask. */
    foundBy: z.enum(['built_in', 'model']),
    /** How many of the best the lifter's rules and pains left out; `rules=mark` shows them. */
    leftOut: z.int(),
  }),
  problems: ['equipment.gym_not_found'],
})

export const substituteMovements = endpoint({
  name: 'movements.substitutes',
  method: 'GET',
  path: '/v1/movements/{id}/substitutes',
  summary: 'What may stand in for a movement, the likest first, each with its reasons',
  access: 'athlete',
  params: byId<'movement'>(),
  query: z.strictObject({ equipment: equipmentList.optional(), spare: jointList.optional(), ...place, ...myRules, limit: pageLimit }),
  reply: z.strictObject({
    leftOut: z.int(),
    items: z.array(
      z.strictObject({
        mine,
        movement: Movement,
        /** 0–1: how much of the same work it does. Judgement, and good for order only. */
        likeness: fraction,
        ...Found,
      }),
    ),
  }),
  problems: ['movements.not_found', 'equipment.gym_not_found'],
})

export const getMovement = endpoint({
  name: 'movements.get',
  method: 'GET',
  path: '/v1/movements/{id}',
  aliases: ['/movements/{id}'],
  summary: 'One movement, with all that its file says where it is the library’s',
  access: 'athlete',
  params: byId<'movement'>(),
  reply: MovementPage,
  problems: ['movements.not_found'],
})

export const createMovement = endpoint({
  name: 'movements.create',
  method: 'POST',
  path: '/v1/movements',
  summary: 'Make a movement of your own',
  access: 'athlete',
  body: z.strictObject({
    id: newIdOf<'movement'>().optional(),
    ...MovementFields,
    muscles: MovementFields.muscles.optional(),
    baseId: saidBase,
  }),
  reply: Movement,
  status: 201,
  problems: ['movements.not_found', 'movements.unknown', 'logging.id_taken'],
})
