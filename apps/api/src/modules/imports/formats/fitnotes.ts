import { cellsBy } from './cells.ts'
import { unitWordOf } from './measures.ts'
import { saying, type SaidRow } from './said.ts'
import type { Header } from './table.ts'
import type { Tell } from './telling.ts'
import { numberIn } from './values.ts'

/**
 * Reads rows of FitNotes. It knows days and no workouts: what was done on one day is one. Names are written without quotes,
 * so a comma in one moves the cells behind it; they are moved back.
 */
export function fitnotesRows({ columns }: Header, tell: Tell) {
  const { cell, text, loadUnit } = cellsBy(columns)
  const named = columns.find(({ meaning }) => meaning === 'exercise')!.at
  const holdsNumbers = (fields: readonly string[]) =>
    [cell(fields, 'load'), cell(fields, 'reps'), cell(fields, 'distance')].every((said) => !Number.isNaN(numberIn(said)))
  const inPlace = (fields: readonly string[]) => {
    if (holdsNumbers(fields)) return fields
    const joined = [1, 2, 3].map((commas) => [
      ...fields.slice(0, named),
      fields.slice(named, named + commas + 1).join(','),
      ...fields.slice(named + commas + 1),
    ])
    return joined.find(holdsNumbers) ?? fields
  }
  return (line: number, said: readonly string[]): SaidRow => {
    const fields = inPlace(said)
    const metres = unitWordOf(cell(fields, 'distanceUnit'))?.metres
    const distance = cell(fields, 'distance')
    const isMeasured = metres !== undefined || (numberIn(distance) ?? 0) === 0
    if (!isMeasured) {
      const unit = cell(fields, 'distanceUnit').slice(0, 20)
      tell(line, 'unknown_unit', `“${unit}” is no unit of distance; the set is kept without the distance`)
    }
    return saying({
      line,
      date: cell(fields, 'date'),
      exercise: cell(fields, 'exercise'),
      load: cell(fields, 'load'),
      loadUnit: loadUnit(fields),
      reps: cell(fields, 'reps'),
      distance: isMeasured ? distance : '',
      metresPerUnit: metres,
      seconds: secondsIn(cell(fields, 'seconds')),
      note: text(fields, 'note'),
    })
  }
}

/** `0:10:00` is ten minutes, and so is `10:00`. */
function secondsIn(text: string): string {
  const parts = text.split(':')
  if (parts.length === 1 || parts.some((part) => !/^\d+(?:[.,]\d+)?$/.test(part.trim()))) return text
  return String(parts.reduce((sum, part) => sum * 60 + Number(part.replace(',', '.')), 0))
}
