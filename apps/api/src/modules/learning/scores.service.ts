import type { AthleteId, MovementId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { type Scores, scoresOf } from './forecasts.repository.ts'

/** How the forecasts of a lifter's sets fared, so far as the sets are read; `recent` of the newest so many. */
export async function forecastScores(
  ctx: Ctx,
  athleteId: AthleteId,
  { movementId, recent }: { readonly movementId: MovementId | undefined; readonly recent: number },
): Promise<Scores> {
  const { timeZone } = await settingsOf(ctx, athleteId)
  return scoresOf(ctx.db, athleteId, { movementId, timeZone, recent })
}
