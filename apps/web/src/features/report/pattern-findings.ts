import type { LocalDay } from '@gymgenius/domain'
import type { PatternReport } from '@gymgenius/engine/report'

/** So many weeks are looked at for how often. */
const LOOKED_WEEKS = 4

/** Workouts a week with a pattern over the last four weeks of the calendar, that of `last` and the three before. */
export function workoutsAWeek({ weeks }: PatternReport, last: LocalDay): number {
  const workouts = weeks.filter(({ monday }) => last - monday < 7 * LOOKED_WEEKS).reduce((sum, { workouts }) => sum + workouts, 0)
  return workouts / LOOKED_WEEKS
}

export interface PatternFinding {
  readonly pattern: PatternReport['pattern']
  readonly index: number
}

/** The pattern that moved furthest from its first weeks, either way; undefined where none has an index. */
export function mostMoved(patterns: readonly PatternReport[]): PatternFinding | undefined {
  const known = patterns.flatMap(({ pattern, strength }) => {
    const last = strength.at(-1)
    return last === undefined ? [] : [{ pattern, index: last.index }]
  })
  return known.sort((a, b) => Math.abs(b.index - 100) - Math.abs(a.index - 100))[0]
}
