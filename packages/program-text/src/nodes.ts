import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Pair, Scalar, type YAMLMap } from 'yaml'

/** What could not be read: line and column count from 1. */
export interface TextProblem {
  readonly line: number
  readonly column: number
  /** What stands there instead of what would be understood. */
  readonly expected: string
}

/** Reads one text: where things stand, and what was wrong with it so far. */
export interface Reader {
  readonly lines: LineCounter
  readonly problems: TextProblem[]
}

/** More than so many problems help nobody. */
export const MOST_PROBLEMS = 20

export function problemAt({ lines, problems }: Reader, offset: number, expected: string): void {
  const { line, col } = lines.linePos(offset)
  if (problems.length < MOST_PROBLEMS) problems.push({ line: Math.max(1, line), column: Math.max(1, col), expected })
}

type Value = Node | null | undefined
export const offsetOf = (value: Value, fallback = 0) => value?.range?.[0] ?? fallback

/** A node with keys, of which only these are known where they are given. */
export function mapOf(reader: Reader, value: Value, expected: string, known?: readonly string[]): YAMLMap | undefined {
  if (!isMap(value)) {
    problemAt(reader, offsetOf(value), isAlias(value) ? `${expected}, written out` : expected)
    return undefined
  }
  for (const { key } of value.items as Pair<Node, Node>[]) {
    const name = isScalar(key) ? String(key.value) : ''
    if (known !== undefined && !known.includes(name)) problemAt(reader, offsetOf(key, offsetOf(value)), `one of: ${known.join(', ')}`)
  }
  return value
}

export const valueIn = (map: YAMLMap, key: string): Value => map.get(key, true) as Value

export function itemsOf(reader: Reader, value: Value, expected: string, from = 0): readonly Node[] {
  if (isSeq(value) && value.items.length > 0) return value.items as Node[]
  problemAt(reader, offsetOf(value, from), expected)
  return []
}

export function textOf(reader: Reader, value: Value, expected: string, from: number): string {
  const text = isScalar(value) && (typeof value.value === 'string' || typeof value.value === 'number') ? String(value.value) : undefined
  if (text?.isWellFormed() === true && !text.includes('\0')) return text
  problemAt(reader, offsetOf(value, from), text === undefined ? expected : `${expected}, without characters that are none`)
  return ''
}

export function wholeOf(reader: Reader, value: Value, [least, most]: readonly [number, number], expected: string, from: number): number {
  if (isScalar(value) && Number.isInteger(value.value) && (value.value as number) >= least && (value.value as number) <= most)
    return value.value as number
  problemAt(reader, offsetOf(value, from), `${expected}: a whole number from ${least} to ${most}`)
  return least
}

export function numberOf(reader: Reader, value: Value, [least, most]: readonly [number, number], expected: string, from: number): number {
  if (isScalar(value) && typeof value.value === 'number' && value.value >= least && value.value <= most) return value.value
  problemAt(reader, offsetOf(value, from), `${expected}: a number from ${least} to ${most}`)
  return least
}

export function oneOf<Word extends string>(reader: Reader, value: Value, words: readonly Word[], from: number): Word {
  const word = isScalar(value) ? words.find((one) => one === value.value) : undefined
  if (word === undefined) problemAt(reader, offsetOf(value, from), `one of: ${words.join(', ')}`)
  return word ?? words[0]!
}

/** Where within the text a place in a scalar stands; of text that was folded over lines, where it begins. */
export function placeIn(value: Value, at: number): number {
  const from = offsetOf(value)
  if (!isScalar(value)) return from
  const { type, range } = value
  if (type === Scalar.PLAIN && range !== undefined && range !== null && range[1] - range[0] === String(value.value).length) return from + at
  return type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE ? from + 1 + at : from
}
