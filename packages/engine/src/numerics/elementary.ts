/**
 * The exponential and the logarithm in + − × ÷ only. A platform's own may differ in the last bit from another's, and an
 * answer has to be the same byte for byte on server, worker and phone.
 */

/** ln 2 in two parts: the first has its low 32 bits clear, so that k · LN2_HIGH is exact for every exponent k. */
const LN2_HIGH = 0.69314718036912381649
const LN2_LOW = 1.90821492927058770002e-10

const LARGEST_EXPONENT = 1023
const SMALLEST_NORMAL_EXPONENT = -1022
const double = new Float64Array(1)
const words = new Uint32Array(double.buffer)
const HIGH = highWord()
/** 2ᵏ at k + 1023, for −1022 ≤ k ≤ 1023: the exponent of a number whose other bits are 0. */
const powersOfTwo = new Float64Array(2 * LARGEST_EXPONENT + 1).map((_, biased) => {
  words[HIGH] = biased << 20
  return double[0]!
})

/**
 * eˣ.
 *
 *     x = k ln 2 + r, |r| ≤ ½ ln 2;   eˣ = 2ᵏ Σ rⁿ/n!, n ≤ 13
 *
 * Units    dimensionless.
 * Valid    every x; 0 below −745.14 and Infinity above 709.79. Within 2 units in the last place of the true value.
 * Source   Muller (2016), Elementary Functions, 3rd ed., ch. 11 (additive range reduction).
 */
export function exp(x: number): number {
  if (x > 709.79) return Number.POSITIVE_INFINITY
  if (x < -745.14) return 0
  if (x !== x) return x
  const k = Math.round(x * Math.LOG2E)
  const r = x - k * LN2_HIGH - k * LN2_LOW
  // 1/2!, 1/3!, … 1/13!, the even and the odd terms apart, so that the processor works on both at once.
  const r2 = r * r
  const even = 1 / 2 + r2 * (1 / 24 + r2 * (1 / 720 + r2 * (1 / 40320 + r2 * (1 / 3628800 + r2 * (1 / 479001600)))))
  const odd = 1 / 6 + r2 * (1 / 120 + r2 * (1 / 5040 + r2 * (1 / 362880 + r2 * (1 / 39916800 + r2 * (1 / 6227020800)))))
  const sum = 1 + (r + r2 * (even + r * odd))
  return k === 1024 ? sum * 2 * powerOfTwo(LARGEST_EXPONENT) : scaled(sum, k)
}

/**
 * The natural logarithm.
 *
 *     x = 2ᵏ m, √½ ≤ m < √2, s = (m − 1)/(m + 1);   ln x = k ln 2 + 2 Σ s²ⁿ⁺¹/(2n + 1), n ≤ 11
 *
 * Units    dimensionless.
 * Valid    x ≥ 0, −Infinity at 0; NaN below. Within 2 units in the last place of the true value.
 * Source   Muller (2016), Elementary Functions, 3rd ed., ch. 11; the series is Gregory's.
 */
export function log(x: number): number {
  // Numbers of everyday size: counting the zeros before a whole number is quicker than looking at the bits in memory.
  if (x >= 1 && x < 2_147_483_648) {
    const zeros = Math.clz32(x | 0)
    return logOfParts(31 - zeros, x * powerOfTwo(zeros - 31))
  }
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
  if (x === Number.POSITIVE_INFINITY) return x
  if (x < powerOfTwo(SMALLEST_NORMAL_EXPONENT)) return log(x * powerOfTwo(54)) - 54 * (LN2_HIGH + LN2_LOW)
  double[0] = x
  const high = words[HIGH]!
  words[HIGH] = (high & 0xfffff) | 0x3ff00000
  return logOfParts((high >>> 20) - 1023, double[0])
}

/** ln(2ᵏ m) for 1 ≤ m < 2. */
function logOfParts(k: number, m: number): number {
  if (m >= Math.SQRT2) {
    m *= 0.5
    k += 1
  }
  const f = m - 1
  const s = f / (2 + f)
  const s2 = s * s
  // The even and the odd terms apart, so that the processor works on both at once.
  const s4 = s2 * s2
  const odd = 1 / 3 + s4 * (1 / 7 + s4 * (1 / 11 + s4 * (1 / 15 + s4 * (1 / 19 + s4 * (1 / 23)))))
  const even = 1 / 5 + s4 * (1 / 9 + s4 * (1 / 13 + s4 * (1 / 17 + s4 * (1 / 21))))
  const tail = s2 * (odd + s2 * even)
  // 2s = f − s f, which keeps the digits that 2s alone would round away.
  return k * LN2_HIGH + (f - (s * f - 2 * s * tail - k * LN2_LOW))
}

/** x to the power y, for x > 0. Relative error grows with |y ln x|: about that many units in the last place. */
export const pow = (x: number, y: number) => exp(y * log(x))

/** ln(1 + x) without losing a small x. Source: Higham (2002), Accuracy and Stability, 2nd ed., §1.14.1. */
export function log1p(x: number): number {
  const u = 1 + x
  return u === 1 ? x : (log(u) * x) / (u - 1)
}

/** 1/(1 + e⁻ˣ), which rises from 0 to 1. */
export const logistic = (x: number) => (x >= 0 ? 1 / (1 + exp(-x)) : 1 - 1 / (1 + exp(x)))

function highWord(): 0 | 1 {
  double[0] = 1
  return words[1] === 0 ? 0 : 1
}

function powerOfTwo(k: number) {
  return powersOfTwo[k + LARGEST_EXPONENT]!
}

/** Below the smallest normal number 2ᵏ has few bits: two exact steps and one rounding. */
function scaled(sum: number, k: number) {
  return k >= -1021 ? sum * powerOfTwo(k) : sum * powerOfTwo(k + 60) * powerOfTwo(-60)
}
