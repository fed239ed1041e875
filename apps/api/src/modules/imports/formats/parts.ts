import { limits } from '@gymgenius/domain'
import { type Json, listIn, objectIn } from './json-values.ts'
import type { ReadPart } from './logbook.ts'

const MOST_PARTS = 30

/** The parts of a set that went on, and how many more there were that cannot be kept. */
export interface SaidParts {
  readonly parts?: readonly ReadPart[]
  readonly lostParts?: number
}

/** As our own export has them; of what is no list nothing is lost. */
export function partsIn(value: Json | undefined): SaidParts {
  const said = listIn(value)
  const parts = said.slice(0, MOST_PARTS).flatMap((part) => partOf(objectIn(part)) ?? [])
  return { ...(parts.length > 0 && { parts }), ...(said.length > parts.length && { lostParts: said.length - parts.length }) }
}

/** `60x8 40x6@15`, as our own CSV has them. */
export const partsInText = (text: string): SaidParts =>
  partsIn(
    text
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => {
        const [, load, reps, rest] = /^([\d.]+)x(\d+)(?:@([\d.]+))?$/.exec(word) ?? []
        return load === undefined
          ? null
          : { loadKg: Number(load), reps: Number(reps), ...(rest !== undefined && { restSeconds: Number(rest) }) }
      }),
  )

function partOf(part: { readonly [key: string]: Json } | undefined): ReadPart | undefined {
  const [loadKg, reps, rest] = [part?.['loadKg'], part?.['reps'], part?.['restSeconds']]
  if (!isWithin(loadKg, limits.loadKg) || !isWithin(reps, limits.reps) || !Number.isInteger(reps)) return undefined
  return { loadKg, reps, ...(isWithin(rest, limits.restSeconds) ? { restSeconds: rest } : {}) }
}

const isWithin = (value: Json | undefined, high: number): value is number => typeof value === 'number' && value >= 0 && value <= high
