import type { Rng } from '@gymgenius/domain'

/** How long to wait after so many failures in a row: doubling to five minutes, and never all phones at once. */
export function backoffMs(failures: number, rng: Rng) {
  return Math.min(1000 * 2 ** failures, 300_000) * (0.5 + rng())
}
