import { log } from './elementary.ts'

/** Ratios of polynomials, lowest power first: near the middle, in the shoulders, and in the far tails. */
const MIDDLE: Ratio = {
  over: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813,
    2509.0809287301227,
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
    5226.495278852854,
  ],
}
const SHOULDER: Ratio = {
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
    0.022723844989269184, 0.0007745450142783414,
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345,
    1.0507500716444169e-9,
  ],
}
const TAIL: Ratio = {
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
    2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  under: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7,
    2.0442631033899397e-15,
  ],
}

interface Ratio {
  readonly over: readonly number[]
  readonly under: readonly number[]
}

/**
 * The standard normal quantile: x with Φ(x) = p.
 *
 *     |p − ½| ≤ 0.425:  x = (p − ½) · A(0.180625 − (p − ½)²);   else, with r = √(−ln min(p, 1 − p)),  ±B(r − 1.6) or ±C(r − 5)
 *
 * Units    dimensionless.
 * Valid    0 < p < 1, relative error about 1e-15; ∓Infinity at 0 and 1.
 * Source   Wichura (1988), Algorithm AS 241, Applied Statistics 37(3), 477–484 (PPND16).
 */
export function normalQuantile(p: number): number {
  const fromMiddle = p - 0.5
  if (Math.abs(fromMiddle) <= 0.425) return fromMiddle * ratio(MIDDLE, 0.180625 - fromMiddle * fromMiddle)
  const r = Math.sqrt(-log(fromMiddle < 0 ? p : 1 - p))
  if (r === Number.POSITIVE_INFINITY) return fromMiddle < 0 ? -r : r
  const x = r <= 5 ? ratio(SHOULDER, r - 1.6) : ratio(TAIL, r - 5)
  return fromMiddle < 0 ? -x : x
}

function ratio({ over, under }: Ratio, x: number): number {
  return polynomial(over, x) / polynomial(under, x)
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!
  return sum
}
