import type { Room } from '../../platform/room.ts'
import { keepUp } from './keeping-up.service.ts'

export type { Scores, ScoreSums } from './forecasts.repository.ts'
export { catchUp } from './keeping-up.service.ts'
export { forecastScores } from './scores.service.ts'

/** What is believed of each lifter, and how what it foretold came out. */
export const learningRoom: Room = {
  name: 'learning',
  chores: { 'learning.keep_up': { everySeconds: 30, run: keepUp } },
}
