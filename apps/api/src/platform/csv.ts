type Cell = string | number | undefined

/** One line of CSV (RFC 4180). Numbers stay numbers; text that a spreadsheet would run as a formula is made text by an apostrophe. */
export const csvLine = (cells: readonly Cell[], delimiter: ',' | ';' = ',') => `${cells.map(cellOf).join(delimiter)}\r\n`

const FORMULA = /^[=+\-@\t\r]/

function cellOf(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
