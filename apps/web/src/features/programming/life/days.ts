import { timeNow } from '../../../lib/clock.ts'
import { localInput } from '../../../lib/dates.ts'
import { dateFormat } from '../../../ui/formats.ts'
import { locale } from '../../../ui/locale.ts'

/** `Wed, 4 Mar`. At noon it is the same day wherever the lifter is. */
export const dayOfPlanText = (day: string): string =>
  dateFormat(locale(), { weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(`${day}T12:00`))

/** The day it is where the lifter is, as the calendar writes it. */
export const todayIso = (): string => localInput(timeNow()).slice(0, 10)
