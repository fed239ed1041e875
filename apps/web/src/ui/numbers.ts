import { numberFormat } from './formats.ts'
import { locale } from './locale.ts'

/** Reads a number as people type it: `62,5`, ` 62.5 `. Undefined when it is none. */
export function parseNumber(text: string): number | undefined {
  const typed = text.trim()
  const sign = decimalSign()
  // 1.250 is a quarter more than a ton in German and a quarter more than one in English: nothing is guessed.
  if (new RegExp(`^[1-9]\\d{0,2}[${sign === ',' ? '.' : ','}]\\d{3}$`).test(typed)) return undefined
  const cleaned = typed.replace(',', '.')
  if (!/^\d+(\.\d*)?$|^\.\d+$/.test(cleaned)) return undefined
  return Number(cleaned)
}

/** A number with at most `digits` decimals, none of them an idle zero, in the reader's own notation. */
export const formatNumber = (value: number, digits = 2) => numberFormat(locale(), { maximumFractionDigits: digits }).format(value)

/** A plain number for an input: never grouped, with the reader's own sign before the decimals. */
export const inputNumber = (value: number, digits = 2) =>
  String(Math.round(value * 10 ** digits) / 10 ** digits).replace('.', decimalSign())

const decimalSign = () => (numberFormat(locale()).format(0.5).includes(',') ? ',' : '.')

/** A whole number from 0 to `most`; undefined when it is none. */
export function wholeIn(text: string, most: number): number | undefined {
  const value = parseNumber(text)
  return value !== undefined && Number.isInteger(value) ? inRange(value, most) : undefined
}

export const inRange = <N extends number>(value: N | undefined, most: number): N | undefined =>
  value !== undefined && value <= most ? value : undefined
