import type { LoadUnit } from '@gymgenius/domain'
import { cellsBy } from './cells.ts'
import { unitWordOf } from './measures.ts'
import { NO_SET, type Said, saying } from './said.ts'
import type { Header } from './table.ts'
import type { Tell } from './telling.ts'
import { numberIn, tidy } from './values.ts'

interface SetColumns {
  reps?: number
  load?: number
  seconds?: number
  unit?: LoadUnit
}

/**
 * Reads rows of StrongLifts: one for each exercise of a workout, its sets side by side. A set that was left out is written as 0 reps,
 * and so is one that failed; only the column `Sets×Reps` tells them apart (`5/5/0/-/-`).
 */
export function strongliftsRows({ columns, cells }: Header, tell: Tell) {
  const { cell, text } = cellsBy(columns)
  const sets = setColumnsIn(cells)
  return (line: number, fields: readonly string[]): Said => {
    const pattern = cell(fields, 'setPattern').split('/')
    const at = (column: number | undefined) => tidy(fields[column ?? -1] ?? '')
    const date = cell(fields, 'date')
    const timed = (time: string) => (time === '' ? '' : `${date} ${time}`)
    const said = sets.flatMap(({ reps, load, seconds, unit }, part) => {
      const count = at(reps)
      if (count === '' && at(seconds) === '') return []
      if (isNothing(count) && isNothing(at(seconds))) {
        if (pattern[part]?.trim() !== '0') {
          if (pattern[part]?.trim() !== '-')
            tell(line, 'skipped_or_failed', `Set ${part + 1} has 0 reps and may have been skipped; left out`)
          return []
        }
      }
      return saying({
        line,
        part,
        date: timed(cell(fields, 'start')) || date,
        end: timed(cell(fields, 'end')),
        workout: cell(fields, 'workout'),
        workoutNumber: cell(fields, 'workoutNumber'),
        workoutSeconds: secondsOf(cell(fields, 'workoutDuration')),
        workoutNote: text(fields, 'workoutNote'),
        exercise: cell(fields, 'exercise'),
        load: at(load),
        loadUnit: unit,
        reps: count,
        seconds: at(seconds),
      })
    })
    return said.length === 0 ? NO_SET : said
  }
}

const isNothing = (cell: string) => (numberIn(cell) ?? 0) === 0

function secondsOf(hours: string): number | undefined {
  const value = numberIn(hours)
  return value === undefined || Number.isNaN(value) ? undefined : Math.round(value * 3600)
}

/** `Set 3 (Reps)`, `Set 3 (KG)`, `Set 3 (sec)`: the set's number is its place. */
function setColumnsIn(header: readonly string[]): readonly SetColumns[] {
  const found: SetColumns[] = []
  for (const [at, name] of header.entries()) {
    const match = /^set (\d{1,2}) \(([^)]+)\)$/i.exec(tidy(name))
    const place = Number(match?.[1]) - 1
    if (match === null || place < 0) continue
    const set = (found[place] ??= {})
    const unit = unitWordOf(match[2])?.loadUnit
    if (/^reps$/i.test(match[2]!)) set.reps = at
    else if (unit === undefined) set.seconds = at
    else Object.assign(set, { load: at, unit })
  }
  return Array.from(found, (set) => set ?? {})
}
