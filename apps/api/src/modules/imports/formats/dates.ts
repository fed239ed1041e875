import { monthNamed } from './months.ts'
import { tidy } from './values.ts'

/** A date and time as a clock on the wall shows it; which wall is said elsewhere, unless `offsetMinutes` says it. */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  /** With its fraction, where there is one. */
  readonly second: number
  readonly offsetMinutes?: number
}

const TIME = /(\d{1,2})[:h](\d{2})(?:[:.](\d{2}))?(\.\d+)?/
/** Finns write 17.05; in 13.01.25 the dots are those of a date. */
const DOTTED_TIME = /(?<!\d\.)(\d{1,2})\.(?=\d\d\b(?!\.\d))(\d{2})(?:[:.](\d{2}))?(\.\d+)?/
const BEFORE_NOON = /(?:^|[\s\d,])(?:a\.?\s?m\.?)(?=$|[\s,])|上午|午前|오전|öö/iu
const AFTER_NOON = /(?:^|[\s\d,])(?:p\.?\s?m\.?)(?=$|[\s,])|下午|午後|오후|ös/iu
const ZONE = /(?:(Z)|([+-])(\d{2}):?(\d{2}))$/
const ISO_START = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[\sT,])/

/** A date that was read; `open` when its first two numbers could be day and month either way round. */
export type ReadDate =
  | {
      readonly kind: 'time'
      readonly time: WallTime
      /** What a date with a 13 in it says about its neighbours. */ readonly order?: 'dmy' | 'mdy'
    }
  | { readonly kind: 'open'; readonly first: number; readonly second: number; readonly rest: Omit<WallTime, 'month' | 'day'> }

/** Reads a date and time as any of the apps write it; undefined when it is none, or one that no calendar has. */
export function dateIn(text: string): ReadDate | undefined {
  let said = tidy(text)
  if (said.length > 60) return undefined
  const iso = ISO_START.exec(said)
  const zone = iso === null ? null : /\d[:]\d/.test(said) ? ZONE.exec(said) : null
  if (zone !== null) said = said.slice(0, zone.index).trim()
  const clock = clockIn(iso === null ? said : said.slice(iso[0].length))
  if (clock === undefined) return undefined
  const offset = zone === null ? {} : { offsetMinutes: offsetOf(zone) }
  if (iso !== null) return existing({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), ...clock.time, ...offset })
  return dayIn(clock.rest, { ...clock.time, ...offset })
}

/** Puts day and month in their places once the order of the file is known. */
export function settle(date: ReadDate, order: 'dmy' | 'mdy'): WallTime | undefined {
  if (date.kind === 'time') return date.time
  const [day, month] = order === 'dmy' ? [date.first, date.second] : [date.second, date.first]
  const found = existing({ ...date.rest, month, day })
  return found?.kind === 'time' ? found.time : undefined
}

type Clock = Pick<WallTime, 'hour' | 'minute' | 'second'>

function clockIn(text: string): { time: Clock; rest: string } | undefined {
  const match = TIME.exec(text) ?? DOTTED_TIME.exec(text)
  const rest = match === null ? text : `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
  if (match === null) return { time: { hour: 0, minute: 0, second: 0 }, rest }
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(`${match[3] ?? 0}${match[4] ?? ''}`)]
  const morning = BEFORE_NOON.test(rest)
  const evening = AFTER_NOON.test(rest)
  const hour24 = evening && hour < 12 ? hour + 12 : morning && hour === 12 ? 0 : hour
  if (hour24 > 23 || minute > 59 || second >= 60) return undefined
  return { time: { hour: hour24, minute, second }, rest: rest.replace(BEFORE_NOON, ' ').replace(AFTER_NOON, ' ') }
}

function dayIn(text: string, rest: Clock & { offsetMinutes?: number }): ReadDate | undefined {
  const east = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u.exec(text) ?? /(\d{4})\.\s*(\d{1,2})\.\s*(\d{1,2})/.exec(text)
  if (east !== null) return existing({ year: Number(east[1]), month: Number(east[2]), day: Number(east[3]), ...rest })
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => digits)
  const month = [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].map(([word]) => monthNamed(word)).find((found) => found !== undefined)
  if (month !== undefined) {
    const year = numbers.find((digits) => digits.length === 4)
    const day = numbers.find((digits) => digits.length <= 2)
    return year === undefined || day === undefined ? undefined : existing({ year: Number(year), month, day: Number(day), ...rest })
  }
  if (numbers.length !== 3 || /\p{L}{3,}/u.test(text)) return undefined
  const [first, second, said] = numbers.map(Number) as [number, number, number]
  const year = numbers[2]!.length === 2 ? said + 2000 : said // 09/01/25
  if (year < 1000 || numbers[2]!.length > 4 || first < 1 || second < 1 || (first > 12 && second > 12)) return undefined
  const parts = { year, ...rest }
  if (first > 12 || /\d\.\s?\d/.test(text)) return existing({ ...parts, day: first, month: second }, 'dmy') // dots are day first everywhere
  if (second > 12) return existing({ ...parts, day: second, month: first }, 'mdy')
  return { kind: 'open', first, second, rest: parts }
}

function existing(time: WallTime, order?: 'dmy' | 'mdy'): ReadDate | undefined {
  const { year, month, day } = time
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? { kind: 'time', time, ...(order === undefined ? {} : { order }) } : undefined
}

function offsetOf([, z, sign, hours, minutes]: RegExpExecArray): number {
  return z === 'Z' ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
