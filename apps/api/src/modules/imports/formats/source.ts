import type { Belongings } from './belongings.ts'
import type { Counts, Format } from './format.ts'
import type { Said } from './said.ts'
import type { Tell } from './telling.ts'

/** A file whose app is known, about to be read. Every row of it is handed to `take`, or told. */
export interface Source {
  readonly format: Format
  readonly counts: Counts
  /** Workouts whose starts lie no further apart than this are one: the app knows no workouts. */
  readonly joinsWithinMs?: number
  /** What the file holds beside workouts. */
  readonly belongings?: Belongings
  read(take: Take, tell: Tell): void
}

export type Take = (line: number, said: Said) => void
