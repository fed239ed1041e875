import { readRows } from './csv.ts'
import { isHeader, type Shape } from './detect.ts'
import { RefusedFile } from './logbook.ts'
import type { Take } from './source.ts'
import type { Tell } from './telling.ts'

const MOST_MISFITS = 0.25

/** Reads a file that is one table: its header says what its columns are, and every row has them. */
export function readTable(text: string, shape: Shape, take: Take, tell: Tell): void {
  const fits = fitsShape(shape)
  const said = shape.table.rows(shape, tell)
  const width = shape.cells.length
  const dateAt = shape.columns.find(({ meaning }) => meaning === 'date')!.at
  const mayBeSet = (fields: readonly string[]) => fits(fields) && /\d/.test(fields[dateAt]!) // a look at every row for a header would cost most of the time
  let rows = 0
  let misfits = 0
  let firstMisfit = 0
  let isFirst = true
  readRows(text, shape.delimiter, ({ line, fields }) => {
    if (isFirst) {
      isFirst = false // the header, whose width was checked like any other's
      return
    }
    rows++
    if (!mayBeSet(fields) && isHeader(fields)) throw secondTable(line)
    if (fits(fields)) return take(line, said(line, fields))
    if (misfits++ === 0) firstMisfit = line
    tell(line, 'wrong_columns', `The line has ${fields.length} columns where the first line has ${width}`)
  })
  if (misfits > rows * MOST_MISFITS) throw new RefusedFile('imports.malformed_csv', { line: firstMisfit, reason: 'wrong_columns' })
}

const secondTable = (line: number) =>
  new RefusedFile('imports.malformed_csv', { line, reason: 'second_table', message: 'Another file begins here; import one file at a time' })

/** Spreadsheets drop empty cells at the end of a row, or add some; a row that lacks what a set needs is another file's. */
function fitsShape({ columns, cells, table }: Shape): (fields: readonly string[]) => boolean {
  const needed = columns.filter(({ meaning }) => ['date', 'exercise', 'order', 'setType', 'load', 'reps'].includes(meaning))
  const last = Math.max(...needed.map(({ at }) => at))
  const mayBeWider = table.quotesNothing === true
  return (fields) =>
    fields.length > last && (fields.length <= cells.length || mayBeWider || fields.slice(cells.length).every((cell) => cell.trim() === ''))
}
