import { BASE, codeOf, digitOf } from './digits.ts'
import { PARAMETERS, weightRows } from './gate-shape.ts'

/**
 * Weights as printable text: one character a weight, in steps of 1/42 of its row's largest; two characters a number that
 * must be finer. Compresses to about five bits a weight.
 */
const LEVELS = 42
const FINE_LEVELS = 3612
const LARGEST = 32

export function weightText(parameters: Float64Array): string {
  let text = ''
  for (const { from, length, isFine } of weightRows()) {
    const row = parameters.subarray(from, from + length)
    const scale = upScaled(row.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3))
    text += fineText(scale / LARGEST)
    for (const value of row) text += isFine ? fineText(value / scale) : digit(Math.round((value / scale) * LEVELS) + LEVELS)
  }
  return text
}

export function weightsOf(text: string): Float64Array {
  const parameters = new Float64Array(PARAMETERS)
  let at = 0
  const coarse = () => digitOf(text.charCodeAt(at++))
  const fine = () => coarse() * BASE + coarse() - FINE_LEVELS
  for (const { from, length, isFine } of weightRows()) {
    const scale = (fine() / FINE_LEVELS) * LARGEST
    for (let i = from; i < from + length; i++)
      parameters[i] = isFine ? (fine() / FINE_LEVELS) * scale : ((coarse() - LEVELS) / LEVELS) * scale
  }
  return parameters
}

/** The next scale above that the text can say, so that no weight of the row is out of range. */
const upScaled = (scale: number) => (Math.ceil((scale / LARGEST) * FINE_LEVELS) / FINE_LEVELS) * LARGEST

function fineText(share: number) {
  const level = Math.round(share * FINE_LEVELS) + FINE_LEVELS
  return digit(Math.floor(level / BASE)) + digit(level % BASE)
}

const digit = (value: number) => String.fromCharCode(codeOf(value))
