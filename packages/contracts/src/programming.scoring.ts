import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { isoInstant } from './scalars.ts'

/** By which weights the movements of programs are judged. */
export const ScoringConfig = z.strictObject({
  version: z.int(),
  weights: z.record(z.string(), z.number()),
  goalModifier: z.number(),
  relaxedDiscipline: z.number(),
  repetitionCost: z.number(),
  chance: z.number(),
})

const ScoringFault = z.strictObject({ path: z.string(), message: z.string() })

export const ScoringState = z.strictObject({
  config: ScoringConfig,
  /** As it is written. */
  yaml: z.string(),
  /** shipped: no file was put there yet. */
  source: z.enum(['shipped', 'file']),
  /** A fingerprint of what holds. */
  hash: z.string(),
  readAt: isoInstant,
  /** What is wrong with the file; until it is mended, what was read before it holds. */
  faults: z.array(ScoringFault),
  /** Versions that were put there, newest first. */
  versions: z.array(z.int()),
})
export type ScoringState = z.infer<typeof ScoringState>

const yamlText = z.strictObject({ yaml: z.string().max(20_000) })

export const getScoring = endpoint({
  name: 'programming.get_scoring',
  method: 'GET',
  path: '/v1/scoring/config',
  aliases: ['/scoring/config'],
  summary: 'The scoring of movements that holds now, as it is written',
  access: 'admin',
  reply: ScoringState,
  problems: [],
})

export const validateScoring = endpoint({
  name: 'programming.validate_scoring',
  method: 'POST',
  path: '/v1/scoring/config/validate',
  aliases: ['/scoring/config/validate'],
  summary: 'Whether a scoring file would be taken, and what is wrong with it',
  access: 'admin',
  body: yamlText,
  reply: z.strictObject({ isValid: z.boolean(), faults: z.array(ScoringFault), config: ScoringConfig.optional() }),
  repeatsSafely: true,
  problems: [],
})

export const putScoring = endpoint({
  name: 'programming.put_scoring',
  method: 'PUT',
  path: '/v1/scoring/config',
  aliases: ['/scoring/config'],
  summary: 'Put a new version of the scoring in place; its version number has to be new',
  access: 'admin',
  body: yamlText,
  reply: ScoringState,
  repeatsSafely: true,
  problems: ['programming.invalid_scoring'],
})

export const reloadScoring = endpoint({
  name: 'programming.reload_scoring',
  method: 'POST',
  path: '/v1/scoring/config/reload',
  aliases: ['/scoring/config/reload'],
  summary: 'Read the file now; it is looked at before every program anyway',
  access: 'admin',
  reply: ScoringState,
  repeatsSafely: true,
  problems: [],
})

export const getScoringMetadata = endpoint({
  name: 'programming.scoring_metadata',
  method: 'GET',
  path: '/v1/scoring/config/metadata',
  aliases: ['/scoring/config/metadata'],
  summary: 'What each field of the scoring means, and its bounds',
  access: 'admin',
  reply: z.strictObject({
    fields: z.array(
      z.strictObject({ path: z.string(), about: z.string(), low: z.number(), high: z.number(), usual: z.number(), isWhole: z.boolean() }),
    ),
  }),
  problems: [],
})

const Rates = z.record(z.string(), z.number())

export const getScoringMetrics = endpoint({
  name: 'programming.scoring_metrics',
  method: 'GET',
  path: '/v1/scoring/metrics',
  aliases: ['/scoring/metrics'],
  summary: 'How your programs came out, newest first: for each figure the share of sessions or weeks that met it',
  access: 'athlete',
  reply: z.strictObject({
    items: z.array(
      z.strictObject({
        programId: z.string().optional(),
        madeAt: isoInstant,
        engineVersion: z.string(),
        scoringVersion: z.string(),
        split: z.string(),
        sessions: z.int(),
        met: Rates,
        relaxations: Rates,
        milliseconds: z.number(),
      }),
    ),
  }),
  problems: [],
})

export const getScoringSummary = endpoint({
  name: 'programming.scoring_summary',
  method: 'GET',
  path: '/v1/scoring/metrics/summary',
  aliases: ['/scoring/metrics/summary', '/scoring/metrics/success-rate'],
  summary: 'How all programs of this server came out, by version of the scoring: success rates, steps taken and time',
  access: 'admin',
  reply: z.strictObject({
    versions: z.array(
      z.strictObject({
        scoringVersion: z.string(),
        programs: z.int(),
        sessions: z.int(),
        /** The share of programs of which all sessions and weeks met every figure. */
        successRate: z.number(),
        met: Rates,
        relaxationsAProgram: Rates,
        meanMilliseconds: z.number(),
      }),
    ),
  }),
  problems: [],
})
