/** Numbers as printable text: digits of base 85, none of which a quoted string has to escape. */
export const BASE = 85
const FIRST = 40

/** Code of the character that stands for a digit; the backslash and the backtick are left out. */
export const codeOf = (digit: number) => digit + FIRST + (digit > 51 ? 1 : 0) + (digit > 54 ? 1 : 0)

export const digitOf = (code: number) => code - FIRST - (code > 92 ? 1 : 0) - (code > 96 ? 1 : 0)

/** Numbers of one range, each in as many digits as its precision asks for. */
export interface Field {
  readonly numbers: number
  readonly digits: number
  readonly low: number
  readonly high: number
}

/** Writes the numbers as character codes from `at` on; returns where it stopped. What is out of range goes to its end. */
export function writeField(field: Field, numbers: Float64Array, codes: number[], at: number): number {
  const steps = BASE ** field.digits - 1
  const scale = steps / (field.high - field.low)
  for (let i = 0; i < field.numbers; i++) {
    let level = Math.round(Math.max(0, Math.min(steps, (numbers[i]! - field.low) * scale)))
    for (let d = field.digits - 1; d >= 0; d--) {
      const rest = Math.floor(level / BASE)
      codes[at + d] = codeOf(level - rest * BASE)
      level = rest
    }
    at += field.digits
  }
  return at
}

export function readField(field: Field, text: string, at: number, into: Float64Array): number {
  const step = (field.high - field.low) / (BASE ** field.digits - 1)
  for (let i = 0; i < field.numbers; i++) {
    let level = 0
    for (let d = 0; d < field.digits; d++) level = level * BASE + digitOf(text.charCodeAt(at++))
    into[i] = field.low + level * step
  }
  return at
}
