import type { Instant } from './time.ts'
import type { Kilograms } from './units.ts'

export interface WeighedAt {
  readonly at: Instant
  readonly weight: Kilograms
}

/**
 * What the body weighed at a time: as it was weighed last before, so that a past set keeps the weight of its day. Before the first weighing
 * it is what was said without a date, else that first weight. `weighings` in the order of their times.
 */
export function bodyMassAt(weighings: readonly WeighedAt[], at: Instant, undated: Kilograms | null): Kilograms | null {
  let [low, high] = [0, weighings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (weighings[middle]!.at <= at) low = middle + 1
    else high = middle
  }
  return weighings[low - 1]?.weight ?? undated ?? weighings[0]?.weight ?? null
}
