import { type Json, listIn, objectIn, textIn } from './json-values.ts'
import { unitWordOf } from './measures.ts'
import { NO_SET, saying, type SaidRow } from './said.ts'
import type { Source, Take } from './source.ts'
import type { Tell } from './telling.ts'

type Fields = { readonly [key: string]: Json }

/** Reads the history of Liftosaur's JSON backup. Movements are ids in it; those the lifter made have their names in the settings. */
export function liftosaurHistory(file: Json): Source | undefined {
  const storage = objectIn(objectIn(file)?.['storage']) ?? objectIn(file)
  const history = listIn(storage?.['history'])
  if (!history.some((record) => listIn(objectIn(record)?.['entries']).some((entry) => Array.isArray(objectIn(entry)?.['sets']))))
    return undefined
  const own = objectIn(objectIn(storage?.['settings'])?.['exercises']) ?? {}
  const nameOf = (id: string) => textIn(objectIn(own[id])?.['name']) || spelledOut(id)
  return { format: 'liftosaur', counts: 'sets', read: (take, tell) => readHistory(history, nameOf, take, tell) }
}

function readHistory(history: readonly Json[], nameOf: (id: string) => string, take: Take, tell: Tell): void {
  let line = 0
  for (const [at, value] of history.entries()) {
    const record = objectIn(value)
    if (record === undefined) {
      tell(++line, 'no_workout', `Workout ${at + 1} of the file could not be read`)
      continue
    }
    const about = {
      date: textIn(record['date']) || (isoOf(record['startTime']) ?? ''),
      end: isoOf(record['endTime']) ?? '',
      workout: textIn(record['dayName']) || textIn(record['programName']),
      workoutNumber: textIn(record['id']),
      workoutNote: textIn(record['notes']),
    }
    for (const entry of listIn(record['entries']).map(objectIn)) {
      const exercise = objectIn(entry?.['exercise'])
      const equipment = textIn(exercise?.['equipment'])
      const of = {
        ...about,
        exercise: nameOf(textIn(exercise?.['id'])) + (equipment === '' ? '' : `, ${spelledOut(equipment)}`),
        exerciseNote: textIn(entry?.['notes']),
        superset: textIn(entry?.['superset']),
      }
      for (const kind of ['warm_up', 'working'] as const) {
        for (const set of listIn(entry?.[kind === 'warm_up' ? 'warmupSets' : 'sets']).map(objectIn)) {
          line++
          take(line, set === undefined ? NO_SET : setIn(set, { ...of, kind, line }))
        }
      }
    }
  }
}

/** A set that was only planned is none; older backups do not say `isCompleted`, they just have no reps. */
function setIn(set: Fields, about: Pick<SaidRow, 'line' | 'date' | 'exercise'> & Partial<SaidRow>): SaidRow | typeof NO_SET {
  const reps = set['completedReps']
  if (set['isCompleted'] === false || typeof reps !== 'number') return NO_SET
  const load = objectIn(set['completedWeight']) ?? objectIn(set['weight'])
  return saying({
    ...about,
    setAt: isoOf(set['timestamp']) ?? '',
    reps: textIn(reps),
    load: textIn(load?.['value']),
    loadUnit: unitWordOf(textIn(load?.['unit']))?.loadUnit,
    rpe: textIn(set['completedRpe']),
  })
}

/** `romanianDeadlift` → Romanian Deadlift, as the app shows it. */
const spelledOut = (id: string) =>
  id
    .replace(/([a-z])([A-Z0-9])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .replace(/^./, (first) => first.toUpperCase())

function isoOf(value: Json | undefined): string | undefined {
  const isTime = typeof value === 'number' && value > 0 && value < 8.64e15
  return isTime ? new Date(value).toISOString() : undefined
}
