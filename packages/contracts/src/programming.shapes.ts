import {
  blockKinds,
  experiences,
  type GeneratedProgram,
  joints,
  microcycleKpis,
  movementPatterns,
  muscles,
  painSeverities,
  type ProgramDay,
  type ProgramItem,
  type ProgramReport,
  type ProgramWeek,
  progressionStyles,
  relaxationSteps,
  sessionFocuses,
  sessionKpis,
  sessionSections,
  sessionTypes,
  trackedMuscles,
  trainingGoals,
} from '@gymgenius/domain'
import { z } from 'zod'
import { SetKindName, supersetNumber } from './logging.sets.ts'
import { distanceMeters, durationSeconds, fault, idOf, loadKg, matching, name, text } from './scalars.ts'

/** A day of the calendar where the lifter is: `2026-03-02`. */
export const calendarDay = matching(/^\d{4}-\d{2}-\d{2}$/, fault('invalid_date', 'Must be a day such as 2026-03-02'))
  .refine((day) => existsInCalendar(day), fault('invalid_date', 'There is no such day'))
  .meta({ format: 'date' })

function existsInCalendar(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) && day >= '1900-01-01' && day <= '2200-12-31'
}

const within = (low: number, high: number) =>
  z
    .number()
    .min(low, fault('out_of_range', `Must be between ${low} and ${high}`))
    .max(high, fault('out_of_range', `Must be between ${low} and ${high}`))
export const whole = (low: number, high: number) =>
  within(low, high).refine(Number.isInteger, fault('out_of_range', 'Must be a whole number'))

/** Words and figures that a reason is about. */
const facts = z.record(z.string().max(60), z.union([z.string().max(500), z.number()]))
export const ProgramReason = z.strictObject({ code: z.string().max(80), facts: facts.optional() })

const setOfProgram = z
  .strictObject({
    kind: SetKindName.optional(),
    reps: whole(1, 100),
    repHigh: whole(1, 100),
    rir: within(0, 10),
    durationSeconds: durationSeconds.optional(),
    distanceMeters: distanceMeters.optional(),
    loadKg: loadKg.optional(),
    /** Of the training maximum. */
    percent: within(0, 200).optional(),
  })
  .refine((set) => set.reps <= set.repHigh, { ...fault('out_of_range', 'reps must not exceed repHigh'), path: ['reps'] })

const addKg = within(0, 1000)
const rise = { addKg: addKg.optional() }
/** How a movement gets harder, with the numbers that a scheme gives it. */
const rule = z.discriminatedUnion('style', [
  z.strictObject({ style: z.literal('single'), ...rise }),
  z.strictObject({ style: z.literal('double'), ...rise }),
  z.strictObject({ style: z.literal('linear'), ...rise, misses: whole(1, 100), resetPercent: within(0, 100) }),
  z.strictObject({ style: z.literal('paused'), ...rise, pauses: z.array(within(0, 600)).min(1).max(50) }),
  z.strictObject({ style: z.literal('build_to_drop'), ...rise, dropPercent: within(0, 100) }),
  z.strictObject({ style: z.literal('wave'), ...rise }),
  z.strictObject({ style: z.literal('percent'), ofMaximum: within(0, 200), addKg }),
  z.strictObject({
    style: z.literal('rir_ramp'),
    from: within(0, 10),
    to: within(0, 10),
    weeks: whole(1, 52),
    setEveryWeeks: whole(1, 52).optional(),
  }),
  z.strictObject({ style: z.literal('daily_undulating'), ...rise }),
])
/** The line of the table of its rule, from 0, of so many; and the training maximum that its percentages were reckoned from. */
const table = z
  .strictObject({ line: whole(0, 99), lines: whole(1, 100), maximumKg: within(0, 2000).optional() })
  .refine(({ line, lines }) => line < lines, { ...fault('out_of_range', 'line must be below lines'), path: ['line'] })

const item = z.strictObject({
  movementId: idOf<'movement'>(),
  movement: z.string().max(300),
  pattern: z.enum(movementPatterns),
  /** Prime movers first. */
  muscles: z.array(z.enum(muscles)).max(30),
  sets: z.array(setOfProgram).min(1).max(50),
  restSeconds: within(0, 3600),
  progression: z.enum(progressionStyles).optional(),
  rule: rule.optional(),
  table: table.optional(),
  superset: supersetNumber.optional(),
  reason: z.string().max(1000),
  reasons: z.array(ProgramReason).max(30),
})
export const ProgramItemShape = item as unknown as z.ZodType<ProgramItem, ProgramItem>

const sections = z.strictObject(
  Object.fromEntries(sessionSections.map((section) => [section, z.array(item).max(30)])) as Record<
    (typeof sessionSections)[number],
    z.ZodArray<typeof item>
  >,
)

