/** Text that could not be read: where, counted from 0 within it, and what would have been. */
export interface TextFault {
  readonly at: number
  readonly expected: string
}

export type Read<Value> = { readonly value: Value } | { readonly fault: TextFault }

export const isRead = <Value>(read: Read<Value>): read is { readonly value: Value } => 'value' in read

/** Thrown within a reader and caught at its door. */
export class Unreadable extends Error {
  readonly fault: TextFault
  constructor(at: number, expected: string) {
    super(expected)
    this.fault = { at, expected }
  }
}

export function reading<Value>(read: () => Value): Read<Value> {
  try {
    return { value: read() }
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.fault }
    throw error
  }
}

/** Walks over one line of text. */
export interface Cursor {
  readonly text: string
  at: number
}

/** Moves over `pattern` where the cursor stands, blanks before it left out; undefined where it does not. */
export function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  const from = cursor.at + /^\s*/.exec(cursor.text.slice(cursor.at))![0].length
  const sticky = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}y`)
  sticky.lastIndex = from
  const found = sticky.exec(cursor.text)
  if (found === null) return undefined
  cursor.at = from + found[0].length
  return found
}

export function need(cursor: Cursor, pattern: RegExp, expected: string): RegExpExecArray {
  const found = take(cursor, pattern)
  if (found === undefined) throw new Unreadable(afterBlanks(cursor), expected)
  return found
}

export const isAtEnd = ({ text, at }: Cursor) => text.slice(at).trim() === ''
export const afterBlanks = ({ text, at }: Cursor) => at + /^\s*/.exec(text.slice(at))![0].length
