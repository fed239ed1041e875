import type { LoadUnit } from '@gymgenius/domain'
import { readRows } from './csv.ts'
import { unitWordOf } from './measures.ts'
import { NO_SET, saying, type SaidRow } from './said.ts'
import type { Source, Take } from './source.ts'
import type { Tell } from './telling.ts'
import { numberIn, tidy } from './values.ts'

const MARK = /^###\s*([A-Z][A-Z ]*[A-Z])\s*#*/
const LOGS = 'EXERCISE LOGS'
const SETS = 'EXERCISE SET LOGS'
const SESSIONS = 'WORKOUT SESSIONS'

type Row = { readonly line: number; readonly cell: (name: string) => string }

/** Reads a backup of JEFIT: several tables one after the other, each behind a line `### ITS NAME ###`. */
export function jefit(text: string): Source | undefined {
  if (!/^\s*###/.test(text) || !text.includes(LOGS)) return undefined
  return { format: 'jefit', counts: 'lines', read: (take, tell) => readBackup(text, take, tell) }
}

function readBackup(text: string, take: Take, tell: Tell): void {
  const tables = tablesIn(text, tell)
  const rows = (name: string) => tables.get(name) ?? []
  const sessions = new Map(rows(SESSIONS).map((row) => [row.cell('_id'), row]))
  const setLogs = Map.groupBy(rows(SETS), (row) => row.cell('exercise_log_id'))
  const unit = unitIn(rows('SETTING')) ?? unitByTwoTables(rows(LOGS), setLogs)
  for (const log of rows(LOGS)) {
    const about = aboutLog(log, sessions)
    const packed = tidy(log.cell('logs'))
    const own = setLogs.get(log.cell('_id')) ?? []
    if (packed !== '') take(log.line, packedSets(packed, about, unit, tell))
    else if (own.length === 0) take(log.line, NO_SET)
    else {
      take(
        log.line,
        own.map((row, part) => saying({ ...about, part, load: row.cell('weight_lbs'), loadUnit: 'lb', reps: row.cell('reps') })),
      )
    }
  }
  for (const [name, others] of tables) {
    if (name !== LOGS && name !== SETS && name !== SESSIONS) for (const { line } of others) take(line, NO_SET)
  }
  const logged = new Set(rows(LOGS).map((row) => row.cell('_id')))
  for (const [id, orphans] of setLogs) {
    if (!logged.has(id)) for (const { line } of orphans) tell(line, 'no_movement', 'The set belongs to no exercise in this file')
  }
}

function tablesIn(text: string, tell: Tell): Map<string, Row[]> {
  const tables = new Map<string, Row[]>()
  let rows: Row[] | undefined
  let columns: ReadonlyMap<string, number> | undefined
  readRows(text, ',', ({ line, fields }) => {
    const first = tidy(fields[0] ?? '')
    if (first.startsWith('##')) {
      const name = MARK.exec(first)?.[1]
      rows = name === undefined ? undefined : (tables.get(name) ?? [])
      if (name !== undefined) tables.set(name, rows!)
      columns = undefined
      return
    }
    if (rows === undefined) return tell(line, 'no_section', 'The line stands in no section')
    if (columns === undefined) {
      columns = new Map(fields.map((name, at) => [tidy(name).toLowerCase(), at]))
      return
    }
    const places = columns
    rows.push({ line, cell: (name) => fields[places.get(name) ?? -1] ?? '' })
  })
  return tables
}

/** JEFIT writes ` kg` with a space before it. */
const unitIn = (settings: readonly Row[]): LoadUnit | undefined => unitWordOf(settings[0]?.cell('mass'))?.loadUnit

/** Newer backups have each set twice, the second time in pounds by name: what the two make of each other is the unit. */
function unitByTwoTables(logs: readonly Row[], setLogs: ReadonlyMap<string, readonly Row[]>): LoadUnit | undefined {
  for (const log of logs) {
    const packed = numberIn(log.cell('logs').split('x')[0])
    const pounds = numberIn(setLogs.get(log.cell('_id'))?.[0]?.cell('weight_lbs'))
    if (packed === undefined || pounds === undefined || !(packed > 0) || !(pounds > 0)) continue
    const ratio = pounds / packed
    if (Math.abs(ratio - 1) < 0.01) return 'lb'
    if (Math.abs(ratio - 2.2046) < 0.02) return 'kg'
  }
  return undefined
}

type About = Pick<SaidRow, 'line' | 'date' | 'exercise' | 'end' | 'workoutNumber' | 'workoutSeconds'>

/** The session's start by its clock, else the second that the session is named after, else the day of the log. */
function aboutLog(log: Row, sessions: ReadonlyMap<string, Row>): About {
  const id = tidy(log.cell('belongsession'))
  const session = sessions.get(id)
  const start = secondIn(session?.cell('starttime')) ?? secondIn(session?.cell('starttimie')) ?? secondIn(id)
  const total = numberIn(session?.cell('total_time'))
  return {
    line: log.line,
    exercise: tidy(log.cell('ename')),
    date: start ?? tidy(log.cell('mydate')),
    end: start === undefined ? '' : (secondIn(session?.cell('endtime')) ?? ''),
    workoutNumber: id,
    workoutSeconds: total !== undefined && total > 0 ? total : undefined,
  }
}

const EARLIEST_SECOND = 631_152_000 // 1990
const LATEST_SECOND = 4_102_444_800 // 2100

/** Seconds since 1970, as text that the reader of dates understands. */
function secondIn(text: string | undefined): string | undefined {
  const seconds = numberIn(text)
  if (seconds === undefined || !(seconds >= EARLIEST_SECOND && seconds < LATEST_SECOND)) return undefined
  return new Date(Math.floor(seconds) * 1000).toISOString()
}

/** `60x10,65x8`: load and reps of each set. */
function packedSets(packed: string, about: About, unit: LoadUnit | undefined, tell: Tell): readonly SaidRow[] {
  return packed.split(',').flatMap((token, part) => {
    const said = tidy(token)
    if (said === '') return []
    const match = /^([\d.]+)\s*x\s*([\d.]+)$/i.exec(said)
    if (match === null) {
      tell(about.line, 'bad_set', `“${said.slice(0, 40)}” is no set; it is left out`)
      return []
    }
    return saying({ ...about, part, load: match[1]!, loadUnit: unit, reps: String(numberIn(match[2])) })
  })
}
