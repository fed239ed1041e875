import type { LoadUnit } from '@gymgenius/domain'
import { readRows } from './csv.ts'
import { dateIn, type ReadDate } from './dates.ts'
import { decode } from './decode.ts'
import { isHeader, type Shape, shapeOf, withoutSeparatorLine } from './detect.ts'
import { guessUnit } from './guess-unit.ts'
import { hevyRows } from './hevy.ts'
import { type Logbook, type ReadingAids, RefusedFile } from './logbook.ts'
import { dateOrderOf } from './order.ts'
import { tellOverlaps } from './overlaps.ts'
import { NO_SET } from './said.ts'
import { setIn } from './sets.ts'
import { strongRows } from './strong.ts'
import { teller } from './telling.ts'
import { type DraftWorkout, gatherer, settledWorkouts } from './workouts.ts'

/** Reads an export of Strong or Hevy. Throws a RefusedFile when it is none, or cannot be read as one. */
export function readLogbook(bytes: Uint8Array, aids: ReadingAids): Logbook {
  const text = withoutSeparatorLine(decode(bytes))
  const shape = shapeOf(text)
  const { tell, all } = teller()
  const book = gatherer(tell)
  const dates = dateReader()
  const said = shape.format === 'strong' ? strongRows(shape.columns) : hevyRows(shape.columns)
  const fits = fitsShape(shape)
  let rows = 0
  let misfits = 0
  let firstMisfit = 0
  let skippedRows = 0
  let isFirst = true

  const take = (line: number, fields: readonly string[]) => {
    if (!fits(fields)) {
      if (isHeader(fields)) throw secondTable(line)
      if (misfits++ === 0) firstMisfit = line
      return tell(line, 'wrong_columns', `The line has ${fields.length} columns where the first line has ${shape.width}`)
    }
    const row = said(line, fields)
    if (row === NO_SET) return void skippedRows++
    if (!dates.knows(row.date)) {
      if (isHeader(fields)) throw secondTable(line)
      return tell(line, 'bad_date', `“${row.date.slice(0, 40)}” is no date and time`)
    }
    if (row.exercise === '') return tell(line, 'no_movement', 'The line names no movement')
    const set = setIn(row, tell)
    if (set === 'empty') return void skippedRows++
    if (set !== undefined) book.add(row, set)
  }
  readRows(text, shape.delimiter, ({ line, fields }) => {
    if (isFirst) {
      isFirst = false // the header, whose width was checked like any other's
      return
    }
    rows++
    take(line, fields)
  })
  if (misfits > rows * MOST_MISFITS) throw new RefusedFile('imports.malformed_csv', { line: firstMisfit, reason: 'wrong_columns' })

  const drafts = book.workouts()
  const unit = unitOf(drafts, aids)
  const order = dateOrderOf(drafts, aids.dateOrder, dates.orders)
  const workouts = settledWorkouts(drafts, { ...unit, order, aids, tell })
  tellOverlaps(workouts, tell)
  return { format: shape.format, ...unit, workouts, skippedRows, ...all() }
}

const MOST_MISFITS = 0.25

const secondTable = (line: number) =>
  new RefusedFile('imports.malformed_csv', { line, reason: 'second_table', message: 'Another file begins here; import one file at a time' })

/** Spreadsheets drop empty cells at the end of a row, or add some; a row that lacks what a set needs is another file's. */
function fitsShape({ columns, width }: Shape): (fields: readonly string[]) => boolean {
  const needed = columns.filter(({ meaning }) => ['date', 'exercise', 'order', 'setType', 'load', 'reps'].includes(meaning))
  const last = Math.max(...needed.map(({ at }) => at))
  return (fields) => fields.length > last && (fields.length <= width || fields.slice(width).every((cell) => cell.trim() === ''))
}

/** Thousands of rows share a date: each text is read once. */
function dateReader() {
  const read = new Map<string, ReadDate | undefined>()
  const orders = new Set<'dmy' | 'mdy'>()
  return {
    orders,
    knows(text: string): boolean {
      if (!read.has(text)) {
        const date = dateIn(text)
        read.set(text, date)
        if (date?.kind === 'time' && date.order !== undefined) orders.add(date.order)
      }
      return read.get(text) !== undefined
    },
  }
}

/** In the file, else said with the request, else seen in the plates, else as the lifter's settings have it. */
function unitOf(drafts: readonly DraftWorkout[], aids: ReadingAids): { unit: LoadUnit; unitFrom: Logbook['unitFrom'] } {
  const named = { kg: 0, lb: 0 }
  const open = new Map<string, Set<number>>()
  for (const { name, sets } of drafts.flatMap(({ exercises }) => exercises)) {
    for (const { load, loadUnit } of sets) {
      if (load === undefined || load === 0) continue
      if (loadUnit !== undefined) named[loadUnit]++
      else open.set(name, (open.get(name) ?? new Set()).add(load))
    }
  }
  if (named.kg + named.lb > 0) return { unit: named.lb > named.kg ? 'lb' : 'kg', unitFrom: 'file' }
  if (aids.unit !== undefined) return { unit: aids.unit, unitFrom: 'request' }
  const guessed = guessUnit(open)
  return guessed === undefined ? { unit: aids.settingsUnit, unitFrom: 'settings' } : { unit: guessed, unitFrom: 'guessed' }
}
