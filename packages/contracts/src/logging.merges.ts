import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { byId, idOf } from './scalars.ts'

export const MergedMovement = z.strictObject({
  /** The movement that the sets are of now. */
  movementId: idOf<'movement'>(),
  sets: z.int(),
  routines: z.int(),
})
export type MergedMovement = z.infer<typeof MergedMovement>

export const mergeMovement = endpoint({
  name: 'logging.merge_movement',
  method: 'POST',
  path: '/v1/movements/{id}/merge',
  summary: 'Say that a movement of your own is really another: its sets, plans, rules and name follow; it can be taken back',
  access: 'athlete',
  params: byId<'movement'>(),
  body: z.strictObject({ into: idOf<'movement'>() }),
  reply: MergedMovement,
  problems: ['movements.not_found', 'movements.unknown', 'movements.cannot_merge'],
})

export const unmergeMovement = endpoint({
  name: 'logging.unmerge_movement',
  method: 'DELETE',
  path: '/v1/movements/{id}/merge',
  summary: 'Take a merge back: the movement and the sets that came with it are as before',
  access: 'athlete',
  params: byId<'movement'>(),
  reply: MergedMovement,
  problems: ['movements.not_found', 'movements.cannot_merge'],
})
