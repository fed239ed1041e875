/** What cannot be read: where, counted from 1, and what would have been. */
export interface TextProblem {
  readonly line: number
  readonly column: number
  readonly expected: string
}

/** Where a problem stands in the text, counted from 0; its end where the text is shorter. */
export function placeInText(text: string, { line, column }: Pick<TextProblem, 'line' | 'column'>): number {
  let start = 0
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', start)
    if (end < 0) return text.length
    start = end + 1
  }
  const end = text.indexOf('\n', start)
  return Math.min(start + Math.max(0, column - 1), end < 0 ? text.length : end)
}
