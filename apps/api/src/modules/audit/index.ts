import type { AthleteId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import type { PageOfData, Room } from '../../platform/room.ts'
import { auditRoutes } from './audit.routes.ts'
import { listMine } from './audit.service.ts'
import { forgetOldEntries } from './retention.service.ts'

/** What was done, by whom and to whom. Everybody writes to it, through `platform/audit.ts`; it is read here. */
export const auditRoom: Room = {
  name: 'audit',
  mount: auditRoutes,
  chores: { 'audit.forget_old_entries': { everySeconds: 86_400, run: forgetOldEntries } },
  personalData: { copy: async () => ({}), pages: { entries: entriesPage } },
}

async function entriesPage(ctx: Ctx, athleteId: AthleteId, after: string | undefined): Promise<PageOfData> {
  const { items, nextCursor } = await listMine(ctx, { athleteId }, { limit: 500, cursor: after })
  return { items, next: nextCursor }
}
