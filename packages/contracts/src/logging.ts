import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { RoutineItem } from './logging.routines.ts'
import { WorkoutWithSets } from './logging.workouts.ts'
import { idOf } from './scalars.ts'

export * from './logging.routines.ts'
export * from './logging.sets.ts'
export * from './logging.workouts.ts'

/** What to train today, and why that. */
export const Today = z.strictObject({
  basis: z.enum(['in_progress', 'next_routine', 'repeat_last', 'empty']),
  name: z.string(),
  workout: WorkoutWithSets.optional(),
  routineId: idOf<'routine'>().optional(),
  items: z.array(RoutineItem),
})
export type Today = z.infer<typeof Today>

export const getToday = endpoint({
  name: 'logging.today',
  method: 'GET',
  path: '/v1/today',
  summary: 'The workout in progress, else the next routine in order, else the last workout again, else an empty one',
  access: 'athlete',
  reply: Today,
  problems: [],
})

export const exportEverything = endpoint({
  name: 'logging.export',
  method: 'GET',
  path: '/v1/export',
  summary: 'Everything about this account as JSON, or its workouts as CSV, as openweight JSON, or as a file of Strong',
  access: 'athlete',
  query: z.strictObject({ format: z.enum(['json', 'csv', 'openweight', 'strong']).optional() }),
  reply: z.unknown(),
  replyTypes: ['application/json', 'text/csv'],
  problems: [],
})
