import { MOST_IMPORT_BYTES } from '@gymgenius/domain'
import { parse } from 'csv-parse/sync'
import { RefusedFile } from './logbook.ts'

export const csvLimits = { bytes: MOST_IMPORT_BYTES, rows: 500_000, columns: 64, fieldBytes: 32 * 1024 } as const

export type Delimiter = ',' | ';' | '\t'

export interface CsvRow {
  /** The line of the file on which the row begins. */
  readonly line: number
  readonly fields: readonly string[]
}

/** Calls `onRow` for each row that holds anything. Throws a RefusedFile that names the line where reading had to stop. */
export function readRows(text: string, delimiter: Delimiter, onRow: (row: CsvRow) => void): void {
  let linesBefore = 0
  let rows = -1 // the header is none
  const take = (fields: string[], { lines }: { lines: number }) => {
    const row = { line: linesBefore + 1, fields }
    linesBefore = lines
    if (fields.every((field) => field.trim() === '')) return null
    if (++rows > csvLimits.rows) throw tooLarge(row.line, 'rows', csvLimits.rows)
    if (fields.length > csvLimits.columns) throw tooLarge(row.line, 'columns', csvLimits.columns)
    if (fields.some(isTooLong)) throw tooLarge(row.line, 'fieldBytes', csvLimits.fieldBytes)
    onRow(row)
    return null // nothing is gathered: a row is forgotten once it was understood
  }
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: hasBareQuotes(text, delimiter),
      max_record_size: csvLimits.columns * csvLimits.fieldBytes,
      on_record: take,
    })
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    throw new RefusedFile('imports.malformed_csv', { line: linesBefore + 1, reason: reasonOf(error) })
  }
}

const isTooLong = (field: string) =>
  field.length > csvLimits.fieldBytes || (field.length * 3 > csvLimits.fieldBytes && Buffer.byteLength(field) > csvLimits.fieldBytes)

const tooLarge = (line: number, limit: string, allowed: number) => new RefusedFile('imports.too_large', { line, limit, allowed })

const reasons: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'quote_not_closed',
  CSV_INVALID_CLOSING_QUOTE: 'quote_not_closed',
  CSV_MAX_RECORD_SIZE: 'line_too_long',
}

const reasonOf = (error: unknown) => reasons[(error as { code?: string }).code ?? ''] ?? 'not_csv'

/**
 * True when every quote of a file stands inside an unquoted field, as in `Row 2" deficit`: such a file quotes nothing.
 * Quotes are taken at their word otherwise, because a forgiven stray quote would swallow the rows behind it.
 */
function hasBareQuotes(text: string, delimiter: Delimiter): boolean {
  const quoting = delimiter === '\t' ? /(?:^|[\t\r\n])"/ : delimiter === ';' ? /(?:^|[;\r\n])"/ : /(?:^|[,\r\n])"/
  return text.includes('"') && !quoting.test(text)
}
