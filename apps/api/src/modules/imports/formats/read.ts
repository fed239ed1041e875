import type { LoadUnit } from '@gymgenius/domain'
import { dateIn, type ReadDate } from './dates.ts'
import { decode } from './decode.ts'
import { withoutSeparatorLine } from './detect.ts'
import { guessUnit } from './guess-unit.ts'
import type { Logbook, ReadingAids } from './logbook.ts'
import { dateOrderOf } from './order.ts'
import { tellOverlaps } from './overlaps.ts'
import { NO_SET, type SaidRow } from './said.ts'
import { setIn } from './sets.ts'
import type { Take } from './source.ts'
import { sourceOf } from './source-of.ts'
import { teller } from './telling.ts'
import { type DraftWorkout, gatherer, joinedVisits, settledWorkouts } from './workouts.ts'

/** Reads an export of any app known here. Throws a RefusedFile when it is none, or cannot be read as one. */
export function readLogbook(bytes: Uint8Array, aids: ReadingAids): Logbook {
  const source = sourceOf(withoutSeparatorLine(decode(bytes)))
  const { tell, all } = teller()
  const book = gatherer(tell)
  const dates = dateReader()
  let skippedRows = 0

  const keep = (row: SaidRow) => {
    if (dates.read(row.date) === undefined) return tell(row.line, 'bad_date', `“${row.date.slice(0, 40)}” is no date and time`)
    if (row.exercise === '') return tell(row.line, 'no_movement', 'The line names no movement')
    const set = setIn(row, tell)
    if (set === 'empty') return void skippedRows++
    const at = row.setAt === undefined ? undefined : dates.read(row.setAt)
    if (set !== undefined) book.add(row, at === undefined ? set : { ...set, at })
  }
  const take: Take = (_line, said) => {
    if (said === NO_SET) skippedRows++
    else if ('line' in said) keep(said)
    else for (const row of said) keep(row)
  }
  source.read(take, tell)

  const drafts = book.workouts()
  const unit = unitOf(drafts, aids)
  const order = dateOrderOf(drafts, aids.dateOrder, dates.orders)
  const settled = settledWorkouts(drafts, { unit: unit.unit, order, aids, tell })
  const workouts = source.joinsWithinMs === undefined ? settled : joinedVisits(settled, source.joinsWithinMs)
  tellOverlaps(workouts, tell)
  const { format, counts, belongings } = source
  return { format, counts, ...(belongings === undefined ? {} : { belongings }), ...unit, workouts, skippedRows, ...all() }
}

/** Thousands of rows share a date: each text is read once. */
function dateReader() {
  const read = new Map<string, ReadDate | undefined>()
  const orders = new Set<'dmy' | 'mdy'>()
  return {
    orders,
    read(text: string): ReadDate | undefined {
      if (!read.has(text)) {
        const date = dateIn(text)
        read.set(text, date)
        if (date?.kind === 'time' && date.order !== undefined) orders.add(date.order)
      }
      return read.get(text)
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
