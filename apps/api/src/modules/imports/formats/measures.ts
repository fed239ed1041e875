import { isMeasurableLoad, KG_PER_POUND, type LoadUnit } from '@gymgenius/domain'

interface UnitWord {
  readonly loadUnit?: LoadUnit
  readonly metres?: number
}

const METRES_PER_MILE = 1609.344
const METRES_PER_YARD = 0.9144
const METRES_PER_FOOT = 0.3048

/** Units as files write them. */
export const unitWords: ReadonlyMap<string, UnitWord> = new Map<string, UnitWord>([
  ...['kg', 'kgs', 'kilogram', 'kilograms', 'кг', '公斤', '千克'].map((word) => [word, { loadUnit: 'kg' }] as const),
  ...['lb', 'lbs', 'pound', 'pounds', 'фунт', '磅'].map((word) => [word, { loadUnit: 'lb' }] as const),
  ...['m', 'meter', 'meters', 'metre', 'metres', 'м', '米'].map((word) => [word, { metres: 1 }] as const),
  ...['km', 'kms', 'kilometer', 'kilometers', 'км', '公里', '千米'].map((word) => [word, { metres: 1000 }] as const),
  ...['mi', 'mile', 'miles', '英里'].map((word) => [word, { metres: METRES_PER_MILE }] as const),
  ...['yd', 'yds', 'yard', 'yards'].map((word) => [word, { metres: METRES_PER_YARD }] as const),
  ...['ft', 'feet', 'foot'].map((word) => [word, { metres: METRES_PER_FOOT }] as const),
])

export const unitWordOf = (text: string | undefined) => unitWords.get((text ?? '').toLowerCase().replace(/[\s.]/g, ''))

/**
 * Kilograms of a load, as near to what plates or a stack say as the file allows.
 *
 *     kg = load · 1          (kg)
 *     kg = load · 0.45359237 (lb)
 *
 * An app that shows kilograms and stores pounds writes 44.09245243697551 for 20 kg; a hair's breadth is taken off.
 */
export function kilogramsOf(load: number, unit: LoadUnit): number {
  const exact = unit === 'kg' ? load : load * KG_PER_POUND
  const hundredth = Math.round(exact * 100) / 100
  return Math.abs(exact - hundredth) < HAIR_KG || !isMeasurableLoad(exact) ? hundredth : exact
}

const HAIR_KG = 0.0005
