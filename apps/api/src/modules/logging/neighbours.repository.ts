import type { AthleteId, MovementId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'

export async function timeZoneOf(ctx: Ctx, athleteId: AthleteId): Promise<string> {
  const { time_zone } = await ctx.db.selectFrom('athlete').select('time_zone').where('id', '=', athleteId).executeTakeFirstOrThrow()
  return time_zone
}

export async function movementExists(ctx: Ctx, athleteId: AthleteId, id: MovementId): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('movement')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .where((q) => q.or([q('athlete_id', 'is', null), q('athlete_id', '=', athleteId)]))
    .executeTakeFirst()
  return row !== undefined
}
