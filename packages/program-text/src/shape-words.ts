import type { ErrorCode } from 'yaml'

const colon = 'one "name: value" on a line, in quotation marks where the value has a colon of its own'
const plain = 'plain text, in quotation marks where it begins with & * ! @ or another sign'

/** What belongs where the lines themselves cannot be read, in words of somebody who writes a program and not of a parser. */
const shapes: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT: 'as many spaces before this line as before the others beside it, or a closing bracket before it',
  TAB_AS_INDENT: 'spaces in place of a tab',
  DUPLICATE_KEY: 'this name once only',
  MISSING_CHAR: 'a closing bracket or quotation mark, or a comma between two entries',
  BLOCK_AS_IMPLICIT_KEY: colon,
  MULTILINE_IMPLICIT_KEY: colon,
  KEY_OVER_1024_CHARS: colon,
  BLOCK_IN_FLOW: 'no list of lines inside brackets',
  BAD_SCALAR_START: plain,
  BAD_ALIAS: plain,
  ALIAS_PROPS: plain,
  TAG_RESOLVE_FAILED: plain,
  BAD_DQ_ESCAPE: 'two backslashes for one, or none',
  MULTIPLE_DOCS: 'one program only, without a line of ---',
}

export const shapeExpected = (code: ErrorCode): string => shapes[code] ?? 'lines of "name: value", and lists of lines that begin with "- "'
