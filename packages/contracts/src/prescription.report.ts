import { movementPatterns, muscleGroupNames, muscles } from '@gymgenius/domain'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { fraction, idOf, loadKg, name, repCount } from './scalars.ts'

/** A day where the lifter is: `2026-03-02`. */
const day = z.iso.date()

const scoreFields = {
  sets: z.int(),
  /** Share of sets that ended inside the range of whole repetitions. Such a range holds at least what its name says. */
  inside50: fraction.nullable(),
  inside80: fraction.nullable(),
  inside95: fraction.nullable(),
  /** The same with a set on the edge of a range counted in part: honest ranges hold exactly what their name says. */
  fair50: fraction.nullable(),
  fair80: fraction.nullable(),
  fair95: fraction.nullable(),
  /** Mean distance between the forecast's middle and what was done, in repetitions, and that of copying the last time. */
  miss: z.number().nullable(),
  ruleMiss: z.number().nullable(),
}

const bestSet = z.strictObject({ day, loadKg, reps: repCount })

const Lift = z.strictObject({
  movementId: idOf<'movement'>(),
  movementName: name,
  /** Working sets, of which those that could be foretold are scored. */
  sets: z.int(),
  lastDay: day,
  /** The best set of each of the last twelve days, the latest first. */
  topSets: z.array(bestSet),
  score: z.strictObject(scoreFields),
  records: z.strictObject({
    /** For help taken off the body the least help. */
    heaviest: bestSet.nullable(),
    strongest: z.strictObject({ day, loadKg, reps: repCount, e1rmKg: z.number() }).nullable(),
    mostReps: bestSet.nullable(),
    /** Most repetitions at a load that no harder load was done for as many, hardest first. */
    atLoads: z.array(bestSet),
  }),
})

/**
 * A lifter's whole history put through the engine one set ahead. Scored are working sets with a load and 1 to 20 repetitions, from the
 * twenty-first of their movement on, without ramp-ups.
 */
export const ReportCard = z.strictObject({
  /** False while sets are still to be read: then it is a report of those that were. */
  isWhole: z.boolean(),
  score: z.strictObject(scoreFields),
  /** Null where too few sets were scored to say. */
  verdict: z.strictObject({ ranges: z.enum(['honest', 'narrow', 'wide']), besideRule: z.enum(['better', 'level', 'worse']) }).nullable(),
  years: z.array(z.strictObject({ year: z.int(), ...scoreFields })),
  /** Those with most sets first. */
  lifts: z.array(Lift),
  consistency: z.strictObject({
    weeks: z.int(),
    weeksTrained: z.int(),
    longestRun: z.int(),
    workouts: z.int(),
    firstDay: day.nullable(),
    lastDay: day.nullable(),
  }),
  /** Days with working sets, oldest first. */
  days: z.array(z.strictObject({ day, sets: z.int() })),
  /** Weeks with working sets by what they trained: a set counts for a muscle with its share, for a group once. */
  weeks: z.array(
    z.strictObject({
      monday: day,
      sets: z.int(),
      groups: z.partialRecord(z.enum(muscleGroupNames as [string, ...string[]]), z.number()),
      muscles: z.partialRecord(z.enum(muscles), z.number()),
    }),
  ),
  /** How often each movement pattern was trained, those of most workouts first. */
  patterns: z.array(
    z.strictObject({
      pattern: z.enum(movementPatterns),
      lastDay: day,
      /** Weeks with any of it, oldest first. */
      weeks: z.array(z.strictObject({ monday: day, workouts: z.int(), sets: z.int() })),
    }),
  ),
})
export type ReportCard = z.infer<typeof ReportCard>

export const getReportCard = endpoint({
  name: 'prescription.report_card',
  method: 'GET',
  path: '/v1/report-card',
  summary: 'How the engine would have foretold the whole history one set ahead, with records, weeks and muscles',
  access: 'athlete',
  reply: ReportCard,
  problems: [],
})
