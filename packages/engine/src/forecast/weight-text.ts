import { BASE, codeOf, digitOf } from './digits.ts'
import { PARAMETERS, type WeightRow, weightRows } from './gate-shape.ts'

/**
 * Weights as printable text: each row's scale, then every weight as a whole number of steps, in one character or two. The
 * coarser the steps the fewer the different characters and the smaller the compressed text: about four bits a weight.
 */
const STEPS = { coarse: 12, middle: 42, fine: 3612 } as const
const LARGEST = 32

export function weightText(parameters: Float64Array): string {
  let text = ''
  for (const { from, length, grain } of weightRows()) {
    const row = parameters.subarray(from, from + length)
    const scale = upScaled(row.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3))
    text += shareText(scale / LARGEST, 'fine')
    for (const value of row) text += shareText(value / scale, grain)
  }
  return text
}

export function weightsOf(text: string): Float64Array {
  const parameters = new Float64Array(PARAMETERS)
  let at = 0
  const digit = () => digitOf(text.charCodeAt(at++))
  const share = (grain: WeightRow['grain']) => {
    const steps = STEPS[grain]
    return ((grain === 'fine' ? digit() * BASE + digit() : digit()) - steps) / steps
  }
  for (const { from, length, grain } of weightRows()) {
    const scale = share('fine') * LARGEST
    for (let i = from; i < from + length; i++) parameters[i] = share(grain) * scale
  }
  return parameters
}

/** The next scale above that the text can say, so that no weight of the row is out of range. */
const upScaled = (scale: number) => (Math.ceil((scale / LARGEST) * STEPS.fine) / STEPS.fine) * LARGEST

function shareText(share: number, grain: WeightRow['grain']) {
  const level = Math.round(share * STEPS[grain]) + STEPS[grain]
  return grain === 'fine' ? letter(Math.floor(level / BASE)) + letter(level % BASE) : letter(level)
}

const letter = (digit: number) => String.fromCharCode(codeOf(digit))
