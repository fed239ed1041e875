declare const kind: unique symbol

/** Milliseconds since 1970 UTC. A number, so that data means the same before and after JSON. */
export type Instant = number & { readonly [kind]: 'instant' }

export const instant = (date: Date) => date.getTime() as Instant
export const instantOf = (iso: string) => Date.parse(iso) as Instant
export const dateOf = (at: Instant) => new Date(at)
export const isoOf = (at: Instant) => new Date(at).toISOString()

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000

export const minutesAfter = (at: Instant, minutes: number) => (at + minutes * MINUTE_MS) as Instant
export const daysBefore = (at: Instant, days: number) => (at - days * DAY_MS) as Instant

/** Days since 1 January 1970 where the lifter is. A number, so that weeks and years are sums. */
export type LocalDay = number & { readonly [kind]: 'local day' }

/** Every zone there is differs from UTC by whole quarters of an hour, so one quarter has one date. */
const QUARTER_MS = 15 * MINUTE_MS

/** The lifter's day at an instant. Asking the calendar is slow, so each quarter of an hour asks once. */
export function localDays(timeZone: string): (at: Instant) => LocalDay {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const known = new Map<number, LocalDay>()
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS)
    const day = known.get(quarter) ?? ((Date.parse(format.format(at)) / DAY_MS) as LocalDay)
    known.set(quarter, day)
    return day
  }
}

export const yearOfDay = (day: LocalDay) => new Date(day * DAY_MS).getUTCFullYear()
/** `2026-03-02` */
export const isoOfDay = (day: LocalDay) => new Date(day * DAY_MS).toISOString().slice(0, 10)
/** The day that `2026-03-02` names. */
export const localDayOf = (day: string) => (Date.parse(`${day}T00:00:00Z`) / DAY_MS) as LocalDay
/** The Monday of its week; 1 January 1970 was a Thursday. */
export const mondayOf = (day: LocalDay) => (day - ((((day + 3) % 7) + 7) % 7)) as LocalDay
