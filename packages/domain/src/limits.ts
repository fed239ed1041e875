import { KG_PER_POUND } from './units.ts'

/** Bounds of what a logbook may hold. One place, so that phone, server and database refuse the same things. */
export const limits = {
  loadKg: 1500,
  reps: 500,
  rir: 10,
  rpeLow: 1,
  rpeHigh: 10,
  restSeconds: 86_400,
  durationSeconds: 86_400,
  distanceMeters: 1_000_000,
  /** Characters of a note as a lifter counts them (grapheme clusters). */
  noteGraphemes: 2000,
  nameGraphemes: 200,
} as const

/** Hundredths of a kilogram or of a pound, with room for a client that rounded a pound to a gram. */
const HUNDREDTHS_SLACK = 0.02

/** True when a load could be read off plates or a stack: whole hundredths of a kilogram, or of a pound. */
export function isMeasurableLoad(loadKg: number): boolean {
  return isNearWhole(loadKg * 100) || isNearWhole((loadKg / KG_PER_POUND) * 100)
}

const isNearWhole = (value: number) => Math.abs(value - Math.round(value)) <= HUNDREDTHS_SLACK
