import { dateFormat } from '../ui/formats.ts'
import { locale } from '../ui/locale.ts'
import { words } from './words.ts'

const DAY_MS = 86_400_000

const dayStart = (at: number) => {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

/** A day as people say it: today, yesterday, a weekday within the week, else the date. */
export function dayText(at: number, now: number): string {
  const days = Math.round((dayStart(now) - dayStart(at)) / DAY_MS)
  if (days === 0) return words.today
  if (days === 1) return words.yesterday
  if (days > 1 && days < 7) return dateFormat(locale(), { weekday: 'long' }).format(at)
  return dateText(at, new Date(at).getFullYear() !== new Date(now).getFullYear())
}

/** 3 May, or 3 May 2024 with the year. */
export const dateText = (at: number, withYear = true) =>
  dateFormat(locale(), { day: 'numeric', month: 'short', ...(withYear && { year: 'numeric' }) }).format(at)

export const monthText = (at: number) => dateFormat(locale(), { month: 'long', year: 'numeric' }).format(at)

export const timeText = (at: number) => dateFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(at)

/** 1 h 05 min, 48 min. */
export function lengthText(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000))
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}

/** What stands in an `<input type="datetime-local">` for an instant, and back. */
export function localInput(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}
const two = (value: number) => String(value).padStart(2, '0')

export const instantOfLocalInput = (text: string) => new Date(text).getTime()
