import { readFileSync } from 'node:fs'
import type { LibraryMovement } from './movement.ts'

export interface Library {
  /** Changes when any movement does. */
  readonly hash: string
  /** Changes when anything in any file does. */
  readonly detailsHash: string
  /** In the order of their slugs. */
  readonly movements: readonly LibraryMovement[]
}

let loaded: Library | undefined

/** The movements that ship with the program. One file, generated from `data/movements`, read once. */
export function library(): Library {
  loaded ??= JSON.parse(readFileSync(new URL('movements.generated.json', import.meta.url), 'utf8')) as Library
  return loaded
}
