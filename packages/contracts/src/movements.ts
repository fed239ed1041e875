import { equipmentKinds, lateralities, loadKinds, movementPatterns, muscles } from '@gymgenius/domain'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { byId, fraction, idOf, listOf, name, newIdOf, pageCursor, pageLimit } from './scalars.ts'

const MovementFields = {
  name,
  pattern: z.enum(movementPatterns),
  muscles: z.array(z.strictObject({ muscle: z.enum(muscles), role: z.enum(['prime_mover', 'synergist']), share: fraction })).max(20),
  equipment: z.enum(equipmentKinds),
  laterality: z.enum(lateralities),
  loadKind: z.enum(loadKinds),
}

export const Movement = z.strictObject({
  id: idOf<'movement'>(),
  ...MovementFields,
  aliases: z.array(z.string()),
  /** True for a movement this lifter made, or that an import made for them. */
  isCustom: z.boolean(),
})
export type Movement = z.infer<typeof Movement>

export const searchMovements = endpoint({
  name: 'movements.search',
  method: 'GET',
  path: '/v1/movements',
  aliases: ['/movements'],
  summary: 'Find movements by name or alias, best match first; without q, all in order of name',
  access: 'athlete',
  query: z.strictObject({ q: z.string().max(200).optional(), limit: pageLimit, cursor: pageCursor }),
  reply: listOf(Movement),
  problems: [],
})

export const getMovement = endpoint({
  name: 'movements.get',
  method: 'GET',
  path: '/v1/movements/{id}',
  aliases: ['/movements/{id}'],
  summary: 'One movement',
  access: 'athlete',
  params: byId<'movement'>(),
  reply: Movement,
  problems: ['movements.not_found'],
})

export const createMovement = endpoint({
  name: 'movements.create',
  method: 'POST',
  path: '/v1/movements',
  summary: 'Make a movement of your own',
  access: 'athlete',
  body: z.strictObject({ id: newIdOf<'movement'>().optional(), ...MovementFields, muscles: MovementFields.muscles.optional() }),
  reply: Movement,
  status: 201,
  problems: ['movements.not_found', 'logging.id_taken'],
})
