import {
  disciplines,
  type Equipment,
  equipmentKinds,
  experiences,
  type Fixture,
  fixtures,
  type GymItem,
  programSplits,
  sessionFocuses,
  sessionTypes,
  trackedMuscles,
  trainingGoals,
} from '@gymgenius/domain'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { gymItem } from './gyms.ts'
import { RoutineItem } from './logging.routines.ts'
import { movementRules } from './movements.rules.ts'
import {
  calendarDay,
  experience,
  injury,
  PlannedDay,
  PlannedWeeks,
  ProgramReportShape,
  weeklyActivity,
  weightedGoals,
  whole,
} from './programming.shapes.ts'
import { byId, fault, idOf, isoInstant, listOf, name, newIdOf, nothing, pageCursor, pageLimit } from './scalars.ts'

const gymForms = 'Give "full", or one of id (a gym of yours), items (what stands there) and equipment (the kinds of it)'
/** Where the program is done: everything there is, a gym of the lifter's, or what stands in it told here. */
const gym = z.union(
  [
    z.literal('full'),
    z.strictObject({ id: idOf<'gym'>() }),
    z.strictObject({
      name: name.optional(),
      items: z.array(gymItem).max(300) as unknown as z.ZodType<readonly GymItem[], readonly GymItem[]>,
      hasTheRest: z.boolean().default(false),
    }),
    z.strictObject({
      name: name.optional(),
      equipment: z.array(z.enum(equipmentKinds)).max(equipmentKinds.length) as unknown as z.ZodType<
        readonly Equipment[],
        readonly Equipment[]
      >,
      /** What stands there beside it; without a word: what every home has, and what the equipment is useless without. */
      fixtures: z.array(z.enum(fixtures)).max(fixtures.length).optional() as unknown as z.ZodOptional<
        z.ZodType<readonly Fixture[], readonly Fixture[]>
      >,
    }),
  ],
  gymForms,
)

const fields = {
  goals: weightedGoals,
  /** Left out: what suits the number of days. */
  split: z.enum(programSplits).optional(),
  /** Training days in a microcycle of seven days, or of `microcycleDays`. */
  daysPerWeek: whole(1, 14),
  /** Microcycles. */
  weeks: whole(1, 16).default(12),
  minutes: whole(10, 240),
  /** Left out: what the settings say. */
  experience: experience.optional(),
  /** Left out: the gym you train in; whoever named none has everything. */
  gym: gym.optional(),
  /** Instead of one: several, and which of them each session of a microcycle is in, from 0; begins again where it is shorter. */
  gyms: z.array(gym).min(1).max(5).optional(),
  gymOfDay: z.array(whole(0, 4)).min(1).max(14).optional(),
  /** Left out: your rules. Said, they hold instead of them. */
  rules: z
    .array(z.strictObject({ movementId: idOf<'movement'>(), rule: z.enum(movementRules) }))
    .max(1000)
    .optional(),
  /** Left out: what hurts now by your own word. */
  injuries: z.array(injury).max(100).optional(),
  activities: z.array(weeklyActivity).max(20).optional(),
  seed: whole(0, 4_294_967_295).default(1),
  microcycleDays: whole(7, 14).default(7),
  /** Of a hybrid split: what each day of a microcycle is about, in their order. */
  days: z
    .array(z.strictObject({ focus: z.enum(sessionFocuses), type: z.enum(sessionTypes).optional() }))
    .min(1)
    .max(14)
    .optional(),
  /** Of a hybrid split: so many weeks of one split after another. */
  blocks: z
    .array(z.strictObject({ weeks: whole(1, 16), split: z.enum(programSplits).exclude(['hybrid']) }))
    .min(1)
    .max(16)
    .optional(),
  /** How much a discipline is liked: 1 not at all, 3 as any, 5 most. */
  disciplines: z.partialRecord(z.enum(disciplines), whole(1, 5)).optional(),
  /** Muscles to do more for than for others. */
  specialise: z.array(z.enum(trackedMuscles)).max(3).optional(),
  /** false: no session ends in a finisher. */
  finishers: z.boolean().optional(),
  /** The last weeks lead up to a test of strength. */
  peaks: z.boolean().optional(),
  /** The day of that test: it is counted back from there. */
  peakOn: calendarDay.optional(),
  /** With it every session has a date. */
  startsOn: calendarDay.optional(),
  /** 0 is Monday: only with `startsOn`; without, sessions follow each other and are tied to no weekday. */
  weekdays: z.array(whole(0, 6)).min(1).max(7).optional(),
}

