import type { AthleteId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import type { PageOfData, Room } from '../../platform/room.ts'
import { prescriptionRoutes } from './prescription.routes.ts'
import { recommendationsOf } from './recommendations.repository.ts'

export { recommend } from './recommendations.service.ts'
export { replay, type Replay } from './replay.service.ts'

const A_PAGE = 500

/** Every recommendation with its reasons; the snapshots behind them repeat the log and are left out. */
async function recommendationsPage(ctx: Ctx, athleteId: AthleteId, after: string | undefined): Promise<PageOfData> {
  const [at = '', id = ''] = after?.split(' ') ?? []
  const items = await recommendationsOf(ctx.db, athleteId, A_PAGE, after === undefined ? undefined : { at: new Date(at), id })
  const last = items.at(-1)
  return items.length < A_PAGE || last === undefined ? { items } : { items, next: `${last.madeAt} ${last.id}` }
}

/** What the next set should be, and why. */
export const prescriptionRoom: Room = {
  name: 'prescription',
  mount: prescriptionRoutes,
  personalData: { copy: async () => ({}), pages: { recommendations: recommendationsPage } },
}
