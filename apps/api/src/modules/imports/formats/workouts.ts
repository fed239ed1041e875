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
  readonly sessionRpe: number | undefined
  /** The file says when sets were done, and not when the workout began: it began with the first. */
  readonly startsWithFirstSet: boolean
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
      const key = row.workoutKey ?? JSON.stringify([row.date, row.workout, row.workoutNumber])
      let workout = byKey.get(key)
      if (workout === undefined) {
        workout = {
          line: row.line,
          name: name(row.workout, row.line),
          date: dateIn(row.date)!, // the reader looked before
          end: row.end === '' ? undefined : dateIn(row.end),
          seconds: row.workoutSeconds,
          note: shortened(row.workoutNote, limits.noteGraphemes, () => tell(row.line, 'note_cut', 'The note was too long and was cut')),
          sessionRpe: row.sessionRpe,
          startsWithFirstSet: row.workoutKey !== undefined,
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

interface Settling {
  readonly unit: LoadUnit
  readonly order: 'dmy' | 'mdy'
  readonly aids: ReadingAids
  readonly tell: Tell
}

/** Settles what the whole file had to be read for: the order of day and month, the time zone, the unit. */
export function settledWorkouts(drafts: readonly DraftWorkout[], settling: Settling): ReadWorkout[] {
  const { order, aids, tell } = settling
  const instantOf = wallClockOf(aids.timeZone)
  const at: Clock = (date) => {
    const time: WallTime | undefined = date === undefined ? undefined : settle(date, order)
    const instant = time === undefined ? undefined : instantOf(time)
    return instant !== undefined && instant >= EARLIEST && instant <= aids.now + DAY_MS ? instant : undefined
  }
  const settled = drafts.flatMap((draft) => {
    const sets = draft.exercises.flatMap(({ sets }) => sets)
    const startedAt = draft.startsWithFirstSet ? firstOf(sets, at) : at(draft.date)
    if (startedAt === undefined) {
      for (const { line } of sets) tell(line, 'implausible_date', 'There is no such day, or it lies before 1990 or in the future')
      return []
    }
    const setAt = draft.startsWithFirstSet ? oneAfterAnother(at) : at
    const exercises = draft.exercises.map((exercise) => settledExercise(exercise, setAt, settling)).filter(({ sets }) => sets.length > 0)
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
        ...(draft.sessionRpe === undefined ? {} : { sessionRpe: draft.sessionRpe }),
        exercises,
      },
    ]
  })
  return settled.sort((a, b) => a.startedAt - b.startedAt || a.line - b.line)
}

type Clock = (date: ReadDate | undefined) => Instant | undefined

function firstOf(sets: readonly DraftSet[], at: Clock): Instant | undefined {
  const times = sets.map((set) => at(set.at)).filter((time) => time !== undefined)
  return times.length === 0 ? undefined : (Math.min(...times) as Instant)
}

/** Where the clock shows minutes, sets of one minute stand a second apart, in their order. */
function oneAfterAnother(at: Clock): Clock {
  const seen = new Map<Instant, number>()
  return (date) => {
    const minute = at(date)
    if (minute === undefined) return undefined
    const before = seen.get(minute) ?? 0
    seen.set(minute, before + 1)
    return (minute + before * 1000) as Instant
  }
}

function settledExercise({ name, note, superset, sets }: DraftExercise, at: Clock, settling: Settling): ReadExercise {
  return {
    name,
    ...(note === '' ? {} : { note: shortened(note, limits.noteGraphemes, () => {}) }),
    ...(superset === '' ? {} : { superset }),
    sets: sets.flatMap((set) => settledSet(set, at, settling)),
  }
}

function settledSet({ load, loadUnit, at: said, ...set }: DraftSet, at: Clock, { unit: fileUnit, tell }: Settling): ReadSet[] {
  const performedAt = at(said)
  const timed = performedAt === undefined ? set : { ...set, performedAt }
  if (load === undefined) return [timed]
  const unit = loadUnit ?? fileUnit
  const loadKg = kilogramsOf(load, unit)
  if (loadKg <= limits.loadKg) return [{ ...timed, loadKg }]
  const file = `${load} ${unit}`
  if (set.reps === undefined && set.durationSeconds === undefined && set.distanceMeters === undefined) {
    tell(set.line, 'implausible_load', `A load of ${file} is not believable, and nothing else was said`)
    return []
  }
  tell(set.line, 'implausible_load', `A load of ${file} is more than ${limits.loadKg} kg; the set is kept without it, for you to confirm`)
  const note = [set.note, `The file says ${file}`].filter((part) => part !== undefined).join('\n')
  return [{ ...timed, note, needsConfirmation: true }]
}

/** Where an app knows no workouts, what began within `withinMs` of what was before it belongs to the same visit. */
export function joinedVisits(workouts: readonly ReadWorkout[], withinMs: number): ReadWorkout[] {
  const visits: { first: ReadWorkout; last: Instant; exercises: ReadExercise[] }[] = []
  for (const workout of workouts) {
    const before = visits.at(-1)
    if (before !== undefined && workout.startedAt - before.last <= withinMs) {
      before.last = workout.startedAt
      before.exercises.push(...workout.exercises)
    } else visits.push({ first: workout, last: workout.startedAt, exercises: [...workout.exercises] })
  }
  return visits.map(({ first, exercises }) => ({ ...first, exercises }))
}