type Asked = { readonly [K in keyof typeof fields]?: unknown }

function consistent(asked: Asked, context: z.RefinementCtx): void {
  const {
    daysPerWeek,
    weeks,
    blocks,
    microcycleDays = 7,
    days,
    weekdays,
    startsOn,
    gyms,
    gymOfDay,
    rules,
  } = asked as {
    rules?: { movementId: string }[]
    weeks?: number
    blocks?: { weeks: number }[]
    daysPerWeek?: number
    microcycleDays?: number
    days?: unknown[]
    weekdays?: number[]
    startsOn?: string
    gyms?: unknown[]
    gymOfDay?: number[]
  }
  const say = (pointer: string, code: string, message: string) =>
    context.addIssue({ code: 'custom', message, path: [pointer], params: { code } })
  const ruled = (rules ?? []).map(({ movementId }) => movementId)
  const twice = ruled.findIndex((id, i) => ruled.indexOf(id) < i)
  if (twice >= 0)
    context.addIssue({ code: 'custom', message: 'Two rules of one movement', path: ['rules', twice], params: { code: 'duplicate' } })
  if (daysPerWeek !== undefined && daysPerWeek > microcycleDays)
    say('daysPerWeek', 'out_of_range', `${daysPerWeek} training days do not fit into a microcycle of ${microcycleDays} days`)
  if (days !== undefined && daysPerWeek !== undefined && days.length !== daysPerWeek)
    say('days', 'out_of_range', `${days.length} days are told, and ${daysPerWeek} are asked for`)
  const blockWeeks = blocks?.reduce((sum, block) => sum + block.weeks, 0)
  if (blockWeeks !== undefined && weeks !== undefined && blockWeeks !== weeks)
    say('blocks', 'out_of_range', `The blocks last ${blockWeeks} weeks together, and the program ${weeks}`)
  if (gymOfDay?.some((gym) => gym >= (gyms?.length ?? 1)) === true) say('gymOfDay', 'out_of_range', 'There is no such gym in this request')
  if (weekdays !== undefined && startsOn === undefined) say('weekdays', 'required', 'Weekdays need startsOn')
  if (weekdays !== undefined && new Set(weekdays).size !== weekdays.length) say('weekdays', 'duplicate', 'A weekday is named twice')
  if (weekdays !== undefined && daysPerWeek !== undefined && new Set(weekdays).size < daysPerWeek && microcycleDays === 7)
    say('weekdays', 'out_of_range', `${weekdays.length} weekdays are too few for ${daysPerWeek} training days`)
}

export const ProgramRequest = z.strictObject(fields).superRefine(consistent)
export type ProgramRequest = z.infer<typeof ProgramRequest>
/** What of a request may be said anew when some of a program is made again. */
export const ProgramRequestChange = z
  .strictObject({
    ...fields,
    // What is not said is as it was, and not as it usually is.
    weeks: fields.weeks.unwrap(),
    seed: fields.seed.unwrap(),
    microcycleDays: fields.microcycleDays.unwrap(),
  })
  .partial()
export type ProgramRequestChange = z.infer<typeof ProgramRequestChange>

/** queued and making: ask again · ready · failed: `failure` says why. */
export const programStatuses = ['queued', 'making', 'ready', 'failed'] as const
/** draft: made, not begun · active: the one that is trained · archived: put away, done or not. */
export const programStates = ['draft', 'active', 'archived'] as const

