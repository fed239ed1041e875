import { Problem, type Recommendation, type RecommendationRequest } from '@gymgenius/contracts'
import { type AthleteId, isoOf, type MovementId, type RecommendationId } from '@gymgenius/domain'
import { explain, type NameOf, type Prescription, type SnapshotSet, type Target, toldUnderPain, underPain } from '@gymgenius/engine'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { conditionOf } from '../diary/index.ts'
import { loadsFor } from '../equipment/index.ts'
import { knownOf } from '../learning/index.ts'
import { gymOfWorkout, recentSets } from '../logging/index.ts'
import { movementFor, painVerdictOn } from '../movements/index.ts'
import { insertRecommendation } from './recommendations.repository.ts'
import { snapshotOf } from './snapshots.service.ts'

/**
 * Recommends the next set of one movement, and keeps what is needed to explain and compute it again.
 * `history` stands in for the log where the caller keeps their own.
 */
export async function recommend(
  ctx: Ctx,
  { athleteId }: Athlete,
  request: RecommendationRequest,
  history?: readonly SnapshotSet[],
): Promise<Recommendation> {
  const { movementId } = request
  const movement = await movementFor(ctx, athleteId, movementId)
  if (movement === undefined) throw new Problem('movements.unknown', { movementId })

  const settings = await settingsOf(ctx, athleteId)
  const gymId = request.workoutId === undefined ? undefined : await gymOfWorkout(ctx, athleteId, request.workoutId)
  const loads = await loadsFor(ctx, athleteId, movement, settings.unit, gymId)
  const sets = history ?? (await recentSets(ctx, athleteId, movementId))
  const madeAt = ctx.clock.now()
  const { traits, strengths } = await knownOf(ctx, athleteId)
  const { masses, readinessFor } = await conditionOf(ctx, athleteId, settings, madeAt)
  const lifter = { settings, masses, at: madeAt, readiness: readinessFor(movement) }
  const calm = snapshotOf(movement, lifter, loads, sets, { traits, strengths: history === undefined ? strengths : [] })
  const wanted: Target = {
    setNumber: request.setNumber,
    workoutId: request.workoutId ?? null,
    at: madeAt,
    goalStrength: request.goalStrength ?? settings.goalStrength,
    repLow: request.repLow ?? null,
    repHigh: request.repHigh ?? null,
    rir: request.rir ?? null,
  }
  const pain = await painVerdictOn(ctx, athleteId, movement)
  const { snapshot, target } = pain.capped ? underPain({ snapshot: calm, target: wanted }) : { snapshot: calm, target: wanted }
  const { prescription, engineVersion, source } = await ctx.engine.prescribe(snapshot, target)
  if (prescription.flags.includes('out_of_reach')) {
    throw new Problem('prescription.movement_unavailable', { movementId, lightestKg: prescription.load })
  }

  const id = ctx.ids.next<RecommendationId>()
  await insertRecommendation(ctx.db, athleteId, {
    id,
    movementId,
    madeAt,
    target: JSON.stringify(target),
    snapshot: JSON.stringify(snapshot),
    prescription: JSON.stringify(prescription),
    engineVersion,
  })
  const told = pain.capped
    ? toldUnderPain(
        prescription,
        pain.reasons.find((reason) => reason.code === 'pain'),
      )
    : prescription
  const { load, exactLoad, rest, ...same } = told
  return {
    ...same,
    id,
    movementId,
    setNumber: request.setNumber,
    loadKg: load,
    exactLoadKg: exactLoad,
    restSeconds: rest,
    reasons: [...same.reasons],
    flags: [...same.flags],
    explanation: explain(told, settings.unit, await namesIn(ctx, athleteId, told)),
    engineVersion,
    source,
    madeAt: isoOf(madeAt),
  }
}

/** The names of the movements that the reasons speak of. */
async function namesIn(ctx: Ctx, athleteId: AthleteId, { reasons }: Pick<Prescription, 'reasons'>): Promise<NameOf> {
  const id = reasons.find(({ code }) => code === 'transfer')?.['movementId'] as MovementId | undefined
  const name = id && (await movementFor(ctx, athleteId, id))?.name
  return (asked) => (asked === id ? name : undefined)
}
