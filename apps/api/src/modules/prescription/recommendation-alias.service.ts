import { type createRecommendationAlias, Problem } from '@gymgenius/contracts'
import { type Instant, instantOf, type WorkoutId } from '@gymgenius/domain'
import type { SnapshotSet } from '@gymgenius/engine'
import type { z } from 'zod'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { recommend } from './recommendations.service.ts'

type Body = z.output<typeof createRecommendationAlias.body>
type Reply = z.input<typeof createRecommendationAlias.reply>

/** The same recommendation in the snake_case of the written design. */
export async function recommendInSnakeCase(ctx: Ctx, actor: Athlete, body: Body): Promise<Reply> {
  if (body.user_id !== undefined && body.user_id !== actor.athleteId) throw new Problem('auth.forbidden', { userId: body.user_id })
  const request = {
    movementId: (body.movement_id ?? body.exercise_id)!, // the contract asks for exactly one
    setNumber: body.set_number,
    ...(body.goal_strength === undefined ? {} : { goalStrength: body.goal_strength }),
  }
  const made = await recommend(ctx, actor, request, body.history && setsOfHistory(body.history))
  return {
    id: made.id,
    weight: made.loadKg,
    weight_exact: made.exactLoadKg,
    rep_low: made.repLow,
    rep_high: made.repHigh,
    rir: made.rir,
    rest_seconds: made.restSeconds,
    confidence: made.confidence,
    explanation: made.explanation,
    flags: made.flags,
  }
}

/** Sets further apart than this belong to different workouts. */
const WORKOUT_GAP_MS = 2 * 60 * 60_000

/** Sets that came without workouts, cut into workouts where the lifter went home. */
function setsOfHistory(history: NonNullable<Body['history']>): SnapshotSet[] {
  const ordered = history.map((set) => ({ ...set, at: instantOf(set.timestamp) })).sort((a, b) => a.at - b.at)
  let workout = 0
  let before: Instant | undefined
  return ordered.map(({ w, r, rir, at }) => {
    if (before !== undefined && at - before > WORKOUT_GAP_MS) workout += 1
    before = at
    return { workoutId: `history-${workout}` as WorkoutId, at, kind: 'working', load: w, reps: r, rir: rir ?? null, toFailure: false }
  })
}
