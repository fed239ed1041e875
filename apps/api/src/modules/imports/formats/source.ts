import type { Said } from './said.ts'
import type { Tell } from './telling.ts'

export const formats = [
  'strong',
  'hevy',
  'fitnotes',
  'fitbod',
  'jefit',
  'liftosaur',
  'gymbook',
  'stronglifts',
  'alpha_progression',
  'openweight',
  'gymgenius',
] as const
export type Format = (typeof formats)[number]

/** A file whose app is known, about to be read. Every row of it is handed to `take`, or told. */
export interface Source {
  readonly format: Format
  /** What a number in a message counts: lines of text, or sets where a file has no lines. */
  readonly counts: 'lines' | 'sets'
  /** Workouts whose starts lie no further apart than this are one: the app knows no workouts. */
  readonly joinsWithinMs?: number
  read(take: Take, tell: Tell): void
}

export type Take = (line: number, said: Said) => void
