import { cellsBy } from './cells.ts'
import { saying, type SaidRow } from './said.ts'
import type { Header } from './table.ts'
import type { Tell } from './telling.ts'
import { numberIn } from './values.ts'

const MOST_SETS_A_ROW = 20

/**
 * Reads rows of Fitbod: kilograms whatever the app shows, each dumbbell by itself (`multiplier` says how many were held), the
 * time in UTC. Older exports have one row for several equal sets, no unit and no clock time.
 */
export function fitbodRows({ columns }: Header, tell: Tell) {
  const { cell, text, loadUnit } = cellsBy(columns)
  return (line: number, fields: readonly string[]): readonly SaidRow[] => {
    const said = numberIn(cell(fields, 'sets')) ?? 1
    const sets = Number.isInteger(said) && said >= 1 && said <= MOST_SETS_A_ROW ? said : 1
    if (sets !== said)
      tell(line, 'implausible_sets', `“${cell(fields, 'sets').slice(0, 20)}” is no number of sets; the row was read as one`)
    const set = saying({
      line,
      date: cell(fields, 'date'),
      exercise: cell(fields, 'exercise'),
      kind: /^(?:true|1|yes)$/i.test(cell(fields, 'warmUp')) ? 'warm_up' : 'working',
      load: cell(fields, 'load'),
      loadUnit: loadUnit(fields),
      reps: cell(fields, 'reps'),
      seconds: cell(fields, 'seconds'),
      distance: cell(fields, 'distance'),
      metresPerUnit: 1,
      note: text(fields, 'note'),
    })
    return Array.from({ length: sets }, (_, part) => ({ ...set, part }))
  }
}
