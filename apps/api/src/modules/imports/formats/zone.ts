import { DAY_MS, type Instant, MINUTE_MS } from '@gymgenius/domain'
import type { WallTime } from './dates.ts'

/**
 * Turns what a wall clock showed in one time zone into a point in time.
 *
 *     t = wall − offset(t)      solved with the offsets a day before and a day after
 *
 * Where the clock went back and showed an hour twice, the first of the two; where it went forward and left an hour
 * out, as many minutes later as were left out (the reading called "compatible" in ECMA-262 Temporal).
 */
export function wallClockOf(timeZone: string): (time: WallTime) => Instant {
  const offsetAt = offsetsOf(timeZone)
  return (time) => {
    const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, 0, Math.round(time.second * 1000))
    if (time.offsetMinutes !== undefined) return (wall - time.offsetMinutes * MINUTE_MS) as Instant
    const before = offsetAt(wall - DAY_MS)
    const after = offsetAt(wall + DAY_MS)
    if (before === after || offsetAt(wall - before) === before) return (wall - before) as Instant
    return (offsetAt(wall - after) === after ? wall - after : wall - before) as Instant
  }
}

/** Milliseconds that a zone is ahead of UTC at a point in time. */
function offsetsOf(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const known = new Map<number, number>()
  return (at) => {
    const quarter = Math.floor(at / (15 * MINUTE_MS)) // zones change at quarter hours
    const seen = known.get(quarter)
    if (seen !== undefined) return seen
    const start = quarter * 15 * MINUTE_MS
    const part: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(start)) part[type] = Number(value)
    const shown = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second'])
    known.set(quarter, shown - start)
    return shown - start
  }
}
