import { DAY_MS, type LocalDay } from '@gymgenius/domain'

/** Numbers and days of the report as text. */

export const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`

export const repsText = (reps: number) =>
  new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(reps)

export const setsText = (sets: number) => new Intl.NumberFormat(undefined, { maximumFractionDigits: sets < 10 ? 1 : 0 }).format(sets)

export const wholeText = (value: number) => new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 }).format(value)

export const count = (value: number, one: string, many: string) => `${wholeText(value)} ${value === 1 ? one : many}`

/** 3 May 2024. A local day is a date, so it is written as UTC has it. */
export const dayText = (day: LocalDay) =>
  new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(day * DAY_MS)

export const monthText = (day: LocalDay) =>
  new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(day * DAY_MS)

const DAYS_A_YEAR = 365.25

/** The time from one day to another as people say it: this week, these five months, these 3 years. */
export function spanText(first: LocalDay, last: LocalDay): string {
  const days = last - first + 1
  if (days < 60) return these(Math.max(1, Math.round(days / 7)), 'week', 'weeks')
  if (days < 1.75 * DAYS_A_YEAR) return these(Math.round(days / (DAYS_A_YEAR / 12)), 'month', 'months')
  return these(Math.round(days / DAYS_A_YEAR), 'year', 'years')
}

const these = (value: number, one: string, many: string) => (value === 1 ? `this ${one}` : `these ${value} ${many}`)
