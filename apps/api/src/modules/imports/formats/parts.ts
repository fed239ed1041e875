import { limits } from '@gymgenius/domain'
import { type Json, listIn, objectIn } from './json-values.ts'
import type { ReadPart } from './logbook.ts'

const MOST_PARTS = 30

/** The parts of a set that went on, as our own export has them; those that could not be kept are left out. */
export function partsIn(value: Json | undefined): readonly ReadPart[] | undefined {
  const parts = listIn(value)
    .slice(0, MOST_PARTS)
    .flatMap((part) => partOf(objectIn(part)) ?? [])
  return parts.length === 0 ? undefined : parts
}

/** `60x8 40x6@15`, as our own CSV has them. */
export function partsInText(text: string): readonly ReadPart[] | undefined {
  const said = [...text.matchAll(/([\d.]+)x(\d+)(?:@([\d.]+))?/g)]
  return partsIn(
    said.map(([, load, reps, rest]) => ({
      loadKg: Number(load),
      reps: Number(reps),
      ...(rest === undefined ? {} : { restSeconds: Number(rest) }),
    })),
  )
}

function partOf(part: { readonly [key: string]: Json } | undefined): ReadPart | undefined {
  const [loadKg, reps, rest] = [part?.['loadKg'], part?.['reps'], part?.['restSeconds']]
  if (!isWithin(loadKg, limits.loadKg) || !isWithin(reps, limits.reps) || !Number.isInteger(reps)) return undefined
  return { loadKg, reps, ...(isWithin(rest, limits.restSeconds) ? { restSeconds: rest } : {}) }
}

const isWithin = (value: Json | undefined, high: number): value is number => typeof value === 'number' && value >= 0 && value <= high
