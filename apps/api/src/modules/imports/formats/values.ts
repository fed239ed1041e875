/** What one cell says, read without knowing the row around it. */

const SPACES = /[\s\u00a0\u202f\u2007\u2009]+/g

export const tidy = (text: string) => text.replace(SPACES, ' ').trim()

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:\.\d{3})+,\d+)(?:[eE][+-]?\d{1,4})?$/

/** undefined: the cell is empty. NaN: it holds something that is no number. A lone comma is a decimal comma. */
export function numberIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const trimmed = text.replace(SPACES, '').replace(/^[−–]/, '-')
  if (trimmed === '') return undefined
  if (!NUMBER.test(trimmed)) return Number.NaN
  const decimal = Math.max(trimmed.lastIndexOf('.'), trimmed.lastIndexOf(','))
  if (decimal < 0) return Number(trimmed)
  return Number(`${trimmed.slice(0, decimal).replace(/[.,]/g, '')}.${trimmed.slice(decimal + 1)}`)
}

/** Hours, minutes and seconds as the languages of the apps abbreviate them; CJK apps write them without spaces. */
const SPAN = /(\d+(?:[.,]\d+)?)\s*(小时|小時|時間|시간|分钟|分鐘|分|분|秒|초|[\p{L}]+)?\.?/gu
const HOURS =
  /^(?:h|hr|hrs|hour|hours|std|stunden?|heures?|horas?|hora|ore|ora|uur|u|godz|g|t|tim|timer|timmar|ч|час|часа|часов|sa|saat|小时|小時|時間|시간)$/u
const SECONDS = /^(?:s|sec|secs|seconds?|sek|sekunden?|seg|segundos?|secondi|secondes?|sn|с|сек|秒|초)$/u
const CLOCK = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/

/** Seconds in `1h 5m`, `55s`, `1小时13分钟`, `1:05:00` or a bare number of seconds; undefined when it says nothing readable. */
export function spanIn(text: string | undefined): number | undefined {
  const said = tidy(text ?? '').toLowerCase()
  if (said === '') return undefined
  const clock = CLOCK.exec(said)
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)
  const parts = [...said.matchAll(SPAN)]
  if (parts.length === 0) return undefined
  return parts.reduce((sum, [, count, unit]) => sum + Number(count!.replace(',', '.')) * secondsPer(unit), 0)
}

function secondsPer(unit: string | undefined): number {
  if (unit === undefined) return 1
  if (HOURS.test(unit)) return 3600
  return SECONDS.test(unit) ? 1 : 60
}
