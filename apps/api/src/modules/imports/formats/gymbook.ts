import { cellsBy } from './cells.ts'
import { type Column, type Meaning, wordsOf } from './columns.ts'
import { unitWordOf } from './measures.ts'
import { NO_SET, saying, type SaidRow } from './said.ts'
import type { Header } from './table.ts'
import { spanIn, tidy } from './values.ts'

/**
 * GymBook writes its table in the language of the phone, always the same twelve columns in the same order:
 * date, program, time, exercise, region, muscles, muscles, kind, reps or time, weight or distance, notes, skipped.
 */
const PLACES: readonly (Meaning | undefined)[] = [
  'date',
  'workout',
  'start',
  'exercise',
  'category',
  undefined,
  undefined,
  'setType',
  'reps',
  'load',
  'note',
  'skipped',
]
const KIND = 7
const REPS = 8
const LOAD = 9

/** Known by its shape, which is the same in every language: three kinds of set, then two columns that each hold two things. */
export function gymbookColumns(header: readonly string[]): Column[] {
  const words = (at: number) => choicesIn(header[at]).length
  if (header.length !== PLACES.length || words(KIND) !== 3 || words(REPS) !== 2 || words(LOAD) !== 2) return []
  return PLACES.flatMap((meaning, at) => (meaning === undefined ? [] : [{ at, meaning }]))
}

const choicesIn = (cell: string | undefined) => (cell ?? '').split(' / ').map(tidy)

const YES = /^(?:s[ií]|sì|yes|y|ja|oui|sim|да|tak|evet|ano|igen|da|kyllä|はい|是|예|true|1)$/iu

/** Reads rows of GymBook: a set each, with its clock time; one that was skipped is none. */
export function gymbookRows({ columns, cells }: Header) {
  const { cell, text } = cellsBy(columns)
  const [, warmUp] = choicesIn(cells[KIND])
  const [repsWord] = choicesIn(cells[REPS])
  const countsReps = (unit: string) => unit === '' || wordsOf(unit).slice(0, 3) === wordsOf(repsWord!).slice(0, 3)
  return (line: number, fields: readonly string[]): SaidRow | typeof NO_SET => {
    if (YES.test(cell(fields, 'skipped'))) return NO_SET
    const [date, workout, time] = [cell(fields, 'date'), cell(fields, 'workout'), cell(fields, 'start')]
    const amount = measured(cell(fields, 'reps'))
    const load = measured(cell(fields, 'load'))
    const unit = unitWordOf(load.unit)
    const isReps = countsReps(amount.unit)
    return saying({
      line,
      workoutKey: `${date} ${workout}`,
      date: `${date} ${time}`,
      setAt: `${date} ${time}`,
      workout,
      exercise: cell(fields, 'exercise'),
      kind: cell(fields, 'setType') === warmUp ? 'warm_up' : 'working',
      reps: isReps ? amount.value : '',
      seconds: isReps ? '' : String(spanIn(`${amount.value} ${amount.unit}`) ?? amount.value),
      load: unit?.metres === undefined ? load.value : '',
      loadUnit: unit?.loadUnit,
      distance: unit?.metres === undefined ? '' : load.value,
      metresPerUnit: unit?.metres,
      note: text(fields, 'note'),
    })
  }
}

/** `8 ripetizioni`, `22,50 kg`: a number and what it counts. Anything else stays whole, to be told as no number. */
function measured(cell: string): { readonly value: string; readonly unit: string } {
  const match = /^([+-]?[\d.,]+)\s*([\p{L}.]*)$/u.exec(cell)
  return match === null ? { value: cell, unit: '' } : { value: match[1]!, unit: match[2]! }
}
