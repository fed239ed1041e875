import { equipmentKinds } from '@gymgenius/domain'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { loadKg, loadUnit } from './scalars.ts'

/** What a kind of equipment can be loaded with: from `minKg` upwards in steps. */
export const LoadSteps = z.strictObject({
  equipment: z.enum(equipmentKinds),
  unit: loadUnit,
  /** The bar, or the lightest dumbbell or pin. */
  minKg: loadKg,
  stepKg: loadKg.refine((value) => value >= 0.1, { error: 'At least 0.1 kg', params: { code: 'out_of_range' } }),
  /** Plates per side that exist, heaviest first, for a bar; absent for machines and dumbbells. */
  platesKg: z.array(loadKg).max(20).optional(),
})
export type LoadSteps = z.infer<typeof LoadSteps>

export const getLoadSteps = endpoint({
  name: 'equipment.get_load_steps',
  method: 'GET',
  path: '/v1/equipment/load-steps',
  summary: 'What can be loaded, by kind of equipment: yours, or the defaults of your unit',
  access: 'athlete',
  reply: z.strictObject({ items: z.array(LoadSteps) }),
  problems: [],
})

export const putLoadSteps = endpoint({
  name: 'equipment.put_load_steps',
  method: 'PUT',
  path: '/v1/equipment/load-steps',
  summary: 'Say what your gym can load; kinds that are left out go back to the defaults',
  access: 'athlete',
  body: z.strictObject({ items: z.array(LoadSteps).max(equipmentKinds.length) }),
  reply: z.strictObject({ items: z.array(LoadSteps) }),
  problems: [],
})
