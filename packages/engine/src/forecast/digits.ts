/** Numbers as printable text: digits of base 85, none of which a quoted string has to escape. */
export const BASE = 85
const FIRST = 40

/** Code of the character that stands for a digit; the backslash and the backtick are left out. */
export const codeOf = (digit: number) => codes[digit]!
const codes = Uint8Array.from({ length: BASE }, (_, digit) => digit + FIRST + (digit > 51 ? 1 : 0) + (digit > 54 ? 1 : 0))

export const digitOf = (code: number) => digits[code & 127]!
const digits = new Uint8Array(128)
for (let digit = 0; digit < BASE; digit++) digits[codes[digit]!] = digit

/** Numbers of one range, each in as many digits as its precision asks for. */
export interface Field {
  readonly numbers: number
  readonly digits: number
  readonly low: number
  readonly high: number
}

/**
 * Writes the numbers as character codes from `at` on, and leaves them as they will be read again; returns where it stopped.
 * What is out of range goes to its end.
 */
export function writeField(field: Field, numbers: Float64Array, codes: number[], at: number): number {
  const { digits, low } = field
  const steps = BASE ** digits - 1
  const scale = steps / (field.high - low)
  const step = (field.high - low) / steps
  for (let i = 0; i < field.numbers; i++) {
    let level = Math.round(Math.max(0, Math.min(steps, (numbers[i]! - low) * scale))) | 0
    numbers[i] = low + level * step
    for (let d = at + digits - 1; d >= at; d--) {
      const rest = (level / BASE) | 0
      codes[d] = codeOf(level - rest * BASE)
      level = rest
    }
    at += digits
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
