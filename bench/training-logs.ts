import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type EvidenceKind, instantOf, kg, reps, rirOfRpe } from '@gymgenius/domain'
import type { LoggedSet, MovementFacts } from '@gymgenius/engine'

/** Where the logs of real lifters lie when somebody has them: one CSV a lifter, in the order of the log. */
export const LOGS = process.env['GYMGENIUS_LOGS'] ?? join(import.meta.dirname, '../../shared/data/canonical')

/** Lifters are dealt into fifths by their place among the sorted files: nobody is judged by weights that saw them. */
export const FOLDS = 5
export const foldOf = (lifterIndex: number) => lifterIndex % FOLDS
export const CROSSED = join(import.meta.dirname, '../build/forecast')
export const crossedFile = (fold: number) => join(CROSSED, `weights-without-${fold}.txt`)

export interface TrainingLog {
  readonly lifter: string
  readonly sets: readonly LoggedSet[]
}

export function readLogs(folder: string = LOGS, wanted: (lifter: string) => boolean = () => true): readonly TrainingLog[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.csv') && wanted(basename(file, '.csv')))
    .sort()
    .map((file) => ({ lifter: basename(file, '.csv'), sets: readLog(readFileSync(join(folder, file), 'utf8')) }))
}

/** Columns: lifter, session, ts, exercise, ex_ord, set_no, set_type, weight_kg, reps, rpe. Rows without reps are no sets. */
function readLog(text: string): readonly LoggedSet[] {
  const sets: LoggedSet[] = []
  const numbers = new Map<string, number>()
  for (const line of text.split('\n').slice(1)) {
    const [, session, at, name, , , type, weight, count, rpe] = fieldsOf(line.trimEnd())
    if (count === undefined || count === '') continue
    const place = `${session} ${name}`
    const setNumber = (numbers.get(place) ?? 0) + 1
    numbers.set(place, setNumber)
    sets.push({
      movement: movementNamed(name!),
      at: instantOf(`${at!.replace(' ', 'T')}Z`),
      workoutKey: session!,
      setNumber,
      kind: kindOf(type!),
      load: kg(Math.max(0, Number(weight))),
      rir: rpe === '' ? null : rirOfRpe(Math.min(10, Number(rpe))),
      rest: null,
      bodyMass: null,
      reps: reps(Number(count)),
      toFailure: type === 'failure',
    })
  }
  return sets
}

const kindOf = (type: string): EvidenceKind => (type === 'warmup' ? 'warm_up' : type === 'dropset' ? 'drop' : 'working')

const movements = new Map<string, MovementFacts>()

/** What the habit of a lifter is told by is the name alone. */
function movementNamed(key: string): MovementFacts {
  const known = movements.get(key)
  if (known !== undefined) return known
  const facts: MovementFacts = { key, pattern: 'isolation', loadKind: 'external', equipment: 'other', muscles: [], baseKey: null }
  movements.set(key, facts)
  return facts
}

function fieldsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(',')
  const fields = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? []
  return fields.map((field) => field.replace(/,$/, '').replace(/^"|"$/g, '').replaceAll('""', '"'))
}
