import { parse } from 'csv-parse/sync'
import { type Column, columnsIn, type Meaning } from './columns.ts'
import { type Delimiter } from './csv.ts'
import { hevyWords } from './hevy.words.ts'
import { RefusedFile } from './logbook.ts'
import { strongWords } from './strong.words.ts'

export type Format = 'strong' | 'hevy'

export interface Shape {
  readonly format: Format
  readonly delimiter: Delimiter
  readonly columns: readonly Column[]
  readonly width: number
}

const formats: readonly { readonly format: Format; readonly words: ReadonlyMap<string, Meaning>; readonly needs: readonly Meaning[] }[] = [
  { format: 'hevy', words: hevyWords, needs: ['date', 'exercise', 'setType', 'reps', 'load'] },
  { format: 'strong', words: strongWords, needs: ['date', 'exercise', 'order', 'reps', 'load'] },
]
const delimiters: readonly Delimiter[] = [',', ';', '\t']

/** Which app wrote a file, and which column means what, by the words of its first line. */
export function shapeOf(text: string): Shape {
  const line = firstLineOf(text)
  if (line.trim() === '') throw new RefusedFile('imports.malformed_csv', { line: 1, reason: 'empty' })
  if (line.length > LONGEST_HEADER) throw new RefusedFile('imports.malformed_csv', { line: 1, reason: 'line_too_long' })
  const found = delimiters.flatMap((delimiter) => {
    const header = cellsOf(line, delimiter)
    return formats
      .map(({ format, words, needs }) => ({ format, delimiter, columns: columnsIn(header, words), width: header.length, needs }))
      .filter(({ columns, needs }) => needs.every((need) => columns.some(({ meaning }) => meaning === need)))
  })
  const [best] = found.sort((a, b) => b.columns.length - a.columns.length)
  if (best === undefined) throw new RefusedFile('imports.unknown_format', { line: 1, header: line.slice(0, 300) })
  const { format, delimiter, columns, width } = best
  return { format, delimiter, columns, width }
}

/** True for a row that is itself a header: a second table begins there. */
export const isHeader = (fields: readonly string[]) =>
  formats.some(({ words }) => columnsIn(fields, words).length >= HEADER_WORDS) ||
  (fields.length === 1 &&
    delimiters.some((delimiter) => formats.some(({ words }) => columnsIn(cellsOf(fields[0]!, delimiter), words).length >= HEADER_WORDS)))

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
