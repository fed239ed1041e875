import { effortScales, limits, setKinds } from '@gymgenius/domain'
import { belongingsIn } from './belongings.ts'
import { type Json, listIn, objectIn, textIn } from './json-values.ts'
import { partsIn } from './parts.ts'
import { NO_SET, saying, type SaidRow } from './said.ts'
import type { Source, Take } from './source.ts'
import type { Tell } from './telling.ts'

type Fields = { readonly [key: string]: Json }

/** Reads the workouts of our own export; nothing in it has to be guessed. */
export function ownExport(file: Json): Source | undefined {
  const logging = objectIn(objectIn(file)?.['logging'])
  if (!Array.isArray(logging?.['workouts']) || objectIn(file)?.['exportedAt'] === undefined) return undefined
  const workouts = listIn(logging['workouts'])
  return { format: 'gymgenius', counts: 'sets', belongings: belongingsIn(file), read: (take, tell) => readWorkouts(workouts, take, tell) }
}

function readWorkouts(workouts: readonly Json[], take: Take, tell: Tell): void {
  let line = 0
  for (const [at, value] of workouts.entries()) {
    const workout = objectIn(value)
    if (workout === undefined) {
      tell(++line, 'no_workout', `Workout ${at + 1} of the file could not be read`)
      continue
    }
    const about = {
      date: textIn(workout['startedAt']),
      end: textIn(workout['endedAt']),
      workout: textIn(workout['name']),
      workoutNumber: textIn(workout['id']) || String(at),
      workoutNote: textIn(workout['note']),
      sessionRpe: rpeIn(workout['sessionRpe']),
    }
    for (const set of listIn(workout['sets']).map(objectIn)) {
      line++
      if (set === undefined) tell(line, 'no_set', 'What stands here is no set')
      else take(line, setIn(set, { ...about, line }))
    }
    if (listIn(workout['sets']).length === 0) take(line, NO_SET)
  }
}

const rpeIn = (value: Json | undefined) =>
  typeof value === 'number' && value >= limits.rpeLow && value <= limits.rpeHigh ? value : undefined

const oneOf = <Word extends string>(words: readonly Word[], value: Json | undefined) => words.find((word) => word === value)

function setIn(set: Fields, about: Pick<SaidRow, 'line' | 'date'> & Partial<SaidRow>): SaidRow {
  const kind = oneOf(setKinds, set['kind'])
  const effortScale = oneOf(effortScales, set['effortScale'])
  return saying({
    ...about,
    setAt: textIn(set['performedAt']),
    exercise: textIn(set['movement']),
    kind: kind ?? 'working',
    ...(kind === undefined ? { unknownKind: textIn(set['kind']) } : {}),
    toFailure: set['toFailure'] === true,
    load: textIn(set['loadKg']),
    loadUnit: 'kg',
    zeroIsSaid: true,
    reps: textIn(set['reps']),
    rir: textIn(set['rir']),
    ...(effortScale === undefined ? {} : { effortScale }),
    restSeconds: textIn(set['restSeconds']),
    seconds: textIn(set['durationSeconds']),
    distance: textIn(set['distanceMeters']),
    metresPerUnit: 1,
    note: textIn(set['note']),
    superset: textIn(set['superset']),
    tempo: textIn(set['tempo']),
    ...partsIn(set['parts']),
  })
}
