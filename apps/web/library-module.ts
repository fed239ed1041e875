import { allMovementDetails, circuits } from '@gymgenius/catalog'
import type { Plugin } from 'vite'

const NAME = 'virtual:library'

/**
 * What the files of the library say beyond the index that every phone syncs, as a module of the app: cues, relations, circuits. It is
 * a file of the app like any other, so the service worker keeps it and a movement's page opens without a network.
 */
export const libraryModule = (): Plugin => ({
  name: 'library-module',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load: (id) =>
    id === `\0${NAME}` ? `export const details = ${parsed(details())}\nexport const circuits = ${parsed(circuits())}` : undefined,
})

/** What a phone has already, with every movement it syncs. */
const INDEXED = new Set(['name', 'aliases', 'pattern', 'equipment', 'laterality', 'loadKind'])

const details = () =>
  allMovementDetails().map((movement) => Object.fromEntries(Object.entries(movement).filter(([field]) => !INDEXED.has(field))))

/** A browser reads JSON faster than the same as a program. */
const parsed = (value: unknown) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`
