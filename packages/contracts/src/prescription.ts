import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import {
  fault,
  fraction,
  idOf,
  isoInstant,
  loadKg,
  name,
  repCount,
  repTarget,
  restSeconds,
  rirTarget,
  rirValue,
  setNumber,
} from './scalars.ts'

export const RecommendationRequest = z
  .strictObject({
    movementId: idOf<'movement'>(),
    /** 1-based, of this movement in this workout. */
    setNumber,
    /** 0 is all hypertrophy, 1 all strength; the lifter's setting when absent. */
    goalStrength: fraction.optional(),
    repLow: repTarget.optional(),
    repHigh: repTarget.optional(),
    rir: rirTarget.optional(),
    workoutId: idOf<'workout'>().optional(),
  })
  .refine((body) => body.repLow === undefined || body.repHigh === undefined || body.repLow <= body.repHigh, {
    ...fault('out_of_range', 'repLow must not exceed repHigh'),
    path: ['repLow'],
  })
export type RecommendationRequest = z.infer<typeof RecommendationRequest>

/** Why a load was chosen: a stable code and the amounts behind it. Sentences are made from these at the edge. */
export const Reason = z.object({ code: z.string() }).catchall(z.union([z.number(), z.string(), z.boolean()]))

export const Recommendation = z.strictObject({
  id: idOf<'recommendation'>(),
  movementId: idOf<'movement'>(),
  setNumber: z.int(),
  /** What this gym can load. */
  loadKg,
  /** Before rounding. */
  exactLoadKg: z.number(),
  repLow: repTarget,
  repHigh: repTarget,
  rir: rirValue,
  restSeconds,
  /** The probability that, stopping at the target RIR, the reps fall within the range. */
  confidence: fraction,
  /** Reps to expect at this load and RIR, with the probability that they fall inside. */
  interval: z.strictObject({ low: repCount, high: repCount, probability: fraction }),
  explanation: z.string(),
  reasons: z.array(Reason),
  flags: z.array(z.string()),
  engineVersion: z.string(),
  /** `fallback`: the engine's service was away, and the engine inside this server answered. */
  source: z.enum(['engine', 'fallback']),
  madeAt: isoInstant,
})
export type Recommendation = z.infer<typeof Recommendation>

export const createRecommendation = endpoint({
  name: 'prescription.recommend',
  method: 'POST',
  path: '/v1/recommendations',
  summary: 'Recommend the next set of one movement, with its reason',
  access: 'athlete',
  body: RecommendationRequest,
  reply: Recommendation,
  status: 201,
  problems: ['movements.unknown', 'prescription.movement_unavailable'],
})

/** The shape of the written design: snake_case, `history` for callers who keep their own log. */
export const createRecommendationAlias = endpoint({
  name: 'prescription.recommend_alias',
  method: 'POST',
  path: '/v1/recommendation',
  summary: 'As /v1/recommendations, in the snake_case of the written design',
  access: 'athlete',
  body: z
    .strictObject({
      user_id: idOf<'account'>().optional(),
      movement_id: idOf<'movement'>().optional(),
      exercise_id: idOf<'movement'>().optional(),
      set_number: setNumber,
      goal_strength: fraction.optional(),
      history: z
        .array(z.strictObject({ w: loadKg, r: repCount, rir: rirValue.nullable().optional(), timestamp: isoInstant }))
        .max(12)
        .optional(),
    })
    .refine((body) => (body.movement_id === undefined) !== (body.exercise_id === undefined), {
      ...fault('required', 'Give movement_id or exercise_id, not both'),
      path: ['movement_id'],
    }),
  reply: z.strictObject({
    id: idOf<'recommendation'>(),
    weight: z.number(),
    weight_exact: z.number(),
    rep_low: z.int(),
    rep_high: z.int(),
    rir: z.number(),
    rest_seconds: z.number(),
    confidence: fraction,
    explanation: z.string(),
    flags: z.array(z.string()),
  }),
  status: 201,
  problems: ['movements.unknown', 'auth.forbidden', 'prescription.movement_unavailable'],
})

/** Everything the engine may know about one movement: plain data the phone keeps for when there is no network. */
export const MovementSnapshot = z.object({ movementId: idOf<'movement'>(), engineVersion: z.string(), snapshot: z.unknown() })

/** How far the server has read a lifter's sets, and what is believed since: from here a phone reads on with sets of its own. */
export const BeliefReading = z.object({
  engineVersion: z.string(),
  /** The last set read, in their order: by time, then by place in the workout, then by id; null where none was. */
  last: z.object({ at: isoInstant, position: z.number(), id: idOf<'performed_set'>() }).nullable(),
  /** The body mass it was read with. */
  bodyMassKg: loadKg.nullable(),
  belief: z.unknown(),
})

