import { DAY_MS, type Instant, limits, type LoadUnit } from '@gymgenius/domain'
import { dateIn, type ReadDate, settle, type WallTime } from './dates.ts'
import type { ReadExercise, ReadingAids, ReadSet, ReadWorkout } from './logbook.ts'
import { kilogramsOf } from './measures.ts'
import { shortened } from './names.ts'
import type { SaidRow } from './said.ts'
import type { DraftSet } from './sets.ts'
import type { Tell } from './telling.ts'
import { wallClockOf } from './zone.ts'

export interface DraftWorkout {
  readonly line: number
  readonly name: string
  readonly date: ReadDate
  readonly end: ReadDate | undefined
  readonly seconds: number | undefined
  readonly note: string
  readonly exercises: DraftExercise[]
}

export interface DraftExercise {
  readonly name: string
  readonly note: string
  readonly superset: string
  readonly sets: DraftSet[]
}

/** Puts sets into their exercises and workouts as the rows come; rows of one workout need not stand together. */
export function gatherer(tell: Tell) {
  const byKey = new Map<string, DraftWorkout>()
  const name = (text: string, line: number) =>
    shortened(text, limits.nameGraphemes, () => tell(line, 'name_cut', 'The name was too long and was cut'))

  return {
    workouts: () => [...byKey.values()],
    add(row: SaidRow, set: DraftSet): void {
      const key = JSON.stringify([row.date, row.workout, row.workoutNumber])
      let workout = byKey.get(key)
      if (workout === undefined) {
        workout = {
          line: row.line,
          name: name(row.workout, row.line),
          date: dateIn(row.date)!, // the reader looked before
          end: row.end === '' ? undefined : dateIn(row.end),
          seconds: row.workoutSeconds,
          note: shortened(row.workoutNote, limits.noteGraphemes, () => tell(row.line, 'note_cut', 'The note was too long and was cut')),
          exercises: [],
        }
        byKey.set(key, workout)
      }
      const exerciseName = name(row.exercise, row.line)
      const last = workout.exercises.at(-1)
      if (last !== undefined && last.name === exerciseName && last.superset === row.superset) last.sets.push(set)
      else workout.exercises.push({ name: exerciseName, note: row.exerciseNote, superset: row.superset, sets: [set] })
    },
  }
}

const EARLIEST = Date.UTC(1990, 0, 1)
/** A longer one was not ended when it was over. */
const LONGEST_WORKOUT_SECONDS = 12 * 3600

/** Settles what the whole file had to be read for: the order of day and month, the time zone, the unit. */
export function settledWorkouts(
  drafts: readonly DraftWorkout[],
  { unit, order, aids, tell }: { unit: LoadUnit; order: 'dmy' | 'mdy'; aids: ReadingAids; tell: Tell },
): ReadWorkout[] {
  const instantOf = wallClockOf(aids.timeZone)
  const at = (date: ReadDate | undefined): Instant | undefined => {
    const time: WallTime | undefined = date === undefined ? undefined : settle(date, order)
    return time === undefined ? undefined : instantOf(time)
  }
  const settled = drafts.flatMap((draft) => {
    const startedAt = at(draft.date)
    const refuse = (code: string, message: string) => {
      for (const { line } of draft.exercises.flatMap(({ sets }) => sets)) tell(line, code, message)
      return []
    }
    if (startedAt === undefined) return refuse('bad_date', 'There is no such day')
    if (startedAt < EARLIEST || startedAt > aids.now + DAY_MS)
      return refuse('implausible_date', 'The date lies before 1990 or in the future')
    const exercises = draft.exercises.map((exercise) => settledExercise(exercise, unit, tell)).filter(({ sets }) => sets.length > 0)
    if (exercises.length === 0) return []
    const end = at(draft.end)
    const seconds = draft.seconds ?? (end === undefined ? undefined : (end - startedAt) / 1000)
    return [
      {
        line: draft.line,
        name: draft.name,
        startedAt,
        ...(seconds !== undefined && seconds > 0 && seconds <= LONGEST_WORKOUT_SECONDS ? { durationSeconds: seconds } : {}),
        ...(draft.note === '' ? {} : { note: draft.note }),
        exercises,
      },
    ]
  })
  return settled.sort((a, b) => a.startedAt - b.startedAt || a.line - b.line)
}

function settledExercise({ name, note, superset, sets }: DraftExercise, unit: LoadUnit, tell: Tell): ReadExercise {
  return {
    name,
    ...(note === '' ? {} : { note: shortened(note, limits.noteGraphemes, () => {}) }),
    ...(superset === '' ? {} : { superset }),
    sets: sets.flatMap((set) => settledSet(set, unit, tell)),
  }
}

function settledSet({ load, loadUnit, ...set }: DraftSet, fileUnit: LoadUnit, tell: Tell): ReadSet[] {
  if (load === undefined) return [set]
  const unit = loadUnit ?? fileUnit
  const loadKg = kilogramsOf(load, unit)
  if (loadKg <= limits.loadKg) return [{ ...set, loadKg }]
  tell(set.line, 'implausible_load', `A load of ${load} ${unit} is not believable`)
  return []
}
