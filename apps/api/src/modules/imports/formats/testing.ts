import { type Instant, instantOf } from '@gymgenius/domain'
import { type Logbook, type ReadingAids, type ReadSet, RefusedFile, type Refusal } from './logbook.ts'
import { readLogbook } from './read.ts'

export const aids: ReadingAids = { settingsUnit: 'kg', timeZone: 'UTC', now: instantOf('2026-03-02T18:00:00Z') }

export const read = (text: string | Uint8Array, more: Partial<ReadingAids> = {}): Logbook =>
  readLogbook(typeof text === 'string' ? Buffer.from(text) : text, { ...aids, ...more })

export function refusalOf(text: string | Uint8Array, more: Partial<ReadingAids> = {}): Refusal | undefined {
  try {
    read(text, more)
    return undefined
  } catch (error) {
    if (error instanceof RefusedFile) return error.refusal
    throw error
  }
}

/** Every set of a logbook with the name of its movement, in order, without the line it stood on. */
export const setsOf = (book: Logbook) =>
  book.workouts.flatMap(({ exercises }) => exercises.flatMap(({ name, sets }) => sets.map((set) => withoutLine(name, set))))

function withoutLine(movement: string, { line, ...set }: ReadSet) {
  if (line < 1) throw new Error('a set stands on a line')
  return { movement, ...set }
}

export const countSets = (book: Logbook) => setsOf(book).length

export const at = (iso: string): Instant => instantOf(iso)

/** Strong for iOS: commas, no unit anywhere, 0 for what was not said. */
export const STRONG = 'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE'
/** Strong for Android: semicolons, units in the header. */
export const STRONG_ANDROID =
  'Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes;Workout Notes'
/** Strong before that: a unit on each row. */
export const STRONG_OLDER =
  'Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration'
export const HEVY =
  'title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe'

export const lines = (...all: string[]) => `${all.join('\n')}\n`
