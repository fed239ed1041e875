import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { type EvidenceKind, evidenceOf, type Instant, instantOf, kg, type LoadUnit, reps, rir, rirOfRpe } from '@gymgenius/domain'
import type { LoggedSet, MovementFacts } from '@gymgenius/engine'
import { parse } from 'csv-parse/sync'
import { readLogbook, RefusedFile } from '../modules/imports/index.ts'
import { Usage } from './command.ts'

/** All sets of one lifter in the order of the log. */
export interface LifterLog {
  readonly lifter: string
  readonly sets: readonly LoggedSet[]
}

/** What the file itself does not say. */
export interface LogAids {
  readonly unit?: LoadUnit | undefined
  readonly factsOf: (name: string) => MovementFacts
}

/** The lifters of a file: an export of a supported app holds one, a table of sets as many as it names. */
export async function lifterLogsIn(path: string, aids: LogAids): Promise<LifterLog[]> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Usage(`There is no file ${path}`) : error
  })
  try {
    return isTable(bytes) ? tableLogs(bytes, aids) : [{ lifter: basename(path, extname(path)), sets: exportedSets(bytes, aids) }]
  } catch (error) {
    if (error instanceof RefusedFile) throw new Usage(`${path} is no log we can read (${error.refusal.code})`)
    throw error
  }
}

/** Loads are numbers only in the forecast: which day it was anywhere on Earth does not matter, so zones are not asked for. */
function exportedSets(bytes: Uint8Array, { unit, factsOf }: LogAids): LoggedSet[] {
  const { workouts } = readLogbook(bytes, { unit, settingsUnit: 'kg', timeZone: 'UTC', now: LATEST })
  return workouts.flatMap(({ line, startedAt, exercises }) =>
    numbered(
      exercises.flatMap(({ name, sets }) =>
        sets.flatMap(({ reps: count, loadKg, rir: left, kind, toFailure }) =>
          count === undefined
            ? []
            : [
                {
                  toFailure,
                  name,
                  at: startedAt,
                  workoutKey: String(line),
                  kind: evidenceOf(kind),
                  load: loadKg ?? 0,
                  reps: count,
                  rir: left ?? null,
                },
              ],
        ),
      ),
      factsOf,
    ),
  )
}

const LATEST = Date.UTC(9999, 0) as Instant

const TABLE_STARTS = 'lifter,session,ts,exercise,'
const isTable = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 100)).toString().startsWith(TABLE_STARTS)

type Row = Readonly<Record<'lifter' | 'session' | 'ts' | 'exercise' | 'set_type' | 'weight_kg' | 'reps' | 'rpe', string>>

/** The plain long table: one row a set, `lifter,session,ts,exercise,…,set_type,weight_kg,reps,rpe,…`, loads in kilograms. */
function tableLogs(bytes: Uint8Array, { factsOf }: LogAids): LifterLog[] {
  const rows = parse(Buffer.from(bytes), { columns: true, relax_column_count: true }) as Row[]
  const byLifter = Map.groupBy(rows, ({ lifter }) => lifter)
  return [...byLifter].map(([lifter, theirs]) => {
    const byWorkout = [...Map.groupBy(theirs, ({ session }) => session).values()]
    return { lifter, sets: byWorkout.flatMap((workout) => numbered(workout.flatMap(tableSet), factsOf)) }
  })
}

const tableKinds: Readonly<Record<string, EvidenceKind>> = { warmup: 'warm_up', dropset: 'drop' }

function tableSet({ session, ts, exercise, set_type, weight_kg, reps: count, rpe }: Row): Said[] {
  const at = instantOf(`${ts.replace(' ', 'T')}Z`)
  if (count === '' || Number.isNaN(at)) return []
  const left = rpe === '' ? null : rirOfRpe(Math.min(10, Number(rpe)))
  const kind = tableKinds[set_type] ?? 'working'
  const load = Math.max(0, Number(weight_kg))
  return [{ name: exercise, at, workoutKey: session, kind, load, reps: Number(count), rir: left, toFailure: set_type === 'failure' }]
}

interface Said {
  readonly name: string
  readonly at: Instant
  readonly workoutKey: string
  readonly kind: EvidenceKind
  readonly load: number
  readonly reps: number
  readonly rir: number | null
  readonly toFailure: boolean
}

/** The sets of one workout, counted per movement as the logbook does. */
function numbered(said: readonly Said[], factsOf: (name: string) => MovementFacts): LoggedSet[] {
  const counts = new Map<string, number>()
  return said.map(({ name, at, workoutKey, kind, load, reps: count, rir: left, toFailure }) => {
    const setNumber = (counts.get(name) ?? 0) + 1
    counts.set(name, setNumber)
    return {
      movement: factsOf(name),
      at,
      workoutKey,
      setNumber,
      kind,
      load: kg(load),
      rir: left === null ? null : rir(left),
      rest: null,
      bodyMass: null,
      reps: reps(count),
      toFailure,
    }
  })
}
