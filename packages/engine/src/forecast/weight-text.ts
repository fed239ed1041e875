import { BASE, codeOf, digitOf } from './digits.ts'
import { PARAMETERS, type WeightRow, weightRows } from './gate-shape.ts'

/**
 * Weights as printable text: each row's scale, then every weight as a whole number of steps. The steps are written by range
 * coding (Martin 1979), which learns as it goes how often each number comes: four bits a weight, where one character each
 * would take six when compressed.
 */
const STEPS = { coarse: 12, middle: 42, fine: 3612 } as const
const LARGEST = 32
/** How much more often a number is expected after it was seen once. */
const LEARNED = 8
/** The range is widened by a digit while it is less, and stays a whole number that a double holds. */
const WIDE = 2 ** 36

/** How often each number came, by what is written. A fine number is written as two digits. */
const emptyCounts = () => ({
  coarse: countsOf(2 * STEPS.coarse + 1),
  middle: countsOf(2 * STEPS.middle + 1),
  high: countsOf(BASE),
  low: countsOf(BASE),
})
const countsOf = (numbers: number) => Array.from({ length: numbers }, () => 1)

function sumOf(counts: readonly number[]) {
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += counts[i]!
  return sum
}

export function weightsOf(text: string): Float64Array {
  const parameters = new Float64Array(PARAMETERS)
  const counts = emptyCounts()
  let at = 0
  let range = 1
  let place = 0
  const next = (of: number[]) => {
    for (; range < WIDE; range *= BASE) place = place * BASE + digitOf(text.charCodeAt(at++))
    const part = Math.floor(range / sumOf(of))
    let number = 0
    for (; place >= of[number]! * part; number++) place -= of[number]! * part
    range = of[number]! * part
    of[number]! += LEARNED
    return number
  }
  const share = (grain: WeightRow['grain']) => {
    const steps = STEPS[grain]
    return ((grain === 'fine' ? next(counts.high) * BASE + next(counts.low) : next(counts[grain])) - steps) / steps
  }
  for (const { from, length, grain } of weightRows()) {
    const scale = share('fine') * LARGEST
    for (let i = from; i < from + length; i++) parameters[i] = share(grain) * scale
  }
  return parameters
}

export function weightText(parameters: Float64Array): string {
  const counts = emptyCounts()
  let low = 0n
  let range = 1
  let digits = 0
  const put = (of: number[], number: number) => {
    for (; range < WIDE; range *= BASE, digits++) low *= BigInt(BASE)
    const part = Math.floor(range / sumOf(of))
    for (let i = 0; i < number; i++) low += BigInt(of[i]! * part)
    range = of[number]! * part
    of[number]! += LEARNED
  }
  const putShare = (share: number, grain: WeightRow['grain']) => {
    const level = Math.round(share * STEPS[grain]) + STEPS[grain]
    if (grain !== 'fine') return put(counts[grain], level)
    put(counts.high, Math.floor(level / BASE))
    put(counts.low, level % BASE)
  }
  for (const { from, length, grain } of weightRows()) {
    const row = parameters.subarray(from, from + length)
    const scale = upScaled(row.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3))
    putShare(scale / LARGEST, 'fine')
    for (const value of row) putShare(value / scale, grain)
  }
  return digitsBetween(low, BigInt(range), digits)
}

/** The shortest text that stands for a number from `low` up to, but not with, `low + range`: noughts at its end are left out. */
function digitsBetween(low: bigint, range: bigint, digits: number): string {
  let unit = 1n
  let left = digits
  for (; unit * BigInt(BASE) <= range; left--) unit *= BigInt(BASE)
  let text = ''
  for (let value = (low + unit - 1n) / unit; left > 0; left--, value /= BigInt(BASE)) {
    text = String.fromCharCode(codeOf(Number(value % BigInt(BASE)))) + text
  }
  return text
}

/** The next scale above that the text can say, so that no weight of the row is out of range. */
const upScaled = (scale: number) => (Math.ceil((scale / LARGEST) * STEPS.fine) / STEPS.fine) * LARGEST
