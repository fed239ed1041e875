import type { Rng } from '@gymgenius/domain'
import { log } from '../numerics/elementary.ts'

/**
 * Standard normal draws from uniform ones.
 *
 *     (u, v) uniform in the unit disc, s = u² + v²;   u √(−2 ln s / s) and v √(−2 ln s / s) are independent normals
 *
 * Units    dimensionless.
 * Valid    any Rng; the same stream gives the same draws on every machine.
 * Source   Marsaglia & Bray (1964), SIAM Review 6(3), 260–264.
 */
export function standardNormals(rng: Rng): () => number {
  let spare: number | undefined
  return () => {
    if (spare !== undefined) {
      const kept = spare
      spare = undefined
      return kept
    }
    for (;;) {
      const u = 2 * rng() - 1
      const v = 2 * rng() - 1
      const s = u * u + v * v
      if (s >= 1 || s === 0) continue
      const radius = Math.sqrt((-2 * log(s)) / s)
      spare = v * radius
      return u * radius
    }
  }
}
