import type { Room } from '../../platform/room.ts'
import { effortRoutes } from './effort.routes.ts'
import { fitsOf } from './fits.repository.ts'
import { fitEverybody, fitNext } from './fits.service.ts'
import { keepUp } from './keeping-up.service.ts'

export { fitAllDue, fitEverybody, fitNow, SETS_NEEDED } from './fits.service.ts'
export type { KeptFit } from './fits.repository.ts'
export type { Scores, ScoreSums } from './forecasts.repository.ts'
export { catchUp } from './keeping-up.service.ts'
export { type Known, knownOf, priorOf, readingOf } from './known.service.ts'
export { reportOf } from './report.service.ts'
export { forecastScores } from './scores.service.ts'

/** What is believed of each lifter, and how what it foretold came out. */
export const learningRoom: Room = {
  name: 'learning',
  mount: effortRoutes,
  chores: {
    'learning.keep_up': { everySeconds: 10, run: keepUp },
    'learning.fit': { everySeconds: 60, takesLong: true, run: fitNext },
    'learning.fit_everybody': {
      everySeconds: 86_400,
      takesLong: true,
      run: async (ctx) => {
        await fitEverybody(ctx)
      },
    },
  },
  personalData: { copy: async (ctx, athleteId) => ({ fits: await fitsOf(ctx.db, athleteId) }) },
}
