import { readFileSync } from 'node:fs'
import { library } from './library.ts'
import type { MovementDetails } from './movement.ts'

const folder = new URL('../data/movements/', import.meta.url)

/** All that the file of a movement says, or undefined for a slug that is not in the library. Reads the file each time. */
export function movementDetails(slug: string): MovementDetails | undefined {
  if (!library().movements.some((movement) => movement.slug === slug)) return undefined // never a path of somebody's making
  return JSON.parse(readFileSync(new URL(`${slug}.json`, folder), 'utf8')) as MovementDetails
}
