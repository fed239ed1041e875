import type { GymPlates, Kilograms, LoadUnit } from '@gymgenius/domain'
import { type Mass, massOf } from './mass.ts'

/** A size of plate, and how many of it can go on one side. */
export interface PlateSize {
  readonly kg: Kilograms
  readonly unit: LoadUnit
  readonly mass: Mass
  readonly most: number
}

/** What can be put on one side. Index 0 is nothing; masses rise. */
export interface SideSums {
  /** Heaviest first. */
  readonly sizes: readonly PlateSize[]
  readonly masses: readonly Mass[]
  /** Plates of each size for each sum, by the way that takes the fewest plates. */
  readonly counts: readonly Uint8Array[]
}

/** A sleeve holds no more. */
export const MOST_PLATES_A_SIDE = 20
/** Beyond this many sums, plates of more sizes than anyone owns are left out, the lightest first. */
const MOST_SUMS = 20_000

/** Sizes for one side of something loaded on `sides`, of which `together` are loaded alike. Two items of one size are one. */
export function sizesFor(plates: readonly GymPlates[], sides: 1 | 2, together: number): PlateSize[] {
  const sizes = new Map<Mass, PlateSize>()
  for (const { weightKg, unit, pairs } of plates) {
    const mass = massOf(weightKg, unit)
    const most = pairs === undefined ? MOST_PLATES_A_SIDE : Math.floor((sides === 2 ? pairs : 2 * pairs) / together)
    const all = Math.min(MOST_PLATES_A_SIDE, most + (sizes.get(mass)?.most ?? 0))
    if (mass > 0 && all > 0) sizes.set(mass, { kg: weightKg, unit, mass, most: all })
  }
  return [...sizes.values()].sort((a, b) => b.mass - a.mass)
}

/** Every sum of these plates up to `heaviest`, with the fewest plates for each; of two ways as short, the one with heavier plates. */
export function sumsOf(sizes: readonly PlateSize[], heaviest: Mass): SideSums {
  let known = new Map<Mass, Uint8Array>([[0, new Uint8Array(sizes.length)]])
  let plates = new Map<Mass, number>([[0, 0]])
  for (const [i, { mass, most }] of sizes.entries()) {
    const [nextKnown, nextPlates] = [new Map(known), new Map(plates)]
    for (const [base, counts] of known) {
      const already = plates.get(base)!
      for (let k = 1; k <= most && already + k <= MOST_PLATES_A_SIDE; k++) {
        const sum = base + k * mass
        if (sum > heaviest) break
        if (already + k >= (nextPlates.get(sum) ?? Infinity)) continue
        const longer = counts.slice()
        longer[i] = k
        nextKnown.set(sum, longer)
        nextPlates.set(sum, already + k)
      }
    }
    if (nextKnown.size > MOST_SUMS) break
    ;[known, plates] = [nextKnown, nextPlates]
  }
  const masses = [...known.keys()].sort((a, b) => a - b)
  return { sizes, masses, counts: masses.map((mass) => known.get(mass)!) }
}

/** The most that plates are put together to. A set may be logged above it; sums up to there would take half as long again. */
export const HEAVIEST: Mass = massOf(1000, 'kg')

/** The plates of one side, heaviest innermost. */
export const platesIn = ({ sizes }: SideSums, counts: Uint8Array): Kilograms[] =>
  sizes.flatMap(({ kg }, i) => Array.from({ length: counts[i]! }, () => kg))
