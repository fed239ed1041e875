/**
 * The tenth root of x by Newton's iteration, in + × ÷ only: `Math.pow` may differ in its last bit between machines.
 *
 *     y ← (9y + x / y⁹) / 10,  from y = 1 + (x − 1)/10 (Bernoulli: never below the root), until it stops falling
 *
 * Units    dimensionless.
 * Valid    1 ≤ x ≤ 1e6.
 * Source   Press et al. (2007), Numerical Recipes, 3rd ed., §9.4.
 */
export function tenthRoot(x: number): number {
  let y = 1 + (x - 1) / 10
  for (let i = 0; i < 200; i++) {
    const y3 = y * y * y
    const next = (9 * y + x / (y3 * y3 * y3)) / 10
    if (next >= y) return y
    y = next
  }
  return y
}
