import { kg, type Kilograms } from '@gymgenius/domain'

/** How a bar is loaded. */
export interface PlateLoading {
  /** Plates on each side, heaviest first, innermost first. */
  readonly perSide: readonly Kilograms[]
  /** What these plates cannot reach, kg over both sides; 0 when the load is met. */
  readonly missing: Kilograms
}

/** Hundredths of a gram: far below any plate, far above floating error in pounds. */
const SLACK = 1e-5

/**
 * Plates for each side of a bar: the heaviest that still fits, again and again; any number of each plate.
 *
 *     load = bar + 2 · Σ plates + missing
 *
 * Units    kg.
 * Valid    plates whose sizes divide each other (as sold: 25, 20, 15, 10, 5, 2.5, 1.25 kg and the pound set): there the
 *          greedy choice uses the fewest plates and misses nothing that can be reached, save what the smallest plate leaves.
 */
export function platesFor(load: Kilograms, bar: Kilograms, plates: readonly Kilograms[]): PlateLoading {
  let left = Math.max(0, (load - bar) / 2)
  const perSide: Kilograms[] = []
  for (const plate of plates.filter((size) => size > SLACK).toSorted((a, b) => b - a)) {
    const count = Math.floor((left + SLACK) / plate)
    for (let i = 0; i < count; i++) perSide.push(plate)
    left = Math.max(0, left - count * plate)
  }
  return { perSide, missing: kg(left < SLACK ? 0 : 2 * left) }
}
