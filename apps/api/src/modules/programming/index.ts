import type { AthleteId, Instant } from '@gymgenius/domain'
import type { Athlete, Ctx } from '../../platform/context.ts'
import type { PageOfData, Room } from '../../platform/room.ts'
import { listPatchesOf } from './changes.service.ts'
import { workoutCorrected, workoutFinished } from './finished.service.ts'
import { lifeRoutes } from './life.routes.ts'
import { generate } from './making.service.ts'
import { listProgramsOf, getProgramOf } from './programs.service.ts'
import { programRoutes } from './programs.routes.ts'
import { schemeRoutes } from './schemes.routes.ts'
import { metricsOf } from './scoring.service.ts'
import { signsSince } from './signs.repository.ts'
import { weighSigns } from './signs.service.ts'
import { scoringRoutes } from './scoring.routes.ts'

export { listProgramsOf, writtenProgramOf } from './programs.service.ts'
export { libraryForPlans } from '../movements/index.ts'
export { anybody, planFor, programShown } from './planning.ts'

/** What is planned for months. */
export const programmingRoom: Room = {
  name: 'programming',
  mount: (app) => {
    lifeRoutes(app)
    programRoutes(app)
    schemeRoutes(app)
    scoringRoutes(app)
  },
  listens: { 'logging.workout_finished': workoutFinished, 'logging.workout_corrected': workoutCorrected },
  jobs: { 'programming.generate': generate, 'programming.weigh_signs': weighSigns },
  personalData: {
    copy: async (ctx, athleteId) => ({
      outcomes: (await metricsOf(ctx, actorOf(athleteId))).items,
      trainingSigns: await signsSince(ctx.db, athleteId, 0 as Instant),
    }),
    pages: { programs: programsPage },
  },
}

const actorOf = (athleteId: AthleteId): Athlete => ({ kind: 'athlete', athleteId, loginSessionId: athleteId as never })

/** Plans are long: one a page, with every change. */
async function programsPage(ctx: Ctx, athleteId: AthleteId, after: string | undefined): Promise<PageOfData> {
  const actor = actorOf(athleteId)
  const { items, nextCursor } = await listProgramsOf(ctx, actor, { limit: 1, cursor: after })
  const programs = []
  for (const { id } of items)
    programs.push({ ...(await getProgramOf(ctx, actor, id)), changes: (await listPatchesOf(ctx, actor, id)).items })
  return nextCursor === undefined ? { items: programs } : { items: programs, next: nextCursor }
}
