import {
  availabilities,
  equipmentKinds,
  fixtures,
  type GymItem as KnownItem,
  platedEquipment,
  stackEquipment,
  weightEquipment,
} from '@gymgenius/domain'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { byId, fault, idOf, isoInstant, loadKg, loadUnit, matching, name, newIdOf, nothing, text } from './scalars.ts'

/** What one gym may hold. Larger ones are told in short: everything else as in an ordinary gym. */
const MOST_ITEMS = 200
const MOST_SIZES = 24
const MOST_MOVEMENTS = 50

const weight = loadKg.refine((value) => value < 0 || value >= 0.05, fault('out_of_range', 'At least 0.05 kg'))
const whole = (low: number, high: number) =>
  z
    .number()
    .refine(
      (value) => Number.isInteger(value) && value >= low && value <= high,
      fault('out_of_range', `Must be a whole number from ${low} to ${high}`),
    )
const weights = (most: number) =>
  z
    .array(weight)
    .max(most)
    .refine((all) => new Set(all).size === all.length, fault('duplicate', 'The same weight is listed twice'))
const forMovements = z.array(idOf<'movement'>()).max(MOST_MOVEMENTS).optional()
const any = {
  /** Unlike any other of this gym; chosen by whoever adds it. */
  id: matching(/^[\w-]{1,40}$/, fault('invalid_id', 'One to 40 letters, digits, dashes or underscores')),
  name: text(60).optional(),
  availability: z.enum(availabilities).default('there'),
}

/** One thing in a gym. Weights are kilograms, marked in `unit`: 45 lb is 20.41165665. */
export const gymItem = z.discriminatedUnion('kind', [
  z.strictObject({
    ...any,
    kind: z.literal('bar'),
    equipment: z.enum(platedEquipment),
    unit: loadUnit,
    weightKg: loadKg,
    sides: z.literal([1, 2]).default(2),
    count: whole(1, 20).default(1),
    movementIds: forMovements,
  }),
  z.strictObject({ ...any, kind: z.literal('plates'), unit: loadUnit, weightKg: weight, pairs: whole(0, 100).optional() }),
  z.strictObject({
    ...any,
    kind: z.literal('weights'),
    equipment: z.enum(weightEquipment),
    unit: loadUnit,
    weightsKg: weights(100),
    each: z.literal([1, 2]).default(2),
  }),
  z.strictObject({
    ...any,
    kind: z.literal('stack'),
    equipment: z.enum(stackEquipment),
    unit: loadUnit,
    pinsKg: weights(80).min(1),
    microKg: z.array(weight).max(4).default([]),
    isAssistance: z.boolean().default(false),
    movementIds: forMovements,
  }),
  z.strictObject({ ...any, kind: z.literal('fixture'), fixture: z.enum(fixtures) }),
  z.strictObject({ ...any, kind: z.literal('presence'), equipment: z.enum(equipmentKinds) }),
  z.strictObject({
    ...any,
    kind: z.literal('steps'),
    equipment: z.enum(equipmentKinds),
    unit: loadUnit,
    minKg: loadKg,
    stepKg: loadKg.refine((value) => value >= 0.1, fault('out_of_range', 'At least 0.1 kg')),
    platesKg: z.array(loadKg).max(20).optional(),
  }),
])
export type GymItem = KnownItem

const items = z
  .array(gymItem)
  .max(MOST_ITEMS)
  .superRefine((all, context) => {
    const seen = new Set<string>()
    for (const [i, { id }] of all.entries()) {
      if (seen.has(id))
        context.addIssue({ code: 'custom', message: 'Two things have this id', path: [i, 'id'], params: { code: 'duplicate' } })
      seen.add(id)
    }
    const sizes = all.filter(({ kind }) => kind === 'plates').length
    if (sizes > MOST_SIZES)
      context.addIssue({ code: 'custom', message: `At most ${MOST_SIZES} sizes of plates`, path: [], params: { code: 'too_many' } })
  }) as unknown as z.ZodType<readonly KnownItem[], readonly KnownItem[]>

const said = {
  name,
  items,
  /** What is not named is there as in an ordinary gym of the lifter's unit. */
  hasTheRest: z.boolean(),
}

export const Gym = z.strictObject({
  id: idOf<'gym'>(),
  name: z.string(),
  items: z.array(gymItem) as unknown as z.ZodType<readonly KnownItem[], readonly KnownItem[]>,
  hasTheRest: z.boolean(),
  /** When the lifter last said that they train here; the latest of all gyms is the one they are in. */
  chosenAt: isoInstant.optional(),
})
export type Gym = z.infer<typeof Gym>

const problemsOfOne = ['equipment.gym_not_found'] as const

export const listGyms = endpoint({
  name: 'equipment.list_gyms',
  method: 'GET',
  path: '/v1/gyms',
  summary: 'Your gyms, the one you are in first; none means an ordinary gym',
  access: 'athlete',
  reply: z.strictObject({ items: z.array(Gym) }),
  problems: [],
})

export const createGym = endpoint({
  name: 'equipment.create_gym',
  method: 'POST',
  path: '/v1/gyms',
  summary: 'Add a gym with what stands there',
  access: 'athlete',
  body: z.strictObject({
    id: newIdOf<'gym'>().optional(),
    name: said.name,
    items: items.default([]),
    hasTheRest: z.boolean().default(false),
    chosenAt: isoInstant.optional(),
  }),
  reply: Gym,
  status: 201,
  problems: ['equipment.gym_not_found', 'equipment.too_many_gyms', 'logging.id_taken'],
})

export const getGym = endpoint({
  name: 'equipment.get_gym',
  method: 'GET',
  path: '/v1/gyms/{id}',
  summary: 'One gym',
  access: 'athlete',
  params: byId<'gym'>(),
  reply: Gym,
  problems: problemsOfOne,
})

export const putGym = endpoint({
  name: 'equipment.put_gym',
  method: 'PUT',
  path: '/v1/gyms/{id}',
  summary: 'Say anew what one gym has; with chosenAt, also that you train there',
  access: 'athlete',
  params: byId<'gym'>(),
  body: z.strictObject({ ...said, chosenAt: isoInstant.optional() }),
  reply: Gym,
  problems: problemsOfOne,
})

export const deleteGym = endpoint({
  name: 'equipment.delete_gym',
  method: 'DELETE',
  path: '/v1/gyms/{id}',
  summary: 'Delete a gym; workouts done there stay',
  access: 'athlete',
  params: byId<'gym'>(),
  reply: nothing,
  status: 204,
  problems: problemsOfOne,
})

/** What a device says of a gym: all of it, or some. */
export const GymChange = z.strictObject({ ...said, chosenAt: isoInstant.optional() }).partial()
export type GymChange = z.infer<typeof GymChange>
