import { type GymItem, type GymPlates, type Kilograms, kg, kgFromPounds, limits, type LoadUnit, poundsFromKg } from '@gymgenius/domain'
import { newPlates } from './templates.ts'
import { inputNumber } from '../../ui/numbers.ts'

/** Changes to what stands in a gym; each answers the new list and leaves the old one alone. */
type Items = readonly GymItem[]

/** As many as the server keeps. */
const MOST_PAIRS = 100
const MOST_WEIGHTS = 100

export const withItem = (items: Items, item: GymItem): GymItem[] =>
  items.some(({ id }) => id === item.id) ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item]

export const withoutItem = (items: Items, id: string): GymItem[] => items.filter((item) => item.id !== id)

/** Plates of the gym, heaviest first. */
export const platesIn = (items: Items): GymPlates[] =>
  items.filter((item) => item.kind === 'plates').sort((a, b) => b.weightKg - a.weightKg)

/** One pair more (1) or less (−1) of a size; the last pair takes the size with it. */
export function withPairs(items: Items, weightKg: Kilograms, unit: LoadUnit, by: 1 | -1): GymItem[] {
  const plates = platesIn(items).find((one) => one.unit === unit && Math.abs(one.weightKg - weightKg) < 1e-9)
  if (plates === undefined) return by === 1 ? [...items, newPlates(weightKg, unit)] : [...items]
  if (plates.pairs === undefined) return by === 1 ? [...items] : withoutItem(items, plates.id)
  const pairs = Math.min(MOST_PAIRS, plates.pairs + by)
  return pairs <= 0 ? withoutItem(items, plates.id) : withItem(items, { ...plates, pairs })
}

/** From the lightest to the heaviest in steps, in whole hundredths of the unit; undefined where that is no row of weights. */
export function rowOf(from: number, to: number, step: number, unit: LoadUnit): Kilograms[] | undefined {
  const [low, high, each] = [from, to, step].map((value) => Math.round(value * 100)) as [number, number, number]
  if (!(low > 0) || high < low || (each <= 0 && high > low)) return undefined
  const count = high === low ? 1 : Math.floor((high - low) / each) + 1
  if (count > MOST_WEIGHTS || high > limits.loadKg * 100) return undefined
  return Array.from({ length: count }, (_, i) => inKg((low + i * each) / 100, unit))
}

export const inKg = (weight: number, unit: LoadUnit) => (unit === 'kg' ? kg(weight) : kgFromPounds(weight))

/** A weight as it is marked: without its unit, two decimals at most. */
export const marked = (weightKg: number, unit: LoadUnit) => inputNumber(unit === 'kg' ? weightKg : poundsFromKg(kg(weightKg)), 2)

/** An id that no other thing of the gym has. */
export function freshId(items: Items, kind: string): string {
  for (let n = 1; ; n++) if (!items.some(({ id }) => id === `${kind}-${n}`)) return `${kind}-${n}`
}
