import type { ProgramWeek } from '@gymgenius/domain'
import { lightened, type ReliefFacts } from './lighter-week.ts'

/** Half of the sets, a twentieth off the load, two more in reserve: the middle of what a deload is allowed to be (row A10). */
const SETS_LESS = 50
const LOAD_LESS = 5
const RIR_MORE = 2

/**
 * The week as a deload: about seven days with the same movements, sets −40 to −60 %, load 0 to −10 %, RIR +2 as far as a set still trains;
 * never a full rest. Sets are whole: a week of fewer than four hard sets may leave that range.
 *
 * Source   Coaches' practice (Bell et al. 2022, Sports Med Open: volume is cut more than load). The numbers are requirement A10's.
 */
export function deloaded(week: ProgramWeek, facts?: ReliefFacts): ProgramWeek {
  return lightened(
    week,
    {
      block: 'deload',
      setsPercent: SETS_LESS,
      loadPercent: LOAD_LESS,
      rirAdded: RIR_MORE,
      reason: { code: 'deload', facts: { setsPercent: SETS_LESS, loadPercent: LOAD_LESS, rirAdded: RIR_MORE } },
      sentence: 'A lighter week: half of the sets and two more in reserve, so that what you built can show.',
    },
    facts,
  )
}

/** Which weeks of so many are deloads: every `everyWeeks`-th, and not the last, after which a new program begins easier anyway. */
export const plannedDeloads = (weeks: number, everyWeeks: number): readonly number[] =>
  Array.from({ length: weeks }, (_, i) => i + 1).filter((week) => week % everyWeeks === 0 && week < weeks)