export const listSnapshots = endpoint({
  name: 'prescription.list_snapshots',
  method: 'GET',
  path: '/v1/snapshots',
  summary: 'Engine snapshots of the movements of the routines and of the last 90 days, for use without a network',
  access: 'athlete',
  /** `strengths`: what the lifter showed in each movement, from which the engine works out the first set of one never done. */
  reply: z.object({
    items: z.array(MovementSnapshot),
    strengths: z.array(z.unknown()),
    /** Null while there is more to read. */
    reading: BeliefReading.nullable(),
  }),
  problems: [],
})

/** Strength over time, for one movement: the best set of each day and its estimated one-rep maximum. */
export const MovementProgress = z.strictObject({
  movementId: idOf<'movement'>(),
  movementName: name,
  points: z.array(z.strictObject({ at: isoInstant, e1rmKg: z.number(), loadKg: z.number(), reps: z.int() })),
})
export type MovementProgress = z.infer<typeof MovementProgress>

export const getMovementProgress = endpoint({
  name: 'prescription.progress',
  method: 'GET',
  path: '/v1/movements/{id}/progress',
  summary: 'The best set of each day and its estimated one-rep maximum',
  access: 'athlete',
  params: z.strictObject({ id: idOf<'movement'>() }),
  reply: MovementProgress,
  problems: ['movements.not_found'],
})

/** How forecasts of repetitions fared over some sets. Shares and means are null where there is no set. */
const scoreFields = {
  sets: z.int(),
  /** Share of sets that ended inside the 50 % range. Ranges are of whole repetitions, so honest ones hold at least what they say. */
  inside50: fraction.nullable(),
  inside80: fraction.nullable(),
  inside95: fraction.nullable(),
  /** The chance that a randomised PIT fell into the middle 50 %, 80 % and 95 %: honest forecasts hold exactly that. */
  pit50: fraction.nullable(),
  pit80: fraction.nullable(),
  pit95: fraction.nullable(),
  /** Mean distance between the forecast's middle and what was done, in repetitions. */
  meanMiss: z.number().nullable(),
  /** Mean continuous ranked probability score, in repetitions: as the miss, but a forecast's spread counts too. Less is better. */
  meanCrps: z.number().nullable(),
  /** Mean −ln of the probability given to what was done. Less is better. */
  meanLogScore: z.number().nullable(),
}
export const ForecastScore = z.strictObject(scoreFields)
export type ForecastScore = z.infer<typeof ForecastScore>

/** How sets done on advice came out. */
export const AdviceOutcome = z.strictObject({
  sets: z.int(),
  /** Share of sets whose repetitions were within the advised range. */
  inRange: fraction.nullable(),
  /** Share of sets whose repetitions were within the expected interval, and the share that was expected to be. */
  insideInterval: fraction.nullable(),
  expectedInside: fraction.nullable(),
  /** Mean of said RIR − advised RIR, over the sets whose RIR was said: positive where sets were easier than meant. */
  meanReserveMiss: z.number().nullable(),
})
export type AdviceOutcome = z.infer<typeof AdviceOutcome>

/**
 * How often what was foretold of this lifter's sets came true, each set foretold from the sets before it alone. Counted are working
 * sets with a load and 1 to 20 repetitions, from the twenty-first of their movement on, without ramp-ups.
 */
export const Scorecard = z.strictObject({
  all: ForecastScore,
  /** Of the newest 120 sets. */
  recent: ForecastScore,
  movements: z.array(z.strictObject({ movementId: idOf<'movement'>(), ...scoreFields })),
  /** By the year the sets were done in, where the lifter is. */
  years: z.array(z.strictObject({ year: z.int(), ...scoreFields })),
  /** What became of the newest 2,000 recommendations. */
  advice: z.strictObject({
    /** Sets done at the advised load. */
    followed: AdviceOutcome,
    /** Sets done on advice at another load. The outcome is still held against the advice. */
    changed: AdviceOutcome,
    /** Advice for a set that nobody logged as done on it, where no other advice for the same set was taken either. */
    ignored: z.int(),
  }),
})
export type Scorecard = z.infer<typeof Scorecard>

export const getScorecard = endpoint({
  name: 'prescription.scorecard',
  method: 'GET',
  path: '/v1/scorecard',
  summary: 'How often forecasts and advice came true, of all movements or of one',
  access: 'athlete',
  query: z.strictObject({ movementId: idOf<'movement'>().optional() }),
  reply: Scorecard,
  problems: ['movements.not_found'],
})