const summary = {
  id: idOf<'program'>(),
  name: z.string(),
  status: z.enum(programStatuses),
  state: z.enum(programStates),
  /** Where it came from: made to order, a known scheme, a text, a link, or by hand. */
  source: z.enum(['generated', 'scheme', 'text', 'link', 'hand']),
  scheme: z.string().optional(),
  createdAt: isoInstant,
  changedAt: isoInstant,
  startedOn: calendarDay.optional(),
  /** Sessions done and all there are, once it is ready. */
  sessionsDone: z.int(),
  sessions: z.int(),
  /** Weeks of the plan. */
  weekCount: z.int(),
  isShared: z.boolean(),
  failure: z.strictObject({ code: z.string(), title: z.string() }).optional(),
}

export const ProgramSummary = z.strictObject(summary)
export type ProgramSummary = z.infer<typeof ProgramSummary>

/** What a text said of its program beside the weeks; a known scheme is one. */
export const WrittenProgram = z.strictObject({
  /** Its name in addresses. */
  slug: z.string(),
  about: z.string(),
  /** For whom it is. */
  experience: z.array(z.enum(experiences)),
  goals: z.array(z.strictObject({ goal: z.enum(trainingGoals), weight: z.number() })),
  split: z.enum(programSplits),
})
export type WrittenProgram = z.infer<typeof WrittenProgram>

/** A program with its plan; weeks and report come once it is ready. */
export const Program = z.strictObject({
  ...summary,
  weeks: PlannedWeeks.optional(),
  report: ProgramReportShape.optional(),
  /** What it was made from. */
  request: ProgramRequestChange.optional(),
  written: WrittenProgram.optional(),
})
export type Program = z.infer<typeof Program>

const ofOne = ['programming.program_not_found'] as const
const ofMaking = ['movements.unknown', 'equipment.gym_not_found', 'programming.nothing_fits', 'programming.too_many_programs'] as const

export const createProgram = endpoint({
  name: 'programming.create_program',
  method: 'POST',
  path: '/v1/programs',
  aliases: ['/programs'],
  summary:
    'Make a program of weeks from goals, days, gym and time; with the header Prefer: respond-async it is made behind, ask for its status',
  access: 'athlete',
  body: ProgramRequest.safeExtend({ id: newIdOf<'program'>().optional(), name: name.optional() }),
  reply: Program,
  status: 201,
  unfinishedStatus: 202,
  problems: [...ofMaking, ...ofOne, 'logging.id_taken'],
})

export const listPrograms = endpoint({
  name: 'programming.list_programs',
  method: 'GET',
  path: '/v1/programs',
  aliases: ['/programs'],
  summary: 'Programs, newest first; all of them are kept as history until they are deleted',
  access: 'athlete',
  query: z.strictObject({
    state: z.enum(programStates, fault('invalid_query', `Must be of: ${programStates.join(', ')}`)).optional(),
    limit: pageLimit,
    cursor: pageCursor,
  }),
  reply: listOf(ProgramSummary),
  problems: [],
})

export const getProgram = endpoint({
  name: 'programming.get_program',
  method: 'GET',
  path: '/v1/programs/{id}',
  aliases: ['/programs/{id}'],
  summary: 'One program: whether it is made, and its plan as it is now, with all changes',
  access: 'athlete',
  params: byId<'program'>(),
  reply: Program,
  problems: ofOne,
})

export const changeProgram = endpoint({
  name: 'programming.change_program',
  method: 'PATCH',
  path: '/v1/programs/{id}',
  aliases: ['/programs/{id}'],
  summary: 'Rename a program, put it away or take it out again',
  access: 'athlete',
  params: byId<'program'>(),
  body: z.strictObject({ name: name.optional(), state: z.enum(['draft', 'archived']).optional() }),
  reply: ProgramSummary,
  problems: ofOne,
})

export const deleteProgram = endpoint({
  name: 'programming.delete_program',
  method: 'DELETE',
  path: '/v1/programs/{id}',
  aliases: ['/programs/{id}'],
  summary: 'Delete a program with its changes; workouts done by it stay',
  access: 'athlete',
  params: byId<'program'>(),
  reply: nothing,
  status: 204,
  problems: ofOne,
})

