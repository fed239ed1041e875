/**
 * The standard normal distribution function Φ(x).
 *
 *     Φ(x) = 1 − ½ (1 + d₁x + … + d₆x⁶)⁻¹⁶  for x ≥ 0,   Φ(−x) = 1 − Φ(x)
 *
 * Units    dimensionless.
 * Valid    every x; absolute error below 1.5e-7. Only + × ÷, so the last bit is the same on every machine.
 * Source   Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.2.19 (Hastings 1955).
 */
export function normalCdf(x: number): number {
  const z = x < 0 ? -x : x
  const d = 1 + z * (0.049867347 + z * (0.0211410061 + z * (0.0032776263 + z * (0.0000380036 + z * (0.0000488906 + z * 0.000005383)))))
  const d2 = d * d
  const d4 = d2 * d2
  const d8 = d4 * d4
  const upper = 0.5 / (d8 * d8)
  return x < 0 ? upper : 1 - upper
}
