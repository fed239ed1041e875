import { DAY_MS, type LocalDay } from '@gymgenius/domain'
import { dateFormat, numberFormat } from '../../ui/formats.ts'
import { locale } from '../../ui/locale.ts'
import { words } from './text-words.ts'

/** Numbers and days of the report as text. */

export const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`

export const repsText = (reps: number) => numberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(reps)

export const setsText = (sets: number) => numberFormat(locale(), { maximumFractionDigits: sets < 10 ? 1 : 0 }).format(sets)

export const wholeText = (value: number) => numberFormat(locale(), { maximumFractionDigits: 0 }).format(value)

/** 3 May 2024. A local day is a date, so it is written as UTC has it. */
export const dayText = (day: LocalDay) =>
  dateFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(day * DAY_MS)

export const monthText = (day: LocalDay) => dateFormat(locale(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(day * DAY_MS)

const DAYS_A_YEAR = 365.25

/** The time from one day to another as people say it: this week, these five months, these 3 years. */
export function spanText(first: LocalDay, last: LocalDay): string {
  const days = last - first + 1
  if (days < 60) return words.these.weeks(Math.max(1, Math.round(days / 7)))
  if (days < 1.75 * DAYS_A_YEAR) return words.these.months(Math.round(days / (DAYS_A_YEAR / 12)))
  return words.these.years(Math.round(days / DAYS_A_YEAR))
}
