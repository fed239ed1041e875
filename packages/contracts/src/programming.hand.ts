import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Program } from './programming.ts'
import { HandWrittenDay, whole } from './programming.shapes.ts'
import { fault, name, newIdOf } from './scalars.ts'

/** A program that nobody but its lifter thought of: the same days each week. */
export const createProgramByHand = endpoint({
  name: 'programming.create_by_hand',
  method: 'POST',
  path: '/v1/programs/by-hand',
  summary: 'Write a program by hand: the sessions of one week, done for so many weeks; each can be changed later',
  access: 'athlete',
  body: z.strictObject({
    id: newIdOf<'program'>().optional(),
    name,
    weeks: whole(1, 52).default(8),
    /** In their order. Their numbers, names of movements, muscles and minutes are found here. */
    days: z.array(HandWrittenDay).min(1, fault('too_short', 'At least one session')).max(14, fault('too_long', 'At most 14 sessions')),
  }),
  reply: Program,
  status: 201,
  problems: [
    'programming.program_not_found',
    'programming.too_many_programs',
    'programming.nothing_fits',
    'movements.unknown',
    'logging.id_taken',
  ],
})
