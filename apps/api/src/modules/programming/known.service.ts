import { type AthleteId, daysBefore, evidenceOf, type Experience, type MovementId } from '@gymgenius/domain'
import { recentSetsOf } from '@gymgenius/engine/programming'
import { isBelievableLength, loggedSeconds, paceOf } from '@gymgenius/engine/session-time'
import type { Ctx } from '../../platform/context.ts'
import { knownOf } from '../learning/index.ts'
import { finishedWorkouts, type SetRecord, setsOfThese } from '../logging/index.ts'
import type { Plannable } from '../movements/index.ts'
import type { Asker } from './planning.ts'

const WEEKS = 4
/** Fewer workouts in those weeks, or a log that is younger, tell of nobody's volume. */
const LEAST_WORKOUTS = 4
const LEAST_DAYS = 14
/** As many as `paceOf` looks at, from as far back as habits last. */
const PACE_WORKOUTS = 12
const PACE_DAYS = 90

/**
 * What the log tells of a lifter for the plans made for them: how fast they are, what their muscles are used to, and the maxima of loads that are the
 * weight moved. Nothing is made up: of whoever has hardly logged nothing is told, and a plan is the one of a stranger.
 */
export async function knownForPlans(
  ctx: Ctx,
  athleteId: AthleteId,
  movements: readonly Plannable[],
  experience: Experience,
): Promise<NonNullable<Asker['known']>> {
  const byId = new Map(movements.map((movement) => [movement.id, movement]))
  const trainingMaxima = await maximaOf(ctx, athleteId, byId)
  const now = ctx.clock.now()
  const workouts = await finishedWorkouts(ctx, athleteId, daysBefore(now, PACE_DAYS))
  const sets = Map.groupBy(
    await setsOfThese(
      ctx,
      athleteId,
      workouts.map(({ id }) => id),
    ),
    ({ workoutId }) => workoutId,
  )
  const timed = workouts.flatMap(({ id, startedAt, endedAt }) => {
    const own = sets.get(id) ?? []
    const tookSeconds = (endedAt - startedAt) / 1000
    if (!isBelievableLength(tookSeconds, own.length)) return []
    const predictedSeconds = loggedSeconds(own.flatMap((set) => timedSet(set, byId)))
    return predictedSeconds === 0 ? [] : [{ predictedSeconds, tookSeconds }]
  })
  const pace = timed.length === 0 ? undefined : Math.round(100 * paceOf(timed.slice(-PACE_WORKOUTS))) / 100
  const since = daysBefore(now, 7 * WEEKS)
  const lately = workouts.filter(({ startedAt }) => startedAt >= since)
  const days = (now - (lately[0]?.startedAt ?? now)) / 86_400_000
  const hard = lately.flatMap(({ id }) => sets.get(id) ?? []).filter(({ kind }) => evidenceOf(kind) !== 'warm_up')
  const counted = hard.flatMap(({ movementId, rir }) => {
    const movement = byId.get(movementId)
    return movement === undefined ? [] : [{ movement, ...(rir !== null && { rir }) }]
  })
  const tells = lately.length >= LEAST_WORKOUTS && days >= LEAST_DAYS
  return {
    ...(trainingMaxima.length > 0 && { trainingMaxima }),
    ...(pace !== undefined && pace !== 1 && { pace }),
    ...(tells && { recentSets: recentSetsOf(counted, Math.min(WEEKS, days / 7), experience) }),
  }
}

function timedSet(
  { movementId, kind, loadKg, reps, durationSeconds, distanceMeters, superset }: SetRecord,
  byId: ReadonlyMap<MovementId, Plannable>,
) {
  const movement = byId.get(movementId)
  if (movement === undefined) return []
  const set = {
    kind,
    reps: reps ?? 1,
    ...(loadKg !== null && { loadKg }),
    ...(durationSeconds !== null && { durationSeconds }),
    ...(distanceMeters !== null && { distanceMeters }),
  }
  return [{ movement, set, ...(superset !== null && { superset }) }]
}

/** What the lifter showed with loads that are the weight moved: a share of anything else is no load. */
export async function maximaOf(
  ctx: Ctx,
  athleteId: AthleteId,
  byId: ReadonlyMap<MovementId, Pick<Plannable, 'loadKind'>>,
): Promise<{ movementId: MovementId; loadKg: number }[]> {
  const { strengths } = await knownOf(ctx, athleteId)
  return strengths
    .filter(({ movementId }) => byId.get(movementId)?.loadKind === 'external')
    .map(({ movementId, level }) => ({ movementId, loadKg: Math.round(Math.exp(level) * 10) / 10 }))
}
