import type { Column, Meaning } from './columns.ts'
import type { Said } from './said.ts'
import type { Format } from './format.ts'
import type { Tell } from './telling.ts'

export interface Header {
  readonly columns: readonly Column[]
  readonly cells: readonly string[]
}

export type RowReader = (line: number, fields: readonly string[]) => Said

/** An app that writes one table with a header: how its columns are found, which of them it cannot do without, how a row is read. */
export interface Table {
  readonly format: Format
  readonly columnsIn: (header: readonly string[]) => Column[]
  readonly needs: readonly Meaning[]
  readonly rows: (header: Header, tell: Tell) => RowReader
  readonly joinsWithinMs?: number
  /** Writes text with a comma in it bare, so that a row may have more cells than the header. */
  readonly quotesNothing?: boolean
}
