import type { LoadUnit } from '@gymgenius/domain'
import { readRows } from './csv.ts'
import { unitWordOf } from './measures.ts'
import { NO_SET, saying, type SaidRow } from './said.ts'
import type { Source } from './source.ts'
import { spanIn, tidy } from './values.ts'

const SESSION_DATE = /^\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}/
const EXERCISE = /^\d{1,3}\. /
const COLUMNS = /^#;/m
const DOT = ' · '

/** Reads an export of Alpha Progression: no table, but sessions, their exercises, and under each a small table of sets. */
export function alphaProgression(text: string): Source | undefined {
  const start = text.slice(0, 4096)
  if (!COLUMNS.test(start) || !/(?:^|\n)\s*"?[^\n;]*"?;"?\d{4}-\d{1,2}-\d{1,2} /.test(start)) return undefined
  return { format: 'alpha_progression', counts: 'lines', read: (take, tell) => readSessions(text, take, tell) }
}

interface Session {
  readonly workout: string
  readonly date: string
  readonly workoutSeconds: number | undefined
  readonly workoutNumber: string
}

function readSessions(text: string, take: Parameters<Source['read']>[0], tell: Parameters<Source['read']>[1]): void {
  let session: Session | undefined
  let exercise = ''
  let columns: readonly SetColumn[] = []
  readRows(text, ';', ({ line, fields }) => {
    const cells = fields.map(tidy)
    const [first = '', second = '', third = ''] = cells
    if (SESSION_DATE.test(second)) {
      session = {
        workout: first,
        date: second.replace(/ ?h$/, ''),
        workoutSeconds: spanIn(third.replace(/(:\d\d) ?hr?$/, '$1')),
        workoutNumber: String(line),
      }
      exercise = ''
      return
    }
    if (EXERCISE.test(first)) {
      exercise = exerciseIn(first)
      columns = []
      if (session === undefined) return tell(line, 'no_workout', 'The exercise stands in no workout')
      const warmUps = (fields[1] ?? '').split(/<br\s*\/?>|\n/).filter((said) => tidy(said) !== '')
      if (warmUps.length > 0)
        take(
          line,
          warmUps.map((said, part) => warmUp(said, { line, part, exercise, ...session! })),
        )
      return
    }
    if (first === '#') return void (columns = cells.map(columnOf))
    if (session === undefined || exercise === '') return tell(line, 'no_workout', 'The line stands in no workout')
    if (cells.slice(1).every((cell) => cell === '' || cell === '-')) return take(line, NO_SET)
    if (columns.length === 0) return tell(line, 'no_columns', 'No line above says what the numbers are')
    take(line, setIn(cells, columns, { line, exercise, ...session }))
  })
}

type Place = Pick<SaidRow, 'line' | 'exercise'> & Session & { readonly part?: number }

/** `1. Hack Squats · Machine · 8 reps`: the equipment is part of what the movement is called. */
function exerciseIn(text: string): string {
  const [name = '', equipment] = text.replace(EXERCISE, '').split(DOT).map(tidy)
  return equipment === undefined || /^\d/.test(equipment) ? name : `${name} (${equipment})`
}

/** `WU1 · 37,5 kg · 9 reps` */
function warmUp(text: string, place: Place): SaidRow {
  const [, load = '', reps = ''] = text.split(DOT).map(tidy)
  const [value = '', unit] = load.split(' ')
  return saying({ ...place, kind: 'warm_up', load: value, loadUnit: unitWordOf(unit)?.loadUnit, reps: reps.replace(/\s.*$/, '') })
}

interface SetColumn {
  readonly holds: 'load' | 'reps' | 'rir' | 'rpe' | 'seconds' | 'distance' | undefined
  readonly unit?: LoadUnit
  readonly times?: number
}

function columnOf(name: string): SetColumn {
  const unit = unitWordOf(name)
  if (unit?.loadUnit !== undefined) return { holds: 'load', unit: unit.loadUnit }
  if (/^(?:reps?|wdh\.?)$/i.test(name)) return { holds: 'reps' }
  if (/^rir$/i.test(name)) return { holds: 'rir' }
  if (/^rpe$/i.test(name)) return { holds: 'rpe' }
  if (/^(?:secs?|sek|s)\.?$/i.test(name)) return { holds: 'seconds', times: 1 }
  if (/^mins?\.?$/i.test(name)) return { holds: 'seconds', times: 60 }
  if (unit?.metres !== undefined) return { holds: 'distance', times: unit.metres }
  return { holds: undefined }
}

/** Where a load begins with a plus it was added to the body, as it is here. */
function setIn(cells: readonly string[], columns: readonly SetColumn[], place: Place): SaidRow {
  const said: { -readonly [K in keyof SaidRow]?: SaidRow[K] } = {}
  for (const [i, { holds, unit, times }] of columns.entries()) {
    const cell = cells[i] ?? ''
    if (holds === undefined || cell === '-' || cell === '') continue
    if (holds === 'load') Object.assign(said, { load: cell, loadUnit: unit })
    else if (holds === 'seconds') said.seconds = times === 1 ? cell : String(Number(cell.replace(',', '.')) * times!)
    else if (holds === 'distance') Object.assign(said, { distance: cell, metresPerUnit: times })
    else said[holds] = cell
  }
  const isDrop = /^d/i.test(cells[0] ?? '')
  return saying({ ...place, ...(isDrop ? { kind: 'drop' } : {}), ...said })
}
