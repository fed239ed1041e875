import { PARAMETERS, weightRows } from './gate-shape.ts'

/**
 * Weights as printable text: one character a weight, in steps of 1/42 of its row's largest; two characters a number that
 * must be finer. Compresses to about five bits a weight.
 */
const LEVELS = 42
const FINE_LEVELS = 3612
const LARGEST = 32
const ALPHABET = alphabet()

export function weightText(parameters: Float64Array): string {
  let text = ''
  for (const { from, length, isFine } of weightRows()) {
    const row = parameters.subarray(from, from + length)
    const scale = upScaled(row.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3))
    text += fineText(scale / LARGEST)
    for (const value of row) text += isFine ? fineText(value / scale) : ALPHABET[Math.round((value / scale) * LEVELS) + LEVELS]
  }
  return text
}

export function weightsOf(text: string): Float64Array {
  const parameters = new Float64Array(PARAMETERS)
  let at = 0
  const coarse = () => valueOf(text.charCodeAt(at++))
  const fine = () => coarse() * (2 * LEVELS + 1) + coarse() - FINE_LEVELS
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
  const base = 2 * LEVELS + 1
  return `${ALPHABET[Math.floor(level / base)]}${ALPHABET[level % base]}`
}

/** Printable, and nothing that a quoted string has to escape. */
function alphabet() {
  let characters = ''
  for (let code = 40; characters.length < 2 * LEVELS + 1; code++) if (code !== 92 && code !== 96) characters += String.fromCharCode(code)
  return characters
}

function valueOf(code: number) {
  return code - 40 - (code > 92 ? 1 : 0) - (code > 96 ? 1 : 0)
}
