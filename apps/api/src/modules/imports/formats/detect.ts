import { parse } from 'csv-parse/sync'
import { type Delimiter } from './csv.ts'
import { RefusedFile } from './logbook.ts'
import type { Header, Table } from './table.ts'
import { tables } from './tables.ts'

export interface Shape extends Header {
  readonly table: Table
  readonly delimiter: Delimiter
}

const delimiters: readonly Delimiter[] = [',', ';', '\t']

/** Which app wrote a table, and which column means what, by the words of its first line. */
export function shapeOf(text: string): Shape {
  const line = firstLineOf(text)
  if (line.trim() === '') throw new RefusedFile('imports.malformed_csv', { line: 1, reason: 'empty' })
  if (line.length > LONGEST_HEADER) throw new RefusedFile('imports.malformed_csv', { line: 1, reason: 'line_too_long' })
  const found = delimiters.flatMap((delimiter) => {
    const cells = cellsOf(line, delimiter)
    return tables
      .map((table): Shape => ({ table, delimiter, cells, columns: table.columnsIn(cells) }))
      .filter(({ table, columns }) => table.needs.every((need) => columns.some(({ meaning }) => meaning === need)))
  })
  const [best] = found.sort((a, b) => b.columns.length - a.columns.length)
  if (best === undefined) throw new RefusedFile('imports.unknown_format', { line: 1, header: line.slice(0, 300) })
  return best
}

/** True for a row that is itself a header: a second table begins there. */
export const isHeader = (fields: readonly string[]) =>
  isLikeHeader(fields) || (fields.length === 1 && delimiters.some((delimiter) => isLikeHeader(cellsOf(fields[0]!, delimiter))))

const isLikeHeader = (cells: readonly string[]) => tables.some(({ columnsIn }) => columnsIn(cells).length >= HEADER_WORDS)

const HEADER_WORDS = 5
const LONGEST_HEADER = 64 * 1024

/** Where the table starts: a spreadsheet may have put a line `sep=;` before it. */
export const withoutSeparatorLine = (text: string) => text.replace(/^\s*"?sep=.?"?\r?\n/i, '\n')

function firstLineOf(text: string): string {
  const start = text.search(/[^\s]/)
  if (start < 0) return ''
  const rest = text.slice(start, start + LONGEST_HEADER + 1)
  const end = rest.search(/[\r\n]/)
  return end < 0 ? rest : rest.slice(0, end)
}

function cellsOf(line: string, delimiter: Delimiter): string[] {
  try {
    const [cells] = parse(line, { delimiter, relax_quotes: true, relax_column_count: true, to: 1 }) as string[][]
    return cells ?? []
  } catch {
    return []
  }
}
