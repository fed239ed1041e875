import { DAY_MS } from '@gymgenius/domain'
import { dateText } from '../../lib/dates.ts'
import { locale } from '../../ui/locale.ts'

const WEEK_MS = 7 * DAY_MS

/** From when until when a chart of these days reaches. Never less than a week: of less, the chart would mark hours, each with the same day. */
export function shownTime(days: readonly number[]): readonly [start: number, end: number] {
  const [first, last] = [days[0]!, days.at(-1)!]
  const aside = Math.max(0, WEEK_MS - (last - first)) / 2
  return [first - aside, last + aside]
}

/** A day as this reader writes it, never as another country does; a month where the axis spans seasons, with the whole year: `Nov 26` could be a day. */
export function axisDay(at: number, spanMs: number): string {
  if (spanMs < 200 * DAY_MS) return dateText(at, false)
  return new Intl.DateTimeFormat(locale(), { month: 'short', year: 'numeric' }).format(at)
}
