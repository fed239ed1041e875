import { readdirSync, readFileSync } from 'node:fs'
import type { Circuit } from './circuit.ts'
import { library } from './library.ts'
import type { MovementDetails } from './movement.ts'

const movementFolder = new URL('../data/movements/', import.meta.url)
const circuitFolder = new URL('../data/circuits/', import.meta.url)

/** All that the file of a movement says, or undefined for a slug that is not in the library. Reads the file each time. */
export function movementDetails(slug: string): MovementDetails | undefined {
  if (!library().movements.some((movement) => movement.slug === slug)) return undefined // never a path of somebody's making
  return readOne(slug)
}

/** The files of the whole library, in the order of their slugs; some tens of milliseconds, so keep what you need of it. */
export const allMovementDetails = (): MovementDetails[] => library().movements.map(({ slug }) => readOne(slug))

const readOne = (slug: string) => JSON.parse(readFileSync(new URL(`${slug}.json`, movementFolder), 'utf8')) as MovementDetails

/** The circuit templates that ship with the program, in the order of their slugs. */
export const circuits = (): Circuit[] =>
  readdirSync(circuitFolder)
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, circuitFolder), 'utf8')) as Circuit)

const nameFolder = new URL('../data/names/', import.meta.url)

/** What the movements of the library are called in another language, by their slugs; those it has no name for keep the English one. */
export const namesIn = (language: string) =>
  JSON.parse(readFileSync(new URL(`${language}.json`, nameFolder), 'utf8')) as Readonly<Record<string, string>>
