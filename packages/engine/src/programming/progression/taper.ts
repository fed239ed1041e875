import type { LocalDay, ProgramDay, ProgramWeek } from '@gymgenius/domain'
import { lightened, type ReliefFacts } from './lighter-week.ts'

/** Sets left out, in percent, in the last week before the day and in the one before it. */
const SETS_LESS = [60, 40] as const
const DAYS_OF_REST = 2
const WEEK = 7

/**
 * The weeks before a day that counts: loads and the number of days stay, sets fall by 40 % two weeks before and by 60 % in the last, and
 * the two days before it are free. Weeks that begin on that day or after it are left out.
 *
 * Units    `startsOn` is the first day of the first week; weeks have seven days. Days without a date are placed evenly in their week.
 * Source   Bosquet et al. 2007 (two weeks, volume −41 to −60 %, intensity and frequency kept); Pritchard et al. 2015 for lifters.
 */
export function taperedTo(
  peakOn: LocalDay,
  weeks: readonly ProgramWeek[],
  startsOn: LocalDay,
  facts?: ReliefFacts,
): readonly ProgramWeek[] {
  return weeks.flatMap((week, i) => {
    const begins = startsOn + i * WEEK
    if (begins >= peakOn) return []
    const weeksLeft = Math.ceil((peakOn - begins) / WEEK)
    const setsPercent = SETS_LESS[weeksLeft - 1]
    if (setsPercent === undefined) return [week]
    const days = week.days.filter((day, place) => dayOf(day, place, week.days.length, begins) < peakOn - DAYS_OF_REST)
    return [
      lightened(
        { ...week, days },
        {
          block: 'taper',
          setsPercent,
          loadPercent: 0,
          rirAdded: 0,
          reason: { code: 'taper', facts: { setsPercent, daysLeft: peakOn - begins } },
          sentence: 'The load stays and the sets fall, so that you are fresh on the day.',
        },
        facts,
      ),
    ]
  })
}

const dayOf = ({ date }: ProgramDay, place: number, days: number, begins: number) =>
  date ?? begins + Math.floor((place * WEEK) / Math.max(1, days))
