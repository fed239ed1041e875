import type { LoadUnit } from '@gymgenius/domain'
import { unitWords } from './measures.ts'
import { tidy } from './values.ts'

export type Meaning =
  | 'date'
  | 'end'
  | 'workout'
  | 'workoutNumber'
  | 'workoutNote'
  | 'workoutDuration'
  | 'exercise'
  | 'exerciseNote'
  | 'superset'
  | 'order'
  | 'setType'
  | 'load'
  | 'loadUnit'
  | 'reps'
  | 'rpe'
  | 'distance'
  | 'distanceUnit'
  | 'seconds'
  | 'note'
  | 'category'
  | 'warmUp'
  | 'sets'
  | 'multiplier'
  | 'setAt'
  | 'start'
  | 'setPattern'
  | 'skipped'
  | 'rir'
  | 'restSeconds'
  | 'ourKind'
  | 'parts'
  | 'tempo'

export interface Column {
  readonly at: number
  readonly meaning: Meaning
  /** As the header says it: `Weight (kg)`, `distance_miles`. */
  readonly loadUnit?: LoadUnit
  readonly metres?: number
}

/** The columns of a header that mean something to us, each found by its words and never by its place. */
export function columnsIn(header: readonly string[], words: ReadonlyMap<string, Meaning>): Column[] {
  const taken = new Set<Meaning>()
  const columns: Column[] = []
  for (const [at, cell] of header.entries()) {
    const column = columnOf(cell, at, words)
    if (column === undefined || (taken.has(column.meaning) && column.meaning !== 'load' && column.meaning !== 'distance')) continue
    taken.add(column.meaning)
    columns.push(column)
  }
  return columns
}

function columnOf(cell: string, at: number, words: ReadonlyMap<string, Meaning>): Column | undefined {
  const { name, unit } = splitUnit(tidy(cell))
  const known = unitWords.get(unit)
  const alone = unitWords.get(wordsOf(cell))
  if (alone?.loadUnit !== undefined) return { at, meaning: 'load', loadUnit: alone.loadUnit } // a header may say just `kg`
  if (alone?.metres !== undefined && alone.metres > 1) return { at, meaning: 'distance', metres: alone.metres }
  const meaning = words.get(wordsOf(name)) ?? words.get(wordsOf(cell))
  if (meaning === undefined) return undefined
  if (meaning === 'load' && known?.loadUnit !== undefined) return { at, meaning, loadUnit: known.loadUnit }
  if (meaning === 'distance' && known?.metres !== undefined) return { at, meaning, metres: known.metres }
  return { at, meaning }
}

/** `Weight (kg)` and `weight_kg` alike are a name and a unit. */
function splitUnit(cell: string): { name: string; unit: string } {
  const match = /^(.+?)\s*[([（](.+)[)\]）]$/u.exec(cell) ?? /^(weight|distance|duration)_(\w+)$/i.exec(cell)
  return match === null ? { name: cell, unit: '' } : { name: match[1]!, unit: wordsOf(match[2]!) }
}

/** Letters and digits alone, without case and accents. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}#]+/gu, '')
}

export function meaningsOf(table: Readonly<Partial<Record<Meaning, string>>>): ReadonlyMap<string, Meaning> {
  const entries = Object.entries(table) as [Meaning, string][]
  return new Map(entries.flatMap(([meaning, names]) => names.split('|').map((name) => [wordsOf(name), meaning] as const)))
}
