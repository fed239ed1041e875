import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Program, ProgramRequestChange, WrittenProgram } from './programming.ts'
import { whole } from './programming.shapes.ts'
import { byId, name, newIdOf } from './scalars.ts'

/** A well-known program, in our own words. */
export const Scheme = WrittenProgram.extend({
  name: z.string(),
  daysPerWeek: z.number(),
  weeks: z.int(),
  /** Rules of made programs that it sets aside, and why. */
  waivers: z.array(z.strictObject({ rule: z.string(), why: z.string() })),
})
export type Scheme = z.infer<typeof Scheme>

export const listSchemes = endpoint({
  name: 'programming.list_schemes',
  method: 'GET',
  path: '/v1/schemes',
  summary: 'Well-known programs, the simplest first',
  access: 'athlete',
  reply: z.strictObject({ items: z.array(Scheme) }),
  problems: [],
})

const bySlug = z.strictObject({ slug: z.string().max(100) })

export const getScheme = endpoint({
  name: 'programming.get_scheme',
  method: 'GET',
  path: '/v1/schemes/{slug}',
  summary: 'One well-known program, and its text to read, edit and share',
  access: 'athlete',
  params: bySlug,
  reply: Scheme.extend({ text: z.string() }),
  problems: ['programming.scheme_not_found'],
})

/** Where and for whom a written program is laid out. */
const meets = {
  id: newIdOf<'program'>().optional(),
  name: name.optional(),
  /** Left out: as long as it is. */
  weeks: whole(1, 52).optional(),
  minutes: whole(10, 240).optional(),
  gym: ProgramRequestChange.shape.gym,
  rules: ProgramRequestChange.shape.rules,
  injuries: ProgramRequestChange.shape.injuries,
}
const ofLaying = [
  'programming.program_not_found',
  'programming.too_many_programs',
  'programming.nothing_fits',
  'movements.unknown',
  'equipment.gym_not_found',
  'logging.id_taken',
] as const

export const takeScheme = endpoint({
  name: 'programming.take_scheme',
  method: 'POST',
  path: '/v1/schemes/{slug}/start',
  summary: 'Make a program of a well-known one: in your gym, with what stands in for what is not there, loads of your maxima',
  access: 'athlete',
  params: bySlug,
  body: z.strictObject(meets),
  reply: Program,
  status: 201,
  problems: ['programming.scheme_not_found', ...ofLaying],
})

export const getProgramText = endpoint({
  name: 'programming.get_text',
  method: 'GET',
  path: '/v1/programs/{id}/text',
  summary: 'The plan as a text that a person can read, edit and share; no loads, no dates, no reasons',
  access: 'athlete',
  params: byId<'program'>(),
  reply: z.strictObject({ text: z.string() }),
  problems: ['programming.program_not_found', 'programming.not_ready'],
})

export const createProgramFromText = endpoint({
  name: 'programming.create_from_text',
  method: 'POST',
  path: '/v1/programs/text',
  summary: 'Make a program of a text; what cannot be read is told by line and column, and nothing is kept',
  access: 'athlete',
  body: z.strictObject({ ...meets, text: z.string().max(400_000) }),
  reply: Program,
  status: 201,
  problems: ['programming.unreadable_text', ...ofLaying],
})