const dayFields = {
  /** From 1, in the order of the program; a session keeps its number wherever it is moved. */
  session: whole(1, 1000),
  type: z.enum(sessionTypes),
  focus: z.enum(sessionFocuses),
  name: text(200),
  minutes: within(0, 1000),
  sections,
}

/** A day as a generated program has it: with a date where the request says when the program starts. */
export type PlannedDay = Omit<ProgramDay, 'date'> & { readonly date?: string | undefined }
export type PlannedWeek = Omit<ProgramWeek, 'days'> & { readonly days: readonly PlannedDay[] }
export interface PlannedProgram {
  readonly weeks: readonly PlannedWeek[]
  readonly report: ProgramReport
}
export const PlannedDay = z.strictObject({ ...dayFields, date: calendarDay.optional() }) as unknown as z.ZodType<PlannedDay, PlannedDay>

/** A session as a hand writes it: without a date, which life gives it. */
export const HandWrittenDay = z.strictObject(dayFields) as unknown as z.ZodType<Omit<ProgramDay, 'date'>, Omit<ProgramDay, 'date'>>

const week = z.strictObject({ week: whole(1, 200), block: z.enum(blockKinds), days: z.array(PlannedDay).max(14) })
export const PlannedWeeks = z.array(week).max(60) as unknown as z.ZodType<readonly PlannedWeek[], readonly PlannedWeek[]>

const kpi = z.strictObject({
  pass: z.boolean(),
  value: z.number(),
  target: z.string(),
  why: z.string(),
  /** Of a miss: what `why` says, by codes and facts. Programs made before there were any have none. */
  reasons: z.array(ProgramReason).optional(),
})
const kpisOf = <Kpi extends string>(names: readonly Kpi[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, kpi])) as Record<Kpi, typeof kpi>)
const volume = z.strictObject({ sets: z.number(), mev: z.number(), mav: z.number(), mrv: z.number() })

const report = z.strictObject({
  kpis: kpisOf([...sessionKpis, ...microcycleKpis]),
  sessions: z.array(z.strictObject({ session: z.int(), week: z.int(), kpis: kpisOf(sessionKpis) })),
  microcycles: z.array(z.strictObject({ week: z.int(), kpis: kpisOf(microcycleKpis) })),
  relaxations: z.array(
    z.strictObject({ session: z.int(), section: z.enum(sessionSections), step: z.enum(relaxationSteps), why: z.string() }),
  ),
  /** Rules that a known scheme or a peak sets aside, and why. */
  waivers: z.array(z.strictObject({ rule: z.string(), why: z.string() })),
  /** What to know before starting: goals that reduced each other, injuries worked around. */
  notices: z.array(ProgramReason),
  volume: z.array(
    z.strictObject({
      week: z.int(),
      muscles: z.strictObject(
        Object.fromEntries(trackedMuscles.map((muscle) => [muscle, volume])) as Record<(typeof trackedMuscles)[number], typeof volume>,
      ),
    }),
  ),
})
export const ProgramReportShape = report as unknown as z.ZodType<GeneratedProgram['report'], GeneratedProgram['report']>

/** What somebody trains for: ten dollars on up to three goals. */
export const weightedGoals = z
  .array(z.strictObject({ goal: z.enum(trainingGoals), weight: within(0, 10) }))
  .min(1, fault('too_short', 'Say at least one goal'))
  .max(3, fault('too_long', 'At most three goals'))
  .superRefine((goals, context) => {
    const sum = goals.reduce((total, { weight }) => total + weight, 0)
    if (Math.abs(sum - 10) > 1e-9)
      context.addIssue({
        code: 'custom',
        message: `The weights sum to ${Math.round(sum * 100) / 100}; they share ten dollars`,
        path: [],
        params: { code: 'sum_not_ten' },
      })
    for (const [i, { goal }] of goals.entries())
      if (goals.findIndex((other) => other.goal === goal) < i)
        context.addIssue({ code: 'custom', message: 'This goal is named twice', path: [i, 'goal'], params: { code: 'duplicate' } })
  })

export const experience = z.enum(experiences)

export const injury = z.strictObject({ joint: z.enum(joints), severity: z.enum(painSeverities).default('moderate') })

/** What is done beside the gym each week: its fatigue is counted. */
export const weeklyActivity = z.strictObject({
  name,
  timesPerWeek: whole(1, 14),
  minutes: within(1, 1440),
  /** 1 easy · 2 brisk · 3 hard. */
  effort: z.literal([1, 2, 3]).default(2),
  /** What it tires most; none: the whole body. */
  muscles: z.array(z.enum(trackedMuscles)).max(7).optional(),
  /** 0 is Monday. */
  weekdays: z.array(whole(0, 6)).max(7).optional(),
})
