import { dateFormat } from '../../../ui/formats.ts'
import { locale } from '../../../ui/locale.ts'

/** 5 January 1970 was a Monday. */
const MONDAY = 4 * 86_400_000

/** The days of a week as they are called here, Monday first. */
export const weekdayNames = () =>
  Array.from({ length: 7 }, (_, day) => {
    const at = MONDAY + day * 86_400_000
    const named = (weekday: 'short' | 'long') => dateFormat(locale(), { weekday, timeZone: 'UTC' }).format(at)
    return { short: named('short'), long: named('long') }
  })