export const regenerateProgram = endpoint({
  name: 'programming.regenerate',
  method: 'POST',
  path: '/v1/programs/{id}/regenerate',
  aliases: ['/programs/{id}/regenerate'],
  summary: 'Make all that is not done yet again, or some weeks or sessions of it; what is done stays. It is a change that can be undone',
  access: 'athlete',
  params: byId<'program'>(),
  body: z.strictObject({
    /** Only these sessions, by number. */
    sessions: z.array(whole(1, 1000)).min(1).max(200).optional(),
    /** Only from this week on. */
    fromWeek: whole(1, 60).optional(),
    /** What is different from the first request; a new seed gives other movements. */
    request: z.strictObject(ProgramRequestChange.shape).optional(),
  }),
  reply: Program,
  problems: [...ofOne, ...ofMaking, 'programming.not_ready', 'programming.session_not_found', 'programming.nothing_left'],
})

export const shareProgram = endpoint({
  name: 'programming.share',
  method: 'POST',
  path: '/v1/programs/{id}/share',
  summary: 'A link that shows the plan to whoever has it, and nothing about you; the link before it ends',
  access: 'athlete',
  params: byId<'program'>(),
  /** Nothing is to be said; many clients say it as an empty object. */
  body: z.strictObject({}).optional(),
  reply: z.strictObject({ token: z.string(), path: z.string() }),
  status: 201,
  repeatsSafely: true,
  problems: [...ofOne, 'programming.not_ready'],
})

export const unshareProgram = endpoint({
  name: 'programming.unshare',
  method: 'DELETE',
  path: '/v1/programs/{id}/share',
  summary: 'End the link',
  access: 'athlete',
  params: byId<'program'>(),
  reply: nothing,
  status: 204,
  problems: ofOne,
})

const byToken = z.strictObject({ token: z.string().max(100) })

export const getSharedProgram = endpoint({
  name: 'programming.get_shared',
  method: 'GET',
  path: '/v1/shared/programs/{token}',
  summary: 'The plan behind a link, without signing in',
  access: 'public',
  params: byToken,
  reply: z.strictObject({ name: z.string(), weeks: PlannedWeeks }),
  problems: ['programming.program_not_found'],
})

export const copySharedProgram = endpoint({
  name: 'programming.copy_shared',
  method: 'POST',
  path: '/v1/shared/programs/{token}/copy',
  summary: 'Take the plan behind a link as a program of your own',
  access: 'athlete',
  params: byToken,
  body: z.strictObject({ id: newIdOf<'program'>(), name: name.optional() }),
  reply: Program,
  status: 201,
  repeatsSafely: true,
  problems: ['programming.program_not_found', 'programming.too_many_programs', 'movements.unknown', 'logging.id_taken'],
})

/** One workout from a goal. */
export const compilePlan = endpoint({
  name: 'programming.compile_plan',
  method: 'POST',
  path: '/v1/plan/compile',
  aliases: ['/plan/compile'],
  summary: 'One workout template from a goal, as a session and as a routine; nothing is kept',
  access: 'athlete',
  body: z.strictObject({
    goal: weightedGoals.element.shape.goal.optional(),
    goals: weightedGoals.optional(),
    focus: z.enum(sessionFocuses).default('full_body'),
    minutes: fields.minutes.default(60),
    experience: fields.experience,
    gym: fields.gym,
    rules: fields.rules,
    injuries: fields.injuries,
    seed: fields.seed,
  }),
  reply: z.strictObject({
    name: z.string(),
    session: PlannedDay,
    items: z.array(RoutineItem),
    /** Hard sets by muscle. */
    volume: z.record(z.string(), z.number()),
    notices: z.array(z.strictObject({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])).optional() })),
  }),
  problems: ['movements.unknown', 'equipment.gym_not_found', 'programming.nothing_fits'],
})
